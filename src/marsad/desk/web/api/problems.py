"""What a program is told when it is refused, wrong or too fast: RFC 9457, problem+json."""

import logging
from http import HTTPStatus
from typing import Any, Final

from django.db.utils import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import Field, NinjaAPI, Schema
from ninja.errors import HttpError, Throttled, ValidationError

from marsad.errors import MarsadError, Refused

LOG: Final = logging.getLogger(__name__)
CONTENT_TYPE: Final = "application/problem+json"


class Problem(Schema):
    """Why a request was not answered, in the form of RFC 9457."""

    type: str = Field(
        description="A stable name of the sort of problem, for programs.",
        examples=["urn:marsad:problem:missing-scope"],
    )
    title: str = Field(
        description="The sort of problem in words.", examples=["The scope is missing"]
    )
    status: int = Field(description="The HTTP status again.", examples=[403])
    detail: str = Field(
        description="What went wrong this time, and the way out.",
        examples=["The token has no scope audit:read; issue one that has."],
    )


class Wrong(HttpError):
    """A request that gets a problem for an answer: its sort, title and detail."""

    def __init__(
        self, status: int, sort: str, title: str, detail: str, **more: Any
    ) -> None:
        super().__init__(status, detail)
        self.sort, self.title, self.more = sort, title, more


def problem(
    status: int, sort: str, title: str, detail: str, **more: Any
) -> HttpResponse:
    """An answer in problem+json; further members say what programs may need."""
    said = {
        "type": f"urn:marsad:problem:{sort}",
        "title": title,
        "status": status,
        "detail": detail,
        **more,
    }
    answer = JsonResponse(
        said,
        status=status,
        content_type=CONTENT_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    if status == HTTPStatus.UNAUTHORIZED:
        answer["WWW-Authenticate"] = 'Bearer realm="Marsad"'
    return answer


def missing() -> HttpResponse:
    """The same answer for what is not there and for what may not be seen."""
    return problem(
        404, "not-found", "Nothing here", "There is nothing here that you may see."
    )


def not_allowed() -> HttpResponse:
    """The answer to whoever wants to change something here."""
    answer = problem(
        405,
        "read-only",
        "Read only",
        "This interface only reads; ask with GET or HEAD.",
    )
    answer["Allow"] = "GET, HEAD"
    return answer


def speak(api: NinjaAPI) -> None:
    """Let every error of the interface be answered as a problem."""
    api.add_exception_handler(Wrong, _wrong)
    api.add_exception_handler(Throttled, _too_fast)
    api.add_exception_handler(HttpError, _http)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(Http404, _missing)
    api.add_exception_handler(MarsadError, _ours)
    api.add_exception_handler(OperationalError, _busy)
    api.add_exception_handler(Exception, _broken)


def _wrong(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(error.status_code, error.sort, error.title, str(error), **error.more)


def _too_fast(request: HttpRequest, error: Any) -> HttpResponse:
    detail = "Too many requests in this minute; wait as long as Retry-After says."
    return problem(429, "too-fast", "Too many requests", detail)


def _http(request: HttpRequest, error: Any) -> HttpResponse:
    title = HTTPStatus(error.status_code).phrase
    return problem(error.status_code, "http", title, str(error))


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    wrong = [
        {"name": str(one["loc"][-1]), "problem": one["msg"]} for one in error.errors
    ]
    detail = "; ".join(f"{one['name']}: {one['problem']}" for one in wrong)
    return problem(400, "bad-question", "A question is wrong", detail, errors=wrong)


def _missing(request: HttpRequest, error: Any) -> HttpResponse:
    return missing()


def _ours(request: HttpRequest, error: Any) -> HttpResponse:
    status = 409 if isinstance(error, Refused) else 422
    return problem(status, "refused", "Refused", str(error))


def _busy(request: HttpRequest, error: Any) -> HttpResponse:
    LOG.warning("the database did not answer: %s", error)
    answer = problem(
        503, "busy", "The register is busy", "Ask again in a moment; nothing is lost."
    )
    answer["Retry-After"] = "1"
    return answer


def _broken(request: HttpRequest, error: Any) -> HttpResponse:
    LOG.error("%s failed", request.path, exc_info=error)
    detail = "Something broke on our side; it was written to the log."
    return problem(500, "broken", "Our fault", detail)
