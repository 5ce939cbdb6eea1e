"""When something is refused, missing, busy or broken: a page that says so and what to do."""

from collections.abc import Callable

from django.db.utils import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from marsad.desk.safeguards.telling import told
from marsad.errors import MarsadError, Refused


class Trouble:
    """Turn what went wrong into an answer that a person can use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and let process_exception speak where that fails."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """The page for our own errors and for a database that is busy or full."""
        if isinstance(error, Refused):
            return _page(request, 409, told(error))
        if isinstance(error, MarsadError):
            return _page(request, 422, told(error))
        if isinstance(error, OperationalError):
            return _of_database(request, str(error))
        return None


def _of_database(request: HttpRequest, message: str) -> HttpResponse | None:
    if "disk is full" in message or "No space left" in message:
        return _page(
            request,
            507,
            _("The disk is full. Nothing was changed; free some space and try again."),
        )
    if "locked" in message or "timeout" in message:
        return _page(
            request,
            503,
            _("The register is busy. Nothing was changed; try again in a moment."),
        )
    return None


def _page(request: HttpRequest, status: int, what: str) -> HttpResponse:
    return render(
        request, "trouble.html", {"what": what, "status": status}, status=status
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the reader's groups do not open this page."""
    return _page(
        request, 403, _("Your groups do not open this page; the director gives groups.")
    )


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is nothing here, or nothing that the reader may see."""
    return _page(request, 404, _("There is nothing here, or nothing that you may see."))


def failed(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault."""
    return _page(
        request, 500, _("Something broke on our side; it was written to the log.")
    )
