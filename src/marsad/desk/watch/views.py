"""The page of watch: how much is posted on a theme, what changed in it, and what is new."""

from collections.abc import Iterator
from typing import Any, Final, get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from marsad.desk.exports.drawings import as_drawing
from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.desk.watch.charts import NARROW, WIDE, drawing_of
from marsad.desk.watch.models import Stretch
from marsad.desk.watch.series import (
    MEASURES,
    Asked,
    Measure,
    Series,
    languages_of,
    news_of,
    platforms_of,
    series_of,
    themes_of,
)
from marsad.measuring.shifts import Shift

MEASURE_WORDS: Final[dict[Measure, str | Promise]] = {
    "accounts": gettext_lazy("Distinct accounts"),
    "posts": gettext_lazy("Posts"),
    "reach": gettext_lazy("Reach"),
    "matched": gettext_lazy("Posts that match known content"),
}
COLUMNS: Final = (
    Column("starts", lambda one: one.starts),
    Column("value", lambda one: one.value),
    Column("share_of_posts", lambda one: one.share),
    Column("is_hidden", lambda one: one.is_hidden),
    Column("is_over", lambda one: not one.is_open),
)
_SHOWN_CELLS: Final = 30


@needs("watch.read")
@require_GET
def watch(request: HttpRequest) -> HttpResponseBase:
    """Show one series with its chart, its table, its changes and what is new."""
    person: Any = request.user
    themes = themes_of(person)
    if not themes:
        return render(request, "watch/watch.html", {"themes": []})
    asked = _asked(request, themes)
    series = series_of(asked, person, timezone.localdate())
    if "format" in request.GET:
        return answer(request, "watch", COLUMNS, series.cells)
    return render(
        request,
        "watch/watch.html",
        {
            **_choices(asked, themes, person),
            "series": series,
            "cells": list(reversed(series.cells))[:_SHOWN_CELLS],
            "news": news_of(asked, person),
            "title": _title(asked),
            "told": _rounded(series.shift),
            "changes": list(_levels(series)),
        },
    )


def _rounded(one: Shift | None) -> dict[str, float]:
    """A shift with as many places as anybody reads."""
    if one is None:
        return {}
    return {
        "now": one.now,
        "before": round(one.before, 1),
        "ratio": round(one.ratio, 2),
        "low": round(one.low, 2),
        "high": round(one.high, 2),
    }


def _levels(series: Series) -> Iterator[dict[str, Any]]:
    for one, at, first, last in series.changes:
        before, after = round(one.before, 1), round(one.after, 1)
        yield {"at": at, "first": first, "last": last, "before": before, "after": after}


@needs("watch.read")
@require_GET
def watch_chart(request: HttpRequest) -> HttpResponse:
    """Answer with the drawing of a series."""
    person: Any = request.user
    themes = themes_of(person)
    if not themes:
        raise Http404(_("Nothing is counted yet."))
    asked = _asked(request, themes)
    series = series_of(asked, person, timezone.localdate())
    width = NARROW if request.GET.get("width") == "narrow" else WIDE
    language = (translation.get_language() or "en")[:2]
    svg = drawing_of(series, asked, _title(asked), language=language, width=width)
    return as_drawing(svg)


def _asked(request: HttpRequest, themes: list[str]) -> Asked:
    """What is asked for; what nobody knows is read as the first that there is."""
    said = request.GET
    theme, measure = said.get("theme", ""), said.get("measure", "")
    stretch = said.get("stretch", "")
    known: Any = measure if measure in get_args(Measure) else MEASURES[0]
    return Asked(
        theme=theme if theme in themes else themes[0],
        language=said.get("language", "")[:3],
        platform=said.get("platform", "")[:40],
        stretch=Stretch(stretch) if stretch in Stretch.values else Stretch.DAY,
        measure=known,
    )


def _choices(asked: Asked, themes: list[str], person: Person) -> dict[str, Any]:
    return {
        "asked": asked,
        "themes": themes,
        "languages_of_theme": languages_of(asked.theme, person),
        "platforms": platforms_of(asked.theme, person),
        "stretches": Stretch.choices,
        "measures": MEASURE_WORDS.items(),
    }


def _title(asked: Asked) -> str:
    said = {"measure": MEASURE_WORDS[asked.measure], "theme": asked.theme}
    if asked.stretch == Stretch.WEEK:
        return _("%(measure)s by week: %(theme)s") % said
    return _("%(measure)s by day: %(theme)s") % said
