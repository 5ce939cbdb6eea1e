"""The language of a page is told by its address, never by a cookie."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

LANGUAGES: Final = ("ar", "en", "fr")


class LanguageConverter:
    """The first part of an address: ar, en or fr."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        """The language as it is written."""
        return value

    def to_url(self, value: str) -> str:
        """The language as it is written."""
        return value


def preferred(request: HttpRequest) -> str:
    """The language a browser asks for first, of those we have; else the house's."""
    header = request.headers.get("Accept-Language", "")
    for asked, _ in parse_accept_lang_header(header.lower()):
        if asked[:2] in LANGUAGES:
            return asked[:2]
    return str(settings.LANGUAGE_CODE)[:2]


def language_at(path: str) -> str | None:
    """The language that an address begins with, if it begins with one."""
    first = path.strip("/").partition("/")[0]
    return first if first in LANGUAGES else None
