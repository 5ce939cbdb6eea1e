"""One series of figures over time: bounds as arrows, rivals in another shape and colour.

1. A value is a dot; about is a ring on a dashed stretch; a range is a bar; at least and
   at most are arrows that leave the dot.
2. Rivals are red diamonds, proposals are faint squares, and the line joins the rest.
3. What lies past the expiry of the last value is shaded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from marsad.composing.chart_style import INK, MAIN, Spec, frame, label
from marsad.composing.drawing import FONT
from marsad.composing.pieces import Pieces, right_to_left, words
from marsad.linking.contradictions import reach
from marsad.linking.indicators import Point

Role = Literal["entry", "rival", "proposal"]

WIDE: Final = 660
NARROW: Final = 300
_HEIGHT: Final = 300
_RIVAL: Final = "#b3261e"
_FAINT: Final = "#5a6b7b"
_STALE: Final = "#b07a2a"
# With more dots than this their numbers would cover each other; the table has them.
_MOST_NUMBERS: Final = {WIDE: 24, NARROW: 10}
# The shade after an expiry takes so much of the picture, however long ago it was.
_SHADE: Final = 0.15
_UP: Final = ("at_least", "more_than")
_DOWN: Final = ("at_most", "less_than")


@dataclass(frozen=True, slots=True)
class Dot:
    """A value of the series, what it is to the others, and how it is written."""

    point: Point
    role: Role
    written: Pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the drawing says in words: its title, its key, and the name of the shade."""

    title: str
    key: Sequence[str] = ()
    stale: str = ""


class Stage(NamedTuple):
    """The days and values between which everything is drawn."""

    first: date
    last: date
    low: float
    high: float


def series_chart(
    dots: Sequence[Dot],
    told: Told,
    *,
    language: str,
    width: int = WIDE,
    stale_from: date | None = None,
    today: date | None = None,
) -> Spec:
    """The drawing of a series, for at least one value."""
    stage = _stage(dots, stale_from, today)
    axes = _axes(stage, language, width)
    rows = _numbered(
        [_row(dot, stage, language) for dot in dots], _MOST_NUMBERS.get(width, 10)
    )
    spec = {
        **frame(words(told.title), (), language),
        "data": {"values": rows},
        "width": width,
        "height": _HEIGHT,
        "layer": [
            *_shade(stage, stale_from, axes, label(words(told.stale), language)),
            *_reaches(axes),
            _line(axes),
            *_marks(axes),
            *_numbers(axes),
        ],
    }
    spec["title"]["subtitle"] = [
        right_to_left(line) if language == "ar" else line for line in told.key
    ]
    return spec


def _stage(dots: Sequence[Dot], stale_from: date | None, today: date | None) -> Stage:
    points = [dot.point for dot in dots]
    first = min(point.moment.first for point in points)
    last = max(point.moment.last for point in points)
    room = timedelta(days=max(10, round((last - first).days * 0.04)))
    end = last + room
    if stale_from is not None:
        shade = timedelta(days=max(20, round((last - first).days * _SHADE)))
        end = max(end, min(stale_from + shade, max(today or end, stale_from)))
    values = [
        value for point in points for value in (point.value, point.high or point.value)
    ]
    low, high = min(values), max(values)
    margin = max((high - low) * 0.25, abs(high) * 0.04, 1.0)
    bottom = low - margin
    return Stage(
        first - room, end, max(0.0, bottom) if low >= 0 else bottom, high + margin
    )


def _row(dot: Dot, stage: Stage, language: str) -> Spec:
    point = dot.point
    low, high = _shown_reach(point, stage)
    return {
        "from": point.moment.first.isoformat(),
        # The last day of the moment: a count for a year is known at its end.
        "day": point.moment.last.isoformat(),
        "value": point.value,
        "low": low,
        "high": high,
        "reach": _reach_kind(point),
        "mark": _mark(dot),
        "role": dot.role,
        "label": label(dot.written, language),
    }


def _reach_kind(point: Point) -> str:
    if point.bound in _UP:
        return "up"
    if point.bound in _DOWN:
        return "down"
    if point.bound == "about":
        return "about"
    return "range" if point.high is not None else "none"


def _shown_reach(point: Point, stage: Stage) -> tuple[float, float]:
    """From where to where a value may lie; an open end is an arrow of one length."""
    arrow = (stage.high - stage.low) * 0.11
    allowed = reach(point)
    if point.bound in _UP:
        return point.value, min(point.value + arrow, stage.high)
    if point.bound in _DOWN:
        return max(point.value - arrow, stage.low), point.value
    return max(allowed.low, stage.low), min(allowed.high, stage.high)


def _mark(dot: Dot) -> str:
    if dot.role != "entry":
        return dot.role
    return "about" if dot.point.bound == "about" else "exact"


def _numbered(rows: Sequence[Spec], most: int) -> list[Spec]:
    """Write a number where it changes, of rivals the lower one below, of few dots all."""
    confirmed = [row for row in rows if row["role"] != "proposal"]
    written: list[Spec] = []
    before: object = None
    for row in rows:
        is_told = row["role"] != "proposal" and row["value"] != before
        before = row["value"] if row["role"] != "proposal" else before
        text = row["label"] if is_told and len(confirmed) <= most else ""
        is_lower = row["role"] == "rival" and any(
            one["role"] == "rival" and one["value"] > row["value"] for one in rows
        )
        # An arrow or a bar stands above its dot, so its number stands below.
        is_below = is_lower or row["reach"] in ("up", "range")
        written.append({**row, "label": text, "below": is_below})
    return written


def _axes(stage: Stage, language: str, width: int) -> Spec:
    span = (stage.last - stage.first).days
    form = "%Y" if span > 3 * 365 else "%m/%Y" if span > 90 else "%d/%m"
    is_arabic = language == "ar"
    group = "\u00a0" if language == "fr" else ","
    return {
        "x": {
            "field": "day",
            "type": "temporal",
            "axis": {
                "format": form,
                "title": None,
                "labelOverlap": True,
                "tickCount": "year" if form == "%Y" and width == WIDE else 5,
                "grid": False,
            },
            "scale": {
                "type": "utc",
                "domain": [stage.first.isoformat(), stage.last.isoformat()],
                "reverse": is_arabic,
                "nice": False,
            },
        },
        "y": {
            "field": "value",
            "type": "quantitative",
            "axis": {
                "orient": "right" if is_arabic else "left",
                "title": None,
                "tickCount": 5,
                "labelExpr": f"replace(datum.label, /,/g, '{group}')",
            },
            "scale": {"domain": [stage.low, stage.high], "zero": False, "nice": False},
        },
    }


def _shade(stage: Stage, since: date | None, axes: Spec, name: str) -> list[Spec]:
    if since is None or since >= stage.last:
        return []
    x, begin = axes["x"], max(since, stage.first)
    area: Spec = {
        "data": {
            "values": [{"since": begin.isoformat(), "until": stage.last.isoformat()}]
        },
        "mark": {"type": "rect", "color": _STALE, "opacity": 0.16},
        "encoding": {"x": {**x, "field": "since"}, "x2": {"field": "until"}},
    }
    middle = begin + (stage.last - begin) / 2
    words_of_it: Spec = {
        "data": {"values": [{"day": middle.isoformat(), "name": name}]},
        "mark": {
            "type": "text", "font": FONT, "fontSize": 11, "color": "#7a4b00",
            "angle": 270, "baseline": "middle",
        },
        "encoding": {"x": x, "y": {"value": _HEIGHT / 2}, "text": {"field": "name"}},
    }  # fmt: skip
    return [area, words_of_it]


def _colour() -> Spec:
    return {
        "field": "role",
        "type": "nominal",
        "scale": {
            "domain": ["entry", "rival", "proposal"],
            "range": [MAIN, _RIVAL, _FAINT],
        },
        "legend": None,
    }


def _faintness() -> Spec:
    return {
        "condition": {"test": "datum.role == 'proposal'", "value": 0.45},
        "value": 1,
    }


def _only(*kinds: str) -> list[Spec]:
    return [{"filter": {"field": "reach", "oneOf": list(kinds)}}]


def _reaches(axes: Spec) -> list[Spec]:
    """Ranges as bars, about as dashes, open bounds as arrows, long moments as strokes."""
    stretch = {
        "x": axes["x"],
        "y": {**axes["y"], "field": "low"},
        "y2": {"field": "high"},
        "color": _colour(),
        "opacity": _faintness(),
    }
    looks: Sequence[tuple[tuple[str, ...], Spec]] = (
        (("range",), {"strokeWidth": 7, "strokeCap": "round"}),
        (("about",), {"strokeWidth": 2, "strokeDash": [3, 3]}),
        (("up", "down"), {"strokeWidth": 2}),
    )
    layers: list[Spec] = [
        {
            "transform": _only(*kinds),
            "mark": {"type": "rule", **look},
            "encoding": stretch,
        }
        for kinds, look in looks
    ]
    return [*layers, *_tips(axes, stretch), _long_moments(axes)]


def _tips(axes: Spec, stretch: Spec) -> list[Spec]:
    """The heads of the arrows."""
    ends = (("up", "high", "triangle-up"), ("down", "low", "triangle-down"))
    bare = {channel: what for channel, what in stretch.items() if channel != "y2"}
    return [
        {
            "transform": _only(kind),
            "mark": {"type": "point", "shape": shape, "size": 70, "filled": True},
            "encoding": {**bare, "y": {**axes["y"], "field": end}},
        }
        for kind, end, shape in ends
    ]


def _long_moments(axes: Spec) -> Spec:
    return {
        "transform": [{"filter": "datum.from != datum.day"}],
        "mark": {"type": "rule", "strokeWidth": 2, "opacity": 0.5},
        "encoding": {
            "x": {**axes["x"], "field": "from"},
            "x2": {"field": "day"},
            "y": axes["y"],
            "color": _colour(),
        },
    }


def _line(axes: Spec) -> Spec:
    return {
        "transform": [{"filter": "datum.role == 'entry'"}],
        "mark": {"type": "line", "color": MAIN, "strokeWidth": 2, "opacity": 0.55},
        "encoding": axes,
    }


def _marks(axes: Spec) -> list[Spec]:
    domain = ["exact", "about", "rival", "proposal"]
    ranges = {
        "shape": ["circle", "circle", "diamond", "square"],
        "fill": [MAIN, "#ffffff", "#ffffff", "#ffffff"],
        "stroke": [MAIN, MAIN, _RIVAL, _FAINT],
    }
    looks = {
        channel: {
            "field": "mark",
            "type": "nominal",
            "scale": {"domain": domain, "range": values},
            "legend": None,
        }
        for channel, values in ranges.items()
    }
    return [
        {
            "mark": {"type": "point", "size": 90, "strokeWidth": 2.2},
            "encoding": {**axes, **looks, "opacity": _faintness()},
        }
    ]


def _numbers(axes: Spec) -> list[Spec]:
    """The numbers above or below their dots, with a rim that keeps them off the line."""
    rim: Spec = {"stroke": "#ffffff", "strokeWidth": 4, "color": "#ffffff"}
    return [
        {
            "transform": [{"filter": f"datum.label != '' && datum.below == {below}"}],
            "mark": {
                "type": "text", "font": FONT, "fontSize": 12, "fontWeight": 600,
                "color": INK, "dy": away, **look,
            },
            "encoding": {**axes, "text": {"field": "label"}},
        }
        for below, away in (("true", 18), ("false", -14))
        for look in (rim, {})
    ]  # fmt: skip
