"""How a page of the website is put together and answered.

The same state gives the same page to everybody, so each is known by the state that it
was drawn from: who has it already is told so before anything is drawn.
"""

import functools
import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marsad.composing.pieces import direction
from marsad.desk.safeguards.needs import open_to_all
from marsad.desk.website.holdings import Holdings, holdings, today
from marsad.desk.website.languages import LANGUAGES

# On some hosts these are all there are, so they lead nowhere else.
ADDRESSES: Final = "marsad.desk.website.public_urls"
# Whoever keeps a page asks whether it is still so before showing it: what was recalled
# is seen by nobody from that moment on. The answer "it is" costs a few bytes.
CACHING: Final = "public, no-cache"
DOORS: Final[tuple[tuple[str, str | Promise], ...]] = (
    ("briefs", _("Briefs")),
    ("figures", _("Facts and figures")),
    ("commitments", _("Commitments")),
    ("meetings", _("Meetings")),
    ("members", _("Members")),
    ("timeline", pgettext_lazy("website", "Timeline")),
    ("mission", _("Mission")),
)
BACK_DOORS: Final[tuple[tuple[str, str | Promise], ...]] = (
    ("how-we-work", _("How we work")),
    ("transparency", _("Transparency report")),
    ("corrections", _("Corrections")),
    ("feeds", _("Feeds")),
    ("appeals", _("Object to something here")),
)

View = Callable[..., HttpResponse]


def address(name: str, *args: object) -> str:
    """The path of a page of the website."""
    return reverse(f"website:{name}", urlconf=ADDRESSES, args=args)


def absolute(name: str, *args: object) -> str:
    """The whole address of a page, for feeds, sitemaps and other sites."""
    return f"{settings.ADDRESS}{address(name, *args)}"


def drawn(
    template: str, language: str, said: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page in a language, without any reader in it."""
    context = {
        "language": language,
        "LANGUAGE_CODE": language,
        "direction": direction(language),
        "doors": DOORS,
        "back_doors": BACK_DOORS,
        "site_address": settings.ADDRESS,
        "version": settings.VERSION,
        "named": dict(settings.LANGUAGES),
        "here": "",
        **said,
    }
    answer = HttpResponse(render_to_string(template, context), status=status)
    answer.headers["Content-Language"] = language
    return answer


def page(
    template: str,
    language: str,
    where: tuple[str, ...],
    said: Mapping[str, Any],
    *,
    languages: Sequence[str] = LANGUAGES,
    status: int = 200,
) -> HttpResponse:
    """A page with its own address and those of its other languages.

    ``where`` is the name of its address and what follows the language in it.
    """
    name, *rest = where
    others = {one: absolute(name, one, *rest) for one in languages}
    here = {one: address(name, one, *rest) for one in LANGUAGES}
    own = language if language in languages else next(iter(languages), language)
    context = {
        "here": name,
        "canonical": absolute(name, own, *rest),
        "alternates": others if status == 200 else {},
        "switches": here,
        **said,
    }
    return drawn(template, language, context, status=status)


def public(
    view: View, *, also: Callable[[], tuple[datetime | None, str]] | None = None
) -> Callable[..., HttpResponseBase]:
    """Make a view a page of the website: for all, of the holdings, told once.

    What it shows besides the holdings, ``also`` tells: when that last changed, and a mark
    of its state.
    """

    @functools.wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        now = holdings()
        beside, mark = also() if also else (None, "")
        etag = _mark(request, now, mark)
        changed = max(changed_at(now), beside or changed_at(now))
        known = get_conditional_response(request, etag, int(changed.timestamp()))
        answer = known or view(request, now, *args, **kwargs)
        if answer.status_code in (200, 304, 410):
            answer.headers["ETag"] = etag
            answer.headers["Last-Modified"] = http_date(changed.timestamp())
            answer.headers["Cache-Control"] = CACHING
        return answer

    return open_to_all(run)


def changed_at(now: Holdings) -> datetime:
    """When what is shown last changed; at midnight, days to come become days past."""
    midnight = timezone.make_aware(datetime.combine(today(), time()))
    return max(now.stamp.changed or midnight, midnight)


def _mark(request: HttpRequest, now: Holdings, beside: str) -> str:
    drawn_from = (
        beside,
        settings.VERSION,
        settings.ADDRESS,
        tuple(now.stamp),
        today(),
        request.get_full_path(),
    )
    return quote_etag(hashlib.sha256(repr(drawn_from).encode()).hexdigest()[:32])
