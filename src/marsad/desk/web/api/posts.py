"""Public posts brought in by a program: POST /api/v1/posts/{stream}, one post a line.

The one address of the interface that takes something in. It asks for a token with the
scope posts:write, or for a person's own page. When it answers, the posts are kept.
"""

import io
from typing import Any, Final

from django.core.exceptions import RequestDataTooBig
from django.db.utils import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.views.decorators.csrf import csrf_exempt

from marsad.collecting.posts.layouts import lines
from marsad.collecting.posts.own import read_row
from marsad.collecting.posts.public import Fault, PublicPost
from marsad.collecting.posts.taking import taken
from marsad.desk.posts.models import Stream
from marsad.desk.posts.receive import MOST_POSTS, Batch, receive
from marsad.desk.web.api.keys import AMinute, SessionKey, TokenKey
from marsad.desk.web.api.problems import Wrong, missing, problem
from marsad.errors import Refused, Unreadable

RIGHT: Final = "posts.receive"
_TOO_MANY: Final = 413


class _Csrf(CsrfViewMiddleware):
    """The same check that pages have, asked only where no token came."""

    def process_view(
        self, request: HttpRequest, callback: Any, args: Any, kwargs: Any
    ) -> Any:
        """Nothing where the request is of our own page."""
        # The view is exempt for programs; the check itself must not be.
        return super().process_view(request, missing, args, kwargs)


_CSRF: Final = _Csrf(lambda _request: missing())


@csrf_exempt
def bring_posts(request: HttpRequest, code: str) -> HttpResponse:
    """Take up to a thousand posts in, one JSON object a line; say what became of them."""
    if request.method != "POST":
        detail = "Send the posts with POST, one JSON object a line."
        answer = problem(405, "post-only", "POST only", detail)
        answer["Allow"] = "POST"
        return answer
    try:
        return _brought(request, _person(request), code)
    except Wrong as wrong:
        return problem(
            wrong.status_code, wrong.sort, wrong.title, str(wrong), **wrong.more
        )
    except (Refused, Unreadable) as refusal:
        return problem(409, "refused", "Refused", str(refusal))
    except RequestDataTooBig:
        return _too_much("The request is larger than 64 MB.")
    except OperationalError:
        detail = "Nothing of this request was kept; send it again in a moment."
        answer = problem(503, "busy", "The database is busy", detail)
        answer["Retry-After"] = "1"
        return answer


bring_posts.right = RIGHT  # type: ignore[attr-defined]


def _person(request: Any) -> Any:
    person = TokenKey()(request)
    if person is None:
        person = _signed_in(request)
    request.auth = person
    if not AMinute().allow_request(request):
        detail = "Too many requests in this minute; send more posts in each."
        raise Wrong(429, "too-fast", "Too many requests", detail)
    return person


def _signed_in(request: Any) -> Any:
    """A person in a browser, whose page another site did not send here."""
    person = SessionKey()(request)
    request.csrf_processing_done = False
    if _CSRF.process_view(request, bring_posts, (), {}) is not None:
        detail = "Send a token as Authorization: Bearer marsad_…"
        raise Wrong(403, "no-token", "No token", detail)
    return person


def _brought(request: HttpRequest, person: Any, code: str) -> HttpResponse:
    stream = Stream.objects.visible_to(person).filter(code=code).first()
    if stream is None:
        return missing()
    rows = list(taken(lines(io.BytesIO(request.body)), "line", read_row))
    posts = [row for row in rows if isinstance(row, PublicPost)]
    faults = [row for row in rows if isinstance(row, Fault)]
    if len(rows) > MOST_POSTS:
        return _too_much(f"Send at most {MOST_POSTS:,} posts in one request.")
    because = f"brought by the program of {person.username}"
    arrival = receive(stream, Batch(posts, faults), by=person, because=because)
    said = {
        "arrival": arrival.pk,
        "new": arrival.new,
        "known": arrival.known,
        "refused": arrival.refused,
        "faults": arrival.faults,
    }
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


def _too_much(detail: str) -> HttpResponse:
    return problem(_TOO_MANY, "too-much", "Too much at once", detail)
