"""Draw a series of counts: bars in the order of time, gaps where nothing may be told."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from django.utils.translation import gettext as _

from marsad.composing.chart_style import MAIN, Spec, frame
from marsad.composing.drawing import to_svg, with_font
from marsad.composing.pieces import right_to_left, words
from marsad.desk.watch.models import Stretch
from marsad.desk.watch.series import Asked, Series

WIDE: Final = 660
NARROW: Final = 300
_HEIGHT: Final = 240
_OPEN: Final = "#8fb3bb"
_CHANGE: Final = "#b07a2a"
_LONG: Final = {Stretch.DAY: timedelta(days=1), Stretch.WEEK: timedelta(days=7)}


def drawing_of(
    series: Series, asked: Asked, title: str, *, language: str, width: int = WIDE
) -> bytes:
    """The drawing of a series as SVG, in the direction of the language."""
    is_arabic = language == "ar"
    spec: Spec = {
        **frame(words(title), (), language),
        "data": {"values": list(_rows(series, asked))},
        "width": width,
        "height": _HEIGHT,
        "layer": [_bars(is_arabic, asked), *_levels(series), *_changes(series)],
    }
    spec["title"]["subtitle"] = [
        right_to_left(line) if is_arabic else line for line in _key(series)
    ]
    return with_font(to_svg(spec).encode("utf-8"))


def _rows(series: Series, asked: Asked) -> Iterator[dict[str, Any]]:
    for cell in series.cells:
        if cell.value is not None:
            yield {
                "from": cell.starts.isoformat(),
                "to": (cell.starts + _LONG[asked.stretch]).isoformat(),
                "value": cell.value,
                "state": "open" if cell.is_open else "whole",
            }


def _key(series: Series) -> list[str]:
    parts = []
    if any(cell.is_open for cell in series.cells):
        parts.append(_("light bar: not over yet"))
    if any(cell.is_hidden for cell in series.cells):
        parts.append(_("gap: fewer than ten accounts, or what would tell of them"))
    if series.changes:
        parts.append(_("dashed line: the level changed; shaded: between which days"))
    return parts


def _bars(is_arabic: bool, asked: Asked) -> Spec:  # noqa: FBT001 (as Vega asks it)
    form = "%m/%Y" if asked.stretch == Stretch.WEEK else "%d/%m"
    return {
        "mark": {"type": "bar", "binSpacing": 1},
        "encoding": {
            "x": {
                "field": "from",
                "type": "temporal",
                "axis": {"format": form, "title": None, "grid": False, "tickCount": 6},
                "scale": {"type": "utc", "reverse": is_arabic},
            },
            "x2": {"field": "to"},
            "y": {
                "field": "value",
                "type": "quantitative",
                "axis": {
                    "title": None,
                    "orient": "right" if is_arabic else "left",
                    "tickMinStep": 1,
                    "tickCount": 5,
                },
                "scale": {"domainMin": 0},
            },
            # From the ground up: with both ends given a bar has no height of its own.
            "y2": {"datum": 0},
            "color": {
                "field": "state",
                "type": "nominal",
                "scale": {"domain": ["whole", "open"], "range": [MAIN, _OPEN]},
                "legend": None,
            },
        },
    }


def _levels(series: Series) -> Iterator[Spec]:
    """The days between which a change lies, in shade behind nothing but the bars."""
    for _one, _at, first, last in series.changes:
        yield {
            "data": {
                "values": [{"from": first.isoformat(), "to": _after(last).isoformat()}]
            },
            "mark": {"type": "rect", "color": _CHANGE, "opacity": 0.18},
            "encoding": {
                "x": {"field": "from", "type": "temporal"},
                "x2": {"field": "to"},
            },
        }


def _after(day: Any) -> Any:
    return day + timedelta(days=1)


def _changes(series: Series) -> Iterator[Spec]:
    for _one, at, _first, _last in series.changes:
        yield {
            "data": {"values": [{"at": at.isoformat()}]},
            "mark": {"type": "rule", "color": _CHANGE, "strokeDash": [5, 4], "size": 2},
            "encoding": {"x": {"field": "at", "type": "temporal"}},
        }
