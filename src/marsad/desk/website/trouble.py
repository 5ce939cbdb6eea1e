"""What readers are told when there is nothing at an address, or nothing for now."""

from django.http import HttpResponse

from marsad.desk.website.pages import drawn


def missing(language: str) -> HttpResponse:
    """Say that there is nothing at this address."""
    return _told(language, "website/missing.html", 404)


def busy(language: str) -> HttpResponse:
    """Say that the site is busy and what to do."""
    answer = _told(language, "website/busy.html", 503)
    answer.headers["Retry-After"] = "30"
    return answer


def _told(language: str, template: str, status: int) -> HttpResponse:
    answer = drawn(template, language, {"is_unlisted": True}, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
