"""The headline figures with their bounds: shares on one scale, counts on another."""

from collections.abc import Callable, Sequence
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
from marsad.composing.counting import Quantity, nouns
from marsad.composing.drafting import Drafter
from marsad.composing.drawing import FONT
from marsad.composing.figure_lines import FigureLines
from marsad.composing.outline import Entry, Outline
from marsad.composing.phrases import said
from marsad.composing.pieces import plain
from marsad.linking.indicators import MEMBERS

_ROW_HEIGHT: Final = 46
_FAMILIES: Final[Sequence[tuple[str, Callable[[str], bool]]]] = (
    ("percent", lambda unit: unit in ("percent", "fraction")),
    ("count", lambda unit: nouns().get(unit, {}).get("kind") == "thing"),
)


def figures_chart(outline: Outline, drafter: Drafter) -> Chart | None:
    """The chart of the headline figures but the members, who have one of their own."""
    shown = [
        one
        for one in outline.headlines.entries
        if one.linked.series.indicator != MEMBERS
        and FigureLines(drafter).label(one.linked.series)
    ]
    families = [
        (
            family,
            [_row(one, drafter) for one in shown if belongs(one.linked.point.unit)],
        )
        for family, belongs in _FAMILIES
    ]
    rows = [row for _, members in families for row in members]
    if not rows:
        return None
    language = drafter.language
    title = said("chart.figures", language)
    spec = {
        **frame(title, [row["kind"] for row in rows], language),
        "vconcat": [
            _panel(part, family, language) for family, part in families if part
        ],
        "spacing": 26,
    }
    told = tuple(f"{row['told']}: {row['written']}" for row in rows)
    return Chart("figures", spec, title, told)


def _row(entry: Entry[Dated], drafter: Drafter) -> Spec:
    dated, language = entry.linked, drafter.language
    point = dated.point
    quantity = Quantity(point.value, point.unit, bound=point.bound, high=point.high)
    written, moment = quantity.bounded_number(language), named(point.moment, language)
    name = FigureLines(drafter).label(dated.series)
    return {
        "name": label(name, language),
        "value": point.value * (100 if point.unit == "fraction" else 1),
        "label": label(
            said("chart.value", language, value=written, when=moment), language
        ),
        "kind": "disputed" if dated.is_disputed else point.bound,
        "told": plain(name),
        "written": f"{plain(written)} ({plain(moment)})",
    }


def _panel(rows: Sequence[Spec], family: str, language: str) -> Spec:
    """The figures of one scale, one below the other."""
    is_arabic = language == "ar"
    x = _scale(rows, family, language)
    y: Spec = {"field": "row", "type": "ordinal", "axis": None}
    near, far = (WIDTH, 0) if is_arabic else (0, WIDTH)
    to_near, to_far = ("right", "left") if is_arabic else ("left", "right")
    layers: list[Spec] = [
        {
            "mark": {"type": "rule", "strokeWidth": 6, "color": MAIN, "opacity": 0.28},
            "encoding": {"x": {**x, "field": "zero"}, "x2": {"field": "value"}, "y": y},
        },
        {
            "mark": {"type": "point", "size": 150, "strokeWidth": 2.5, "opacity": 1},
            "encoding": {"x": x, "y": y, **bound_marks(mirrored=is_arabic)},
        },
        _words("name", near, to_near, y),
        _words("label", far, to_far, y, weight=600),
    ]
    numbered = [{**row, "row": place, "zero": 0} for place, row in enumerate(rows)]
    return {
        "data": {"values": numbered},
        "width": WIDTH,
        "height": {"step": _ROW_HEIGHT},
        "layer": layers,
    }


def _words(field: str, edge: int, side: str, y: Spec, *, weight: int = 400) -> Spec:
    """Words above the bars, at one edge of the panel."""
    return {
        "mark": {
            "type": "text",
            "font": FONT,
            "fontSize": 13,
            "fontWeight": weight,
            "color": INK,
            "dy": -15,
            "align": side,
        },
        "encoding": {"x": {"value": edge}, "y": y, "text": {"field": field}},
    }


def _scale(rows: Sequence[Spec], family: str, language: str) -> Spec:
    is_share = family == "percent"
    most = max(row["value"] for row in rows)
    return {
        "field": "value",
        "type": "quantitative",
        "axis": {
            "title": None,
            "tickCount": 5,
            "grid": False,
            "labelExpr": _ticks(family, language),
        },
        "scale": {
            "domain": [0, max(100.0, most) if is_share else most * 1.02],
            "reverse": language == "ar",
            "nice": not is_share,
        },
    }


def _ticks(family: str, language: str) -> str:
    """An expression that writes a tick as the language writes numbers."""
    if family == "percent":
        blank = "\u00a0" if language == "fr" else ""
        return f"datum.value + '{blank}%'"
    if language == "fr":
        return "replace(format(datum.value, ','), /,/g, '\u00a0')"
    return "format(datum.value, ',')"
