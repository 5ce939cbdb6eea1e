"""The language and numerals that a person chose, for every page they open."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

LANGUAGES: Final = tuple(code for code, _ in settings.LANGUAGES)


class Preferences:
    """Show each page in the reader's language: their choice, the cookie, the house's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Choose the language, answer, and say in which language the answer is."""
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def language_of(request: HttpRequest) -> str:
    """The language of this reader's interface."""
    person = getattr(request, "user", None)
    if person is not None and person.is_authenticated and person.language in LANGUAGES:
        return str(person.language)
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return cookie if cookie in LANGUAGES else settings.LANGUAGE_CODE
