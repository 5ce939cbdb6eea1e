"""What somebody sees whose name is closed for a while after wrong passwords."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(
    request: HttpRequest,
    response: HttpResponse | None = None,
    credentials: object = None,
) -> HttpResponse:
    """Tell that the name is closed for a quarter of an hour, and the way out."""
    return render(request, "safeguards/locked_out.html", status=429)
