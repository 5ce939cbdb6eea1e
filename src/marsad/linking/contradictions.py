"""Rival values for one moment: shown side by side, never averaged away."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from marsad.linking.indicators import ATTENDANCE, Point, Series
from marsad.linking.moments import is_near, is_short

# "About" 10,000 and 9,500 do not deny each other; 10,000 and 12,000 do.
_ABOUT: Final = 0.1
# So many values of one indicator for one moment are compared with each other.
_WINDOW: Final = 50


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more values of one series that cannot all be true of the same days."""

    series: Series
    points: tuple[Point, ...]


def find_contradictions(series: Iterable[Series]) -> tuple[Contradiction, ...]:
    """All rival values, series by series; a later value supersedes and is no rival."""
    return tuple(rivalry for one in series for rivalry in _rivalries(one))


def _rivalries(series: Series) -> Iterator[Contradiction]:
    if series.indicator in (None, ATTENDANCE):
        return
    claimed: set[int] = set()
    for index, point in enumerate(series.points):
        if index in claimed or not is_short(point.moment):
            continue
        near = range(index + 1, min(len(series.points), index + _WINDOW))
        rivals = [index] + [
            other
            for other in near
            if other not in claimed and are_rivals(point, series.points[other])
        ]
        if len(rivals) > 1:
            claimed.update(rivals)
            yield Contradiction(series, tuple(series.points[i] for i in rivals))


def are_rivals(one: Point, other: Point) -> bool:
    """Whether two points of one series cannot both be true of the same days."""
    if not (is_short(one.moment) and is_short(other.moment)):
        return False
    if not is_near(one.moment, other.moment) or one.change != other.change:
        return False
    first, second = reach(one), reach(other)
    return first.high < second.low or second.high < first.low


class Reach(NamedTuple):
    """The values that a figure with its bound allows."""

    low: float
    high: float


def reach(point: Point) -> Reach:
    """The lowest and the highest value that agree with a point."""
    value, top = point.value, point.high if point.high is not None else point.value
    match point.bound:
        case "at_least" | "more_than":
            return Reach(value, math.inf)
        case "at_most" | "less_than":
            return Reach(-math.inf, top)
        case "about":
            return Reach(value - abs(value) * _ABOUT, top + abs(top) * _ABOUT)
    return Reach(value, top)
