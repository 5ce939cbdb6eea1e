"""Figures, commitments, meetings and the timeline: what the public releases carry."""

import csv
import io
from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse

from marsad.desk.briefs.models import Topic
from marsad.desk.register.models import Kind
from marsad.desk.website import linked
from marsad.desk.website.brief_views import known_or_none, leaf
from marsad.desk.website.drawings import dots, drawing
from marsad.desk.website.entries import Told, by_series, code_of, told
from marsad.desk.website.holdings import Holdings, Placed, today
from marsad.desk.website.pages import absolute, page, public

_SERIES_ON_A_PAGE: Final = 24
_ROWS: Final = 30
_KINDS: Final = ("quote", "figure", "commitment", "call", "meeting", "membership")
_COUNTED: Final = ("figure", "membership")


@public
def figure_list(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show the last value of each series."""
    counted = by_series(now.of_kind(*_COUNTED))
    newest = leaf(
        list(counted.values()), request.GET.get("page", ""), size=_SERIES_ON_A_PAGE
    )
    values = told(now, [one[0] for one in newest.rows], language, with_rivals=True)
    said = {
        "leaf": newest,
        "series": [
            {"told": one, "count": len(group)}
            for one, group in zip(values, newest.rows, strict=True)
        ],
    }
    return page("website/figures.html", language, ("figures",), said)


@public
def figure(
    request: HttpRequest, now: Holdings, language: str, code: str
) -> HttpResponse:
    """Show a series with its history, its sources and what disagrees."""
    values = _series(now, language, code)
    last = values[0]
    said = {
        "values": values,
        "last": last,
        "code": code,
        "drawing": drawing(dots(values), last.series, language),
        "rivals": [rival for one in values for rival in one.rivals],
        "linked": linked.dataset(last.series, values, language, code),
    }
    return page("website/figure.html", language, ("figure", code), said)


@public
def figure_csv(
    request: HttpRequest, now: Holdings, language: str, code: str
) -> HttpResponse:
    """Hand a series out as CSV."""
    columns = ("day", "until", "bound", "value", "high", "unit", "sources", "claim")
    rows = [
        (
            one.cited.day,
            one.cited.until or "",
            one.cited.bound or "exact",
            one.cited.value,
            one.cited.high if one.cited.high is not None else "",
            one.cited.unit,
            "; ".join(one.outlets),
            absolute("claim", language, one.release.number, one.number),
        )
        for one in _series(now, language, code)
    ]
    return as_csv(columns, rows, f"marsad-{code}.csv")


def _series(now: Holdings, language: str, code: str) -> list[Told]:
    counted = by_series(now.of_kind(*_COUNTED))
    found = next((one for key, one in counted.items() if code_of(key) == code), None)
    if found is None:
        raise Http404
    return told(now, found, language, with_rivals=True)


def as_csv(
    columns: tuple[str, ...], rows: list[tuple[Any, ...]], name: str
) -> HttpResponse:
    """Rows as a CSV file that a spreadsheet opens in the right letters."""
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow(columns)
    sheet.writerows([[_inert(cell) for cell in row] for row in rows])
    answer = HttpResponse(
        "\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _inert(cell: object) -> object:
    """Words that a spreadsheet would take for a formula begin with an apostrophe."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell


@public
def commitments(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show who promised what, how much, by when, and what became of it."""
    rows = leaf(now.of_kind("commitment"), request.GET.get("page", ""), size=_ROWS)
    said = {"leaf": rows, "rows": told(now, rows.rows, language)}
    return page("website/commitments.html", language, ("commitments",), said)


@public
def meetings(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show the meetings to come, and those that were held."""
    every, on = now.of_kind("meeting"), today()
    coming = [one for one in reversed(every) if one.line.day >= on]
    held = leaf(
        [one for one in every if one.line.day < on],
        request.GET.get("page", ""),
        size=_ROWS,
    )
    said = {
        "coming": told(now, coming, language),
        "held": told(now, held.rows, language),
        "leaf": held,
    }
    return page("website/meetings.html", language, ("meetings",), said)


@public
def timeline(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show day by day what the public releases carry, by topic and kind."""
    topic = known_or_none(request.GET.get("topic", ""), Topic.values)
    kind = known_or_none(request.GET.get("kind", ""), _KINDS)
    chosen = now.of_kind(*((kind,) if kind else _KINDS))
    if topic:
        chosen = [one for one in chosen if topic in one.release.topics]
    rows = leaf(chosen, request.GET.get("page", ""), size=_ROWS)
    said = {
        "leaf": rows,
        "days": _days(now, rows.rows, language),
        "topic": topic,
        "kind": kind,
        "topics": Topic.choices,
        "kinds": [(one, Kind(one).label) for one in _KINDS],
        "is_unlisted": bool(request.GET),
    }
    return page("website/timeline.html", language, ("timeline",), said)


def _days(
    now: Holdings, placed: list[Placed], language: str
) -> list[tuple[date, list[Told]]]:
    found: dict[date, list[Told]] = {}
    for one in told(now, placed, language):
        found.setdefault(one.cited.day, []).append(one)
    return list(found.items())


@public
def corrections(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show every correction and recall, newest first."""
    rows = leaf(list(amendments(now)), request.GET.get("page", ""), size=_ROWS)
    said = {"leaf": rows, "rows": rows.rows}
    return page("website/corrections.html", language, ("corrections",), said)


def amendments(now: Holdings) -> list[Any]:
    """What was corrected or taken back, with the moment of it, the newest first."""
    found = []
    for one in now.releases:
        if one.recalled_at:
            found.append({"at": one.recalled_at, "is_recall": True, "of": one})
        if one.corrected_by:
            by = now.by_number[one.corrected_by]
            found.append({"at": by.opens_at, "is_recall": False, "of": one, "by": by})
    return sorted(found, key=lambda one: one["at"], reverse=True)
