"""How many members a body had, by date: one line, with rival values off it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from marsad.composing.calendars import named
from marsad.composing.chart_style import (
    INK,
    MAIN,
    WIDTH,
    Chart,
    Spec,
    bound_marks,
    frame,
    label,
)
from marsad.composing.choosing import Dated
from marsad.composing.counting import Quantity
from marsad.composing.drafting import Drafter
from marsad.composing.drawing import FONT
from marsad.composing.outline import Outline
from marsad.composing.phrases import said
from marsad.composing.pieces import plain

_HEIGHT: Final = 240
# Points within two years are told apart by their month.
_SHORT_DAYS: Final = 730
_NUMBER: Final[Spec] = {
    "type": "text",
    "font": FONT,
    "fontSize": 14,
    "fontWeight": 600,
    "color": INK,
}


def members_chart(outline: Outline, drafter: Drafter) -> Chart | None:
    """The chart of the members' series that a brief shows, if it shows one."""
    entries = outline.members.entries
    if not entries or outline.body is None:
        return None
    language = drafter.language
    rows = _numbered_once([_row(entry.linked, language) for entry in entries])
    title = said("chart.members", language, body=drafter.names.party(outline.body))
    told = tuple(f"{row['told']}: {row['written']}" for row in rows)
    spec = {
        **frame(title, [row["kind"] for row in rows], language),
        "data": {"values": rows},
        "width": WIDTH,
        "height": _HEIGHT,
        "layer": _layers(_axes(rows, language)),
    }
    return Chart("members", spec, title, told)


def _row(dated: Dated, language: str) -> Spec:
    point = dated.point
    written = Quantity(point.value, "member", bound=point.bound).bounded_number(
        language
    )
    return {
        # The last day of the moment: a count for a year is known at its end.
        "day": point.moment.last.isoformat(),
        "value": point.value,
        "label": label(written, language),
        "told": plain(named(point.moment, language)),
        "written": plain(written),
        "kind": "disputed" if dated.is_disputed else point.bound,
    }


def _numbered_once(rows: Sequence[Spec]) -> list[Spec]:
    """Write a number where it changes only; of two rivals the lower one below its mark."""
    written: list[Spec] = []
    for place, row in enumerate(rows):
        before = rows[place - 1]["value"] if place else None
        is_lower = row["kind"] == "disputed" and any(
            one["kind"] == "disputed" and one["value"] > row["value"]
            for one in rows[place + 1 : place + 2]
        )
        shown = "" if row["value"] == before else row["label"]
        written.append({**row, "label": shown, "below": is_lower})
    return written


def _axes(rows: Sequence[Spec], language: str) -> Spec:
    days = [date.fromisoformat(row["day"]) for row in rows]
    is_short = (max(days) - min(days)).days < _SHORT_DAYS
    values = [row["value"] for row in rows]
    room = max(4.0, (max(values) - min(values)) * 0.25)
    time: Spec = (
        {"format": "%m/%Y"} if is_short else {"format": "%Y", "tickCount": "year"}
    )
    return {
        "x": {
            "field": "day",
            "type": "temporal",
            "axis": {**time, "title": None, "labelOverlap": True},
            "scale": {"reverse": language == "ar", "padding": 26},
        },
        "y": {
            "field": "value",
            "type": "quantitative",
            "axis": {
                "orient": "right" if language == "ar" else "left",
                "title": None,
                "tickCount": 5,
                "tickMinStep": 1,
            },
            "scale": {"domain": [max(0, min(values) - room), max(values) + room]},
        },
    }


def _layers(axes: Spec) -> list[Spec]:
    """The line of what is not disputed, all marks, and their numbers."""
    line: Spec = {
        "transform": [{"filter": "datum.kind != 'disputed'"}],
        "mark": {"type": "line", "color": MAIN, "strokeWidth": 2.5},
        "encoding": axes,
    }
    dots: Spec = {
        "mark": {"type": "point", "size": 110, "strokeWidth": 2.5, "opacity": 1},
        "encoding": {**axes, **bound_marks(mirrored=False)},
    }
    return [line, *_numbers(axes), dots]


def _numbers(axes: Spec) -> list[Spec]:
    """The numbers above or below their marks, with a rim that keeps them off the line."""
    rim: Spec = {"stroke": "#ffffff", "strokeWidth": 5, "color": "#ffffff"}
    return [
        {
            "transform": [{"filter": f"datum.below == {below}"}],
            "mark": {**_NUMBER, "dy": distance, **look},
            "encoding": {**axes, "text": {"field": "label"}},
        }
        for below, distance in (("true", 22), ("false", -16))
        for look in (rim, {})
    ]
