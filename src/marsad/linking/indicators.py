"""One series behind the figures of an indicator: its points, by day, with their sources.

1. What a figure counts is told by the words around it and by the register of indicators;
   counts of members form a series for each body.
2. Equal values for the same days, or days next to them, are one point.
3. Figures that no indicator claims are one where value, unit and days agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from marsad.linking.attestations import Attestation, by_day
from marsad.linking.moments import is_near, narrower
from marsad.linking.values import ATTENDANCE, MEMBERS, SeriesKey, Value, values_of
from marsad.reading.findings import Finding, Interval
from marsad.reading.pipeline import Reading

__all__ = [
    "ATTENDANCE",
    "MEMBERS",
    "Point",
    "Series",
    "is_same_point",
    "link_indicators",
    "loosest",
    "point_of",
]

_SAME_NEWS: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Point:
    """A value for some days, with every report that gives it."""

    value: float
    high: float | None
    bound: str
    unit: str
    change: str | None
    moment: Interval
    attestations: tuple[Attestation[Finding], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one indicator in the order of their days."""

    indicator: str | None
    body: str | None
    place: str | None
    unit: str
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point:
        """The point that supersedes the others: that of the last day known."""
        return max(self.points, key=lambda one: (one.moment.last, one.moment.first))


def link_indicators(readings: Sequence[Reading]) -> tuple[Series, ...]:
    """Every indicator of which the readings give a value, each with its points."""
    values: dict[SeriesKey, list[Value]] = defaultdict(list)
    for reading in readings:
        for value in values_of(reading):
            values[value.key].append(value)
    series = []
    for (indicator, body, place, unit), group in values.items():
        points = _points(sorted(group, key=lambda one: by_day(one.attestation)))
        if indicator is None:
            # No indicator holds these together, so each value stands alone.
            series += [Series(None, body, place, unit or "", (one,)) for one in points]
        else:
            series.append(Series(indicator, body, place, unit or "", tuple(points)))
    return tuple(sorted(series, key=_order))


def _points(values: Sequence[Value]) -> list[Point]:
    """Equal values for overlapping days become one point with several sources."""
    points: list[Point] = []
    for one in values:
        index = next(
            (i for i, point in enumerate(points) if is_same_point(point, one)), None
        )
        if index is None:
            points.append(point_of(one))
        else:
            points[index] = _joined(points[index], one)
    return sorted(points, key=lambda one: (one.moment, one.value))


def is_same_point(point: Point, one: Value) -> bool:
    """Whether a value for a moment is what a point says already."""
    if (point.value, point.high, point.change) != (one.value, one.high, one.change):
        return False
    if one.key.indicator is None:
        days = {attestation.day for attestation in point.attestations}
        return any(abs(one.attestation.day - day) <= _SAME_NEWS for day in days)
    return is_near(point.moment, one.moment)


def point_of(one: Value) -> Point:
    """The point that one value makes by itself."""
    return Point(
        value=one.value,
        high=one.high,
        bound=one.bound,
        unit=one.key.unit,
        change=one.change,
        moment=one.moment,
        attestations=(one.attestation,),
    )


def _joined(point: Point, one: Value) -> Point:
    return Point(
        value=point.value,
        high=point.high,
        bound=loosest((point.bound, one.bound)),
        unit=point.unit,
        change=point.change,
        moment=narrower(point.moment, one.moment),
        attestations=(*point.attestations, one.attestation),
    )


_LOOSENESS: Final = ("exact", "at_least", "at_most", "more_than", "less_than", "about")


def loosest(bounds: Iterable[str]) -> str:
    """Of several bounds the one that claims least, so that a pack never claims more."""
    return max(bounds, key=_LOOSENESS.index, default="exact")


def _order(series: Series) -> tuple[str, str, str, str, date, float]:
    first = series.points[0]
    return (
        series.indicator or "~",
        series.body or "",
        series.place or "",
        series.unit,
        first.moment.first,
        first.value,
    )
