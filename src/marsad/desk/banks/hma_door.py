"""The door for tools that speak HMA: a person's key, and answers as HMA words them."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse

from marsad.desk.safeguards.asking import person_asking
from marsad.desk.safeguards.models import Person
from marsad.errors import Unreachable, Unreadable

_SCOPE: Final = "banks:look_up"
_RIGHT: Final = "banks.use"
Answer = dict[str, Any] | list[Any]


class Wrong(Exception):
    """What was asked cannot be answered: an HTTP status and one sentence."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


def spoken(
    *methods: str,
) -> Callable[[Callable[..., Answer]], Callable[..., HttpResponse]]:
    """Open a view to programs with a key, and word its answers and faults as HMA does."""

    def decorate(view: Callable[..., Answer]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest, **said: Any) -> HttpResponse:
            if request.method not in methods:
                return _told(HTTPStatus.METHOD_NOT_ALLOWED, "ask otherwise")
            person = person_asking(request, _SCOPE)
            if person is None:
                return _closed()
            if not person.may(_RIGHT):
                return _told(HTTPStatus.FORBIDDEN, "no right to look up what is known")
            answer = _answer(view, request, person, said)
            answer["Cache-Control"] = "private, no-store"
            return answer

        opened.right = _RIGHT  # type: ignore[attr-defined]
        # Nothing is changed here, and programs carry a key instead of a cookie.
        opened.csrf_exempt = True  # type: ignore[attr-defined]
        return opened

    return decorate


def _answer(
    view: Callable[..., Answer], request: HttpRequest, person: Person, said: Any
) -> HttpResponse:
    try:
        return JsonResponse(view(request, person, **said), safe=False)
    except Wrong as fault:
        return _told(fault.status, fault.message)
    except Unreadable as fault:
        return _told(HTTPStatus.BAD_REQUEST, str(fault))
    except Unreachable as fault:
        return _told(HTTPStatus.SERVICE_UNAVAILABLE, str(fault))


def _told(status: int, message: str) -> HttpResponse:
    return JsonResponse({"message": message}, status=status)


def _closed() -> HttpResponse:
    answer = _told(HTTPStatus.UNAUTHORIZED, "send a key with the scope banks:look_up")
    # Tools that know only Basic put the key where the password stands.
    answer["WWW-Authenticate"] = 'Bearer realm="banks", Basic realm="banks"'
    return answer
