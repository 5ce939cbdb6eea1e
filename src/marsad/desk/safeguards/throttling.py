"""Wrong passwords: under which name they count, and what a closed name sees."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marsad.desk.safeguards import usernames


def tried_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The name that was tried in its one form: Lina, LINA and lina are one."""
    tried = credentials or request.POST
    return usernames.plain(tried.get("username"))


def locked_out(
    request: HttpRequest,
    response: HttpResponse | None = None,
    credentials: object = None,
) -> HttpResponse:
    """Tell that the name is closed for a quarter of an hour, and the way out."""
    return render(request, "safeguards/locked_out.html", status=429)
