"""Shares with how sure they are, and times by their quartiles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, Final

# The normal quantile for an interval that holds in 95 of 100 reports.
_Z: Final = 1.959964
_PLACES: Final = 4


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; the denominator is never left out."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share itself; nothing of nothing is no share."""
        return round(self.count / self.of, _PLACES) if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's score interval at 95 %: Wilson 1927, and right for few and for none."""
        if not self.of:
            return None
        share, spread = self.count / self.of, _Z * _Z / self.of
        middle = share + spread / 2
        around = _Z * math.sqrt(share * (1 - share) / self.of + spread / (4 * self.of))
        low, high = ((middle + sign * around) / (1 + spread) for sign in (-1, 1))
        return round(max(0.0, low), _PLACES), round(min(1.0, high), _PLACES)

    def cells(self) -> dict[str, Any]:
        """What a table keeps of it."""
        low, high = self.interval or (None, None)
        return {
            "count": self.count,
            "of": self.of,
            "share": self.value,
            "low": low,
            "high": high,
        }


def times(hours: Sequence[float]) -> dict[str, Any]:
    """How many, their median and their quartiles, in hours."""
    if not hours:
        return {"count": 0, "quarter": None, "median": None, "three_quarters": None}
    first, last = hours[0], hours[0]
    if len(hours) > 1:
        first, _middle, last = quantiles(hours, n=4, method="inclusive")
    return {
        "count": len(hours),
        "quarter": round(first, 1),
        "median": round(median(hours), 1),
        "three_quarters": round(last, 1),
    }
