"""The website's own way in: no session, no account and no cookie stands on it."""

import re
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.db.utils import OperationalError
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.middleware.gzip import GZipMiddleware
from django.urls import Resolver404, get_resolver
from django.urls.resolvers import URLResolver
from django.utils import translation

from marsad.desk.website.languages import LANGUAGES, language_at, preferred
from marsad.desk.website.pages import ADDRESSES
from marsad.desk.website.trouble import busy, missing

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_OURS: Final = re.compile(
    rf"/(?:{'|'.join(LANGUAGES)})(?:/|$)|/files/|/robots\.txt$|/sitemap[\w-]*\.xml$"
    r"|/\.well-known/"
)
_TEXT: Final = re.compile(r"text/|application/(?:\w+\+)?(?:json|xml)|image/svg")


class Door:
    """Answer what is asked of the website; let all else through to the desk.

    It stands before sessions and accounts, so that a page for everybody can know nobody.
    On a host that is the website's alone nothing else is answered.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._gzip = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or pass on."""
        host = request.get_host()
        names = {host, host.rpartition(":")[0]}
        is_public = not names.isdisjoint(settings.PUBLIC_HOSTS)
        if not is_public and not _OURS.match(request.path_info):
            return self.get_response(request)
        request.urlconf = ADDRESSES
        language = language_at(request.path_info) or preferred(request)
        with translation.override(language):
            return self._dressed(request, _answer(request, language))

    def _dressed(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=()")
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("X-Frame-Options", "DENY")
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
            return response
        is_text = _TEXT.match(response.headers.get("Content-Type", ""))
        if is_text and isinstance(response, HttpResponse):
            return self._gzip.process_response(request, response)
        return response


def _answer(request: HttpRequest, language: str) -> HttpResponseBase:
    resolver = get_resolver(ADDRESSES)
    try:
        match = resolver.resolve(request.path_info)
        request.resolver_match = match
        answer: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        return answer
    except Resolver404:
        return _with_slash(request, resolver) or missing(language)
    except Http404:
        return missing(language)
    except OperationalError:
        return busy(language)


def _with_slash(request: HttpRequest, resolver: URLResolver) -> HttpResponse | None:
    if request.path_info.endswith("/"):
        return None
    try:
        resolver.resolve(f"{request.path_info}/")
    except Resolver404:
        return None
    return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
