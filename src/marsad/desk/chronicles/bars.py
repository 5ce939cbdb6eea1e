"""Mentions by month as bars: where each stands in the picture, and how tall it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import translation

HEIGHT: Final = 120
_WIDTH: Final = 360
# Of more months than these, bars stand for years: narrower ones cannot be told apart.
_MOST_MONTHS: Final = 60
_GAP: Final = 0.25
_LABELS: Final = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the time it stands for, how often, and its place in the picture."""

    first: date
    count: int
    x: float
    y: float
    width: float
    height: float
    # Whether the time is written under it; under all of them it would be too much.
    is_labelled: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class Picture:
    """All bars, in the order of time, and what one bar stands for."""

    bars: Sequence[Bar]
    is_yearly: bool
    highest: int
    width: int = _WIDTH
    height: int = HEIGHT


def picture_of(months: Sequence[tuple[date, int]]) -> Picture | None:
    """The bars of some months, the empty ones between them included."""
    if not months:
        return None
    counts = dict(months)
    first, last = min(counts), max(counts)
    spans = _months(first, last)
    is_yearly = len(spans) > _MOST_MONTHS
    if is_yearly:
        counts = _by_year(counts)
        spans = [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    highest = max(counts.values())
    step = _WIDTH / max(len(spans), 12)
    every = -(-len(spans) // _LABELS)
    is_mirrored = translation.get_language_bidi()
    bars = []
    for number, span in enumerate(spans):
        count = counts.get(span, 0)
        height = round(count / highest * HEIGHT, 2) if highest else 0
        # In Arabic time runs from right to left, as the lines do.
        x = _WIDTH - (number + 1) * step if is_mirrored else number * step
        bars.append(
            Bar(
                first=span,
                count=count,
                x=round(x + step * _GAP / 2, 2),
                y=round(HEIGHT - height, 2),
                width=round(step * (1 - _GAP), 2),
                height=height,
                is_labelled=number % every == 0,
            )
        )
    return Picture(bars, is_yearly, highest)


def _months(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [date(one // 12, one % 12 + 1, 1) for one in range(start, start + count)]


def _by_year(counts: dict[date, int]) -> dict[date, int]:
    years: dict[date, int] = {}
    for month, count in counts.items():
        year = month.replace(month=1)
        years[year] = years.get(year, 0) + count
    return years
