"""The overnight page: what is new since the reader last looked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marsad.desk.safeguards.needs import needs


@needs("home.read")
def overnight(request: HttpRequest) -> HttpResponse:
    """Show what came in overnight."""
    return render(request, "web/overnight.html")
