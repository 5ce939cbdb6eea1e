"""Search, and what machines ask of every site: sitemap, robots, key, who to write to."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import escape

from marsad import signing
from marsad.desk.releases import keys
from marsad.desk.website.content_report_views import published, reported
from marsad.desk.website.entries import by_series, code_of
from marsad.desk.website.finding import LONGEST, find
from marsad.desk.website.holdings import Holdings
from marsad.desk.website.languages import LANGUAGES
from marsad.desk.website.pages import CACHING, absolute, page, public

_PAGES: Final = (
    "home", "mission", "members", "briefs", "figures", "commitments", "meetings",
    "timeline", "transparency", "corrections", "how-we-work", "feeds", "appeals",
    "content-appeals",
)  # fmt: skip
# Each in three languages at most, and a map may hold 50,000 addresses; the newest first.
_ON_A_MAP: Final = 15_000


@public
def search(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Find public releases by their words."""
    words = " ".join(request.GET.get("q", "").split())[:LONGEST]
    said = {
        "q": words,
        "hits": find(now, words, language) if words else [],
        "is_unlisted": True,
    }
    return page("website/search.html", language, ("search",), said)


@reported
def sitemap(request: HttpRequest, now: Holdings) -> HttpResponse:
    """List every page in every language, each with its other languages."""
    urls = [_url((name,), LANGUAGES) for name in _PAGES]
    for one in now.briefs:
        if not one.is_recalled:
            day = one.changed_at.date().isoformat()
            urls.append(_url(("brief", one.number), one.languages, day))
    urls += [_url(("content-report", one.period), LANGUAGES) for one in published()]
    counted = by_series(now.of_kind("figure", "membership"))
    urls += [_url(("figure", code_of(one)), LANGUAGES) for one in counted]
    body = "".join(urls[:_ON_A_MAP])
    return HttpResponse(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{body}</urlset>\n',
        content_type="application/xml; charset=utf-8",
    )


def _url(where: tuple[str, ...], languages: tuple[str, ...], day: str = "") -> str:
    name, *rest = where
    others = {one: escape(absolute(name, one, *rest)) for one in languages}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{one}" href="{href}"/>'
        for one, href in others.items()
    )
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return "".join(
        f"<url><loc>{href}</loc>{changed}{links}</url>\n" for href in others.values()
    )


@public
def robots(request: HttpRequest, now: Holdings) -> HttpResponse:
    """Let robots read the website, and nothing of the desk."""
    allowed = "".join(f"Allow: /{one}/\n" for one in LANGUAGES)
    searches = "".join(f"Disallow: /{one}/search/\n" for one in LANGUAGES)
    told = (
        f"User-agent: *\n{searches}{allowed}Allow: /static/\nAllow: /files/\n"
        f"Disallow: /\n\nSitemap: {absolute('sitemap')}\n"
    )
    return _plain(told)


@public
def public_key(request: HttpRequest, now: Holdings) -> HttpResponse:
    """Hand out the key that signatures of packs are checked with, as minisign reads it."""
    # It is made with the first release; a reader's question makes nothing.
    if not Path(settings.RELEASE_KEY).exists():
        raise Http404
    key: signing.Key = keys.release_key()
    return _plain(key.public_file.decode("ascii"))


@public
def security(request: HttpRequest, now: Holdings) -> HttpResponse:
    """Say where a weakness of this site is reported (RFC 9116)."""
    until = (timezone.now() + timedelta(days=180)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    languages = ", ".join(LANGUAGES)
    told = (
        f"Contact: {absolute('appeals', 'en')}\n"
        f"Expires: {until.strftime('%Y-%m-%dT%H:%M:%SZ')}\n"
        f"Preferred-Languages: {languages}\n"
        f"Canonical: {absolute('security')}\n"
        f"Policy: {absolute('how-we-work', 'en')}\n"
    )
    return _plain(told)


def _plain(told: str) -> HttpResponse:
    answer = HttpResponse(told, content_type="text/plain; charset=utf-8")
    answer.headers["Cache-Control"] = CACHING
    return answer
