"""Charts of a brief as Vega-Lite specifications, in its language and direction.

A drawing knows no direction of its own: in Arabic every label is isolated, the axes
are mirrored, and time runs from right to left.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from marsad.composing.calendars import named
from marsad.composing.choosing import Dated
from marsad.composing.counting import Quantity, nouns
from marsad.composing.drafting import Drafter
from marsad.composing.drawing import FONT
from marsad.composing.outline import Entry, Outline
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Pieces, isolated, plain, right_to_left

Spec = dict[str, Any]

_INK: Final = "#1b2733"
_QUIET: Final = "#5a6b7b"
_GRID: Final = "#dfe5ea"
_MAIN: Final = "#0b5c6b"
_DISPUTED: Final = "#b3261e"
_WIDTH: Final = 560
_ROW_HEIGHT: Final = 46
_NUMBER: Final[Spec] = {
    "type": "text",
    "font": FONT,
    "fontSize": 14,
    "fontWeight": 600,
    "color": _INK,
}
# What a figure's unit is drawn with: percentages on one scale, counts on another.
_FAMILIES: Final[Sequence[tuple[str, Callable[[str], bool]]]] = (
    ("percent", lambda unit: unit in ("percent", "fraction")),
    ("count", lambda unit: nouns().get(unit, {}).get("kind") == "thing"),
)

_KINDS: Final = (
    "exact",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "disputed",
)
_KEYS: Final = {"exact": "exact", "about": "about", "disputed": "disputed"}


class Chart:
    """A drawing with its title, the words that stand for it, and its data."""

    def __init__(
        self, name: str, spec: Spec, title: Pieces, told: Sequence[str]
    ) -> None:
        self.name = name
        self.spec = spec
        self.title = title
        self.told = tuple(told)

    @property
    def alternative(self) -> str:
        """The drawing in words, for those who do not see it."""
        return f"{plain(self.title)}. {'; '.join(self.told)}."


def draw(outline: Outline, drafter: Drafter) -> tuple[Chart, ...]:
    """The charts that the outline has data for."""
    charts = (_members(outline, drafter), _figures(outline, drafter))
    return tuple(chart for chart in charts if chart is not None)


def _members(outline: Outline, drafter: Drafter) -> Chart | None:
    entries = outline.members.entries
    if not entries or outline.body is None:
        return None
    language = drafter.language
    rows = _numbered_once([_member(entry.linked, language) for entry in entries])
    title = said("chart.members", language, body=drafter.names.party(outline.body))
    told = [f"{row['told']}: {row['written']}" for row in rows]
    return Chart("members", _member_spec(rows, title, language), title, told)


def _numbered_once(rows: Sequence[Spec]) -> list[Spec]:
    """Write a number where it changes only; of two rivals the lower one below its mark."""
    written: list[Spec] = []
    for place, row in enumerate(rows):
        before = rows[place - 1]["value"] if place else None
        after = rows[place + 1 : place + 2]
        is_lower = row["kind"] == "disputed" and any(
            one["kind"] == "disputed" and one["value"] > row["value"] for one in after
        )
        label = "" if row["value"] == before else row["label"]
        written.append({**row, "label": label, "below": is_lower})
    return written


def _member(dated: Dated, language: str) -> Spec:
    point = dated.point
    quantity = Quantity(point.value, "member", bound=point.bound)
    return {
        # The last day of the moment: a count for a year is known at its end.
        "day": point.moment.last.isoformat(),
        "value": point.value,
        "label": _label(quantity.bounded_number(language), language),
        "told": plain(named(point.moment, language)),
        "written": plain(quantity.bounded_number(language)),
        "kind": "disputed" if dated.is_disputed else point.bound,
    }


def _member_spec(rows: Sequence[Spec], title: Pieces, language: str) -> Spec:
    values = [row["value"] for row in rows]
    room = max(4.0, (max(values) - min(values)) * 0.25)
    x: Spec = {
        "field": "day",
        "type": "temporal",
        "axis": {
            "format": "%Y",
            "tickCount": "year",
            "title": None,
            "labelOverlap": True,
        },
        "scale": {"reverse": language == "ar", "padding": 26},
    }
    y: Spec = {
        "field": "value",
        "type": "quantitative",
        "axis": {
            "orient": "right" if language == "ar" else "left",
            "title": None,
            "tickCount": 5,
            "tickMinStep": 1,
        },
        "scale": {"domain": [max(0, min(values) - room), max(values) + room]},
    }
    line: Spec = {
        "transform": [{"filter": "datum.kind != 'disputed'"}],
        "mark": {"type": "line", "color": _MAIN, "strokeWidth": 2.5},
        "encoding": {"x": x, "y": y},
    }
    dots: Spec = {
        "mark": {"type": "point", "size": 110, "strokeWidth": 2.5, "opacity": 1},
        "encoding": {"x": x, "y": y, **_marks(kind="kind")},
    }
    labels: list[Spec] = [
        {
            "transform": [{"filter": f"datum.below == {below}"}],
            "mark": {**_NUMBER, "dy": 22 if below == "true" else -16},
            "encoding": {"x": x, "y": y, "text": {"field": "label"}},
        }
        for below in ("true", "false")
    ]
    return {
        **_frame(title, [row["kind"] for row in rows], language),
        "data": {"values": list(rows)},
        "width": _WIDTH,
        "height": 240,
        "layer": [line, dots, *labels],
    }


def _figures(outline: Outline, drafter: Drafter) -> Chart | None:
    drawn = [
        one
        for one in outline.headlines.entries
        if one.linked.series.indicator != "members"
    ]
    panels: list[Spec] = []
    told: list[str] = []
    kinds: list[str] = []
    for family, belongs in _FAMILIES:
        rows = [
            _figure(entry, drafter)
            for entry in drawn
            if belongs(entry.linked.point.unit) and drafter.label(entry.linked.series)
        ]
        if rows:
            panels.append(_panel(rows, family, drafter.language))
            kinds += [row["kind"] for row in rows]
            told += [f"{row['told']}: {row['tip']}" for row in rows]
    if not panels:
        return None
    title = said("chart.figures", drafter.language)
    spec = {**_frame(title, kinds, drafter.language), "vconcat": panels, "spacing": 26}
    return Chart("figures", spec, title, told)


def _figure(entry: Entry[Dated], drafter: Drafter) -> Spec:
    dated, language = entry.linked, drafter.language
    point = dated.point
    quantity = Quantity(point.value, point.unit, bound=point.bound, high=point.high)
    scale = 100 if point.unit == "fraction" else 1
    moment = named(point.moment, language)
    name = plain(drafter.label(dated.series))
    return {
        "name": _label((*drafter.label(dated.series),), language),
        "value": point.value * scale,
        "label": _label(
            said(
                "chart.value",
                language,
                value=quantity.bounded_number(language),
                when=moment,
            ),
            language,
        ),
        "kind": "disputed" if dated.is_disputed else point.bound,
        "told": name,
        "tip": f"{plain(quantity.bounded_number(language))} ({plain(moment)})",
    }


def _panel(rows: Sequence[Spec], family: str, language: str) -> Spec:
    is_arabic = language == "ar"
    most = 100.0 if family == "percent" else max(row["value"] for row in rows) * 1.02
    x: Spec = {
        "field": "value",
        "type": "quantitative",
        "axis": {
            "title": None,
            "tickCount": 5,
            "grid": False,
            "labelExpr": _ticks(family, language),
        },
        "scale": {
            "domain": [0, most],
            "reverse": is_arabic,
            "nice": family != "percent",
        },
    }
    y: Spec = {"field": "row", "type": "ordinal", "axis": None}
    start = {"x": {**x, "field": "zero"}, "x2": {"field": "value"}, "y": y}
    text: Spec = {
        "type": "text",
        "font": FONT,
        "dy": -15,
        "align": "right" if is_arabic else "left",
    }
    at_edge = {"x": {"value": _WIDTH if is_arabic else 0}, "y": y}
    stems: Spec = {
        "mark": {"type": "rule", "strokeWidth": 6, "color": _MAIN, "opacity": 0.28}
    }
    layers: list[Spec] = [
        {**stems, "encoding": start},
        {
            "mark": {"type": "point", "size": 150, "strokeWidth": 2.5, "opacity": 1},
            "encoding": {"x": x, "y": y, **_marks(kind="kind", mirrored=is_arabic)},
        },
        {
            "mark": {**text, "fontSize": 13, "color": _INK},
            "encoding": {**at_edge, "text": {"field": "name"}},
        },
        {
            "mark": {
                **text,
                "fontSize": 13,
                "fontWeight": 600,
                "color": _INK,
                "align": "left" if is_arabic else "right",
            },
            "encoding": {
                "x": {"value": 0 if is_arabic else _WIDTH},
                "y": y,
                "text": {"field": "label"},
            },
        },
    ]
    numbered = [{**row, "row": place, "zero": 0} for place, row in enumerate(rows)]
    return {
        "data": {"values": numbered},
        "width": _WIDTH,
        "height": {"step": _ROW_HEIGHT},
        "layer": layers,
    }


def _ticks(family: str, language: str) -> str:
    """An expression that writes a tick as the language writes numbers."""
    if family == "percent":
        blank = "\u00a0" if language == "fr" else ""
        return f"datum.value + '{blank}%'"
    if language == "fr":
        return "replace(format(datum.value, ','), /,/g, '\u00a0')"
    return "format(datum.value, ',')"


def _marks(*, kind: str, mirrored: bool = False) -> Spec:
    """Shape, colour and filling by how a figure is bounded."""
    up, down = (
        ("triangle-left", "triangle-right")
        if mirrored
        else ("triangle-right", "triangle-left")
    )
    shapes = ["circle", "circle", up, up, down, down, "diamond"]
    filled = [_MAIN, "#ffffff", _MAIN, _MAIN, _MAIN, _MAIN, "#ffffff"]
    strokes = [_MAIN] * 6 + [_DISPUTED]
    return {
        channel: {
            "field": kind,
            "type": "nominal",
            "scale": {"domain": list(_KINDS), "range": values},
            "legend": None,
        }
        for channel, values in (
            ("shape", shapes),
            ("fill", filled),
            ("stroke", strokes),
        )
    }


def _frame(title: Pieces, kinds: Iterable[str], language: str) -> Spec:
    is_arabic = language == "ar"
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "#ffffff",
        "padding": 14,
        "title": {
            "text": _label(title, language),
            "subtitle": _key(kinds, language),
            "anchor": "end" if is_arabic else "start",
            "font": FONT,
            "fontSize": 16,
            "fontWeight": 600,
            "color": _INK,
            "subtitleFont": FONT,
            "subtitleFontSize": 12,
            "subtitleColor": _QUIET,
            "offset": 14,
        },
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {
                "labelFont": FONT,
                "labelFontSize": 12,
                "labelColor": _QUIET,
                "gridColor": _GRID,
                "domainColor": _GRID,
                "tickColor": _GRID,
            },
        },
    }


def _key(kinds: Iterable[str], language: str) -> list[str]:
    """What the marks that are used mean, two of them on a line."""
    named = {_KEYS.get(kind, "open"): None for kind in _KINDS if kind in set(kinds)}
    if set(named) == {"exact"}:
        return []
    comma = "؛ " if language == "ar" else "; "
    parts = [phrase(f"chart.key.{kind}", language) for kind in named]
    lines = [comma.join(parts[first : first + 2]) for first in range(0, len(parts), 2)]
    return [right_to_left(one) if language == "ar" else one for one in lines]


def _label(pieces: Iterable[Any], language: str) -> str:
    text = isolated(pieces)
    return right_to_left(text) if language == "ar" else text
