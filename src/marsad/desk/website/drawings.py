"""A series as a small drawing in the page: no script, no font of its own, a few kilobytes.

A value is a dot, about is a ring, an open bound has an arrow, a range is a bar, what is
disputed is a diamond. In Arabic time runs from right to left. The table beside it says
all of it in words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from marsad.composing.counting import bare
from marsad.desk.website.entries import Told

_WIDTH: Final = 640
_HEIGHT: Final = 260
_BEFORE, _AFTER, _TOP, _BOTTOM = 64, 28, 28, 36
_LINES: Final = 4
_UP: Final = ("at_least", "more_than")
_DOWN: Final = ("at_most", "less_than")


class Dot(NamedTuple):
    """A value of a series on its day."""

    day: date
    value: float
    high: float | None = None
    bound: str = ""
    unit: str = ""
    is_rival: bool = False


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where days and values stand in the drawing."""

    first: date
    last: date
    low: float
    high: float
    language: str

    def across(self, day: date) -> float:
        days = max(1, (self.last - self.first).days)
        part = (day - self.first).days / days
        room = _WIDTH - _BEFORE - _AFTER
        if self.language == "ar":
            return round(_WIDTH - _BEFORE - part * room, 1)
        return round(_BEFORE + part * room, 1)

    def down(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low)
        return round(_HEIGHT - _BOTTOM - part * (_HEIGHT - _TOP - _BOTTOM), 1)


def dots(told: Iterable[Told]) -> list[Dot]:
    """The values of entries, with those that disagree."""
    found = {}
    for one in told:
        for each, is_rival in (
            (one, bool(one.rivals)),
            *((r, True) for r in one.rivals),
        ):
            it = each.cited
            if it.value is not None:
                found[it.number] = Dot(
                    it.day, it.value, it.high, it.bound, it.unit, is_rival
                )
    return sorted(found.values())


def drawing(points: Sequence[Dot], title: str, language: str) -> SafeString | str:
    """The drawing of a series; nothing where there are fewer than two days."""
    if len({one.day for one in points}) < 2:
        return ""
    values = [one.value for one in points] + [one.high for one in points if one.high]
    low, high = min(values), max(values)
    room = (high - low) * 0.18 or abs(high) * 0.1 or 1.0
    bottom = low - room if low < 0 else max(0.0, low - room)
    stage = _Stage(points[0].day, points[-1].day, bottom, high + room, language)
    line = " ".join(
        f"{stage.across(one.day)},{stage.down(one.value)}"
        for one in points
        if not one.is_rival
    )
    return format_html(
        '<svg class="drawing" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '{}{}<polyline class="course" points="{}"/>{}{}</svg>',
        _WIDTH,
        _HEIGHT,
        title,
        format_html_join("", "{}", ((one,) for one in _grid(stage, points[0].unit))),
        format_html_join("", "{}", ((one,) for one in _years(stage, points))),
        line,
        format_html_join("", "{}", ((_mark(one, stage),) for one in points)),
        format_html_join("", "{}", ((_label(one, stage),) for one in _told(points))),
    )


def _written(value: float, unit: str, language: str) -> str:
    share = round(value * 100, 6) if unit == "fraction" else value
    sign = "%" if unit in ("percent", "fraction") else ""
    # The first is the minus sign of typesetters; a hyphen is shorter than a digit.
    return f"{bare(share, language)}{sign}".replace("-", "\u2212")


def _grid(stage: _Stage, unit: str) -> Iterator[SafeString]:
    step = _step((stage.high - stage.low) / _LINES)
    value = -(-stage.low // step) * step
    edge = _WIDTH - _BEFORE + 8 if stage.language == "ar" else _BEFORE - 8
    anchor = "start" if stage.language == "ar" else "end"
    start, end = sorted((stage.across(stage.first), stage.across(stage.last)))
    while value <= stage.high:
        height = stage.down(value)
        yield format_html(
            '<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>'
            '<text x="{}" y="{}" text-anchor="{}">{}</text>',
            start,
            end,
            height,
            height,
            edge,
            height + 4,
            anchor,
            _written(round(value, 6), unit, stage.language),
        )
        value += step


def _step(rough: float) -> float:
    size = 10.0 ** (len(str(int(rough))) - 1) if rough >= 1 else 0.1
    return next((size * by for by in (1, 2, 5) if size * by >= rough), size * 10)


def _years(stage: _Stage, points: Sequence[Dot]) -> Iterator[SafeString]:
    shown = dict.fromkeys(
        one.day.year if stage.last.year != stage.first.year else one.day.isoformat()
        for one in (points[0], points[-1])
    )
    for (told, one), anchor in zip(
        zip(shown, (points[0], points[-1]), strict=False),
        ("end", "start") if stage.language == "ar" else ("start", "end"),
        strict=False,
    ):
        yield format_html(
            '<text x="{}" y="{}" text-anchor="{}">{}</text>',
            stage.across(one.day),
            _HEIGHT - 12,
            anchor,
            told,
        )


def _mark(one: Dot, stage: _Stage) -> SafeString:
    x, y = stage.across(one.day), stage.down(one.value)
    if one.high is not None:
        top = stage.down(one.high)
        return format_html(
            '<line class="range" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>', x, y, top
        )
    if one.is_rival:
        shape = f"M{x},{y - 7}L{x + 7},{y}L{x},{y + 7}L{x - 7},{y}Z"
        return format_html('<path class="rival" d="{}"/>', shape)
    kind = "about" if one.bound == "about" else "dot"
    ring = format_html('<circle class="{}" cx="{}" cy="{}" r="5"/>', kind, x, y)
    if one.bound not in _UP + _DOWN:
        return ring
    way = -1 if one.bound in _UP else 1
    arrow = f"M{x},{y}v{18 * way}m-4,{-5 * way}l4,{5 * way}l4,{-5 * way}"
    return format_html('{}<path class="arrow" d="{}"/>', ring, arrow)


def _told(points: Sequence[Dot]) -> list[Dot]:
    """The first and the last value are written out; the table has the others."""
    return list(dict.fromkeys((points[0], points[-1])))


def _label(one: Dot, stage: _Stage) -> SafeString:
    x, y = stage.across(one.day), stage.down(one.high or one.value)
    is_late = one.day > stage.first
    near_end = is_late != (stage.language == "ar")
    lift = 24 if one.bound in _UP else 12
    return format_html(
        '<text class="value" x="{}" y="{}" text-anchor="{}">{}</text>',
        x,
        y - lift,
        "end" if near_end else "start",
        _written(one.value, one.unit, stage.language),
    )
