"""The first page, standing pages, and the members."""

from functools import lru_cache
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.cache import patch_vary_headers

from marsad.composing.editions import Edition, Roll, from_json
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.needs import open_to_all
from marsad.desk.website.drawings import dots, drawing
from marsad.desk.website.entries import by_series, told
from marsad.desk.website.holdings import Holdings, Placed, Shown, today
from marsad.desk.website.languages import preferred
from marsad.desk.website.pages import CACHING, address, page, public
from marsad.desk.website.parts import seats, sections

_BRIEFS: Final = 5
_FIGURES: Final = 4
_DRAWN: Final = 24
_COMING: Final = 4
_DUE: Final = 4


@open_to_all
def front(request: HttpRequest) -> HttpResponse:
    """Send whoever comes to the bare address to the language of their browser."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    answer = HttpResponse(status=302)
    answer.headers["Location"] = address("home", preferred(request))
    answer.headers["Cache-Control"] = CACHING
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


@public
def home(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show the newest briefs and figures, what is to come and what is due."""
    counted = by_series(now.of_kind("figure", "membership"))
    newest = [one[0] for one in list(counted.values())[:_FIGURES]]
    figures = told(now, newest, language, with_rivals=True)
    longest = max(counted.values(), key=len, default=[])[:_DRAWN]
    chart = told(now, longest, language, with_rivals=True)
    said = {
        "briefs": now.briefs[:_BRIEFS],
        "figures": figures,
        "coming": told(now, _coming(now)[:_COMING], language),
        "due": told(now, _due(now)[:_DUE], language),
        "chart": drawing(dots(chart), chart[0].series, language) if chart else "",
        "charted": chart[0] if chart else None,
        "mission": now.page("mission"),
    }
    return page("website/home.html", language, ("home",), said)


def _coming(now: Holdings) -> list[Placed]:
    """Meetings to come, the next first."""
    on = today()
    return [one for one in reversed(now.of_kind("meeting")) if one.line.day >= on]


def _due(now: Holdings) -> list[Placed]:
    """Commitments that are not due yet, the next first."""
    on = today()
    dated = [
        (one.line.due_on, one.line.entry, one)
        for one in now.of_kind("commitment")
        if one.line.due_on and one.line.due_on >= on
    ]
    return [one for *_, one in sorted(dated, key=lambda each: each[:2])]


@public
def mission(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show the mission and the lines of effort, as they were released."""
    return _standing(now, language, "mission", "website/mission.html")


@public
def how_we_work(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Say how what is published here comes about, and by whom."""
    return _standing(now, language, "how-we-work", "website/how_we_work.html")


def _standing(now: Holdings, language: str, slug: str, template: str) -> HttpResponse:
    shown = now.page(slug)
    said: dict[str, Any] = {"shown": shown}
    if shown is not None:
        own = shown.best(language)
        said |= {
            "own": own,
            "sections": sections(shown, edition_of(shown), own),
        }
    return page(template, language, (slug,), said)


@public
def members(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show who is a member, and since when, from the newest public roll."""
    found = newest_roll(now)
    said: dict[str, Any] = {}
    if found is not None:
        shown, roll = found
        said = {
            "shown": shown,
            "roll": roll,
            "seats": seats(roll, language),
            "grouping": roll.grouping.get(language, ""),
        }
    counts = [one for one in now.of_kind("membership") if one.line.series]
    said["counts"] = told(now, counts, language)
    return page("website/members.html", language, ("members",), said)


def newest_roll(now: Holdings) -> tuple[Shown, Roll] | None:
    """The roll of the latest day, of the whole coalition before any part of it."""
    carrying = [one for one in now.standing if one.digest.rolls]
    whole = [one for one in carrying if "coalition" in one.digest.rolls]
    found = [
        (roll.kind == "coalition", roll.as_of, shown.opens_at, shown, roll)
        for shown in (whole or carrying)[:3]
        for roll in _rolls(edition_of(shown))
    ]
    if not found:
        return None
    *_, shown, roll = max(found, key=lambda one: one[:3])
    return shown, roll


def _rolls(edition: Edition) -> list[Roll]:
    blocks = edition.manuscripts[0].blocks
    return [block.roll for block in blocks if block.roll]


def edition_of(shown: Shown) -> Edition:
    """The frozen edition of a release that may be shown."""
    return _edition(shown.pk, shown.sha256)


# It never changes, and the newest ones are asked for again and again.
@lru_cache(maxsize=64)
def _edition(pk: int, sha256: str) -> Edition:
    row = Release.objects.only("edition").get(pk=pk)
    return from_json(row.edition.encode())
