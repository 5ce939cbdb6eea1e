"""Whether a count changed, by how much, and how sure that is.

A single stretch against those before it: the ratio of two rates of overdispersed counts
(quasi-Poisson, McCullagh & Nelder 1989, section 6.2), its interval by Student's t, for the
spread is estimated from few stretches. A whole series: the widest swing of the cumulative
sum against shuffled series (Taylor 2000, "Change-point analysis"), on square roots, which
level the spread of counts (Anscombe 1948). Nothing here says why anything changed.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

# Fewer stretches before say nothing about how much counts vary by themselves.
FEWEST_BEFORE: Final = 4
# Upper 2.5 % points of Student's t by degrees of freedom (any table of it).
_T: Final = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
_SHORTEST_PART: Final = 5
_SHUFFLES: Final = 499
_RARE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Shift:
    """How many times as much there is now as before, with its 95 % interval."""

    before: float
    now: int
    stretches: int
    ratio: float
    low: float
    high: float

    @property
    def is_rise(self) -> bool:
        """Whether the whole interval lies above no change."""
        return self.low > 1

    @property
    def is_fall(self) -> bool:
        """Whether the whole interval lies below no change."""
        return self.high < 1


def shift(before: Sequence[int], now: int) -> Shift | None:
    """Compare one count with those before it; None where too few went before."""
    if len(before) < FEWEST_BEFORE or not (sum(before) or now):
        return None
    # Half a post on both sides: a ratio with nothing has no logarithm.
    rate, seen = (sum(before) + 0.5) / len(before), now + 0.5
    spread = _dispersion(before)
    error = math.sqrt(spread * (1 / seen + 1 / (sum(before) + 0.5)))
    reach = _t(len(before) - 1) * error
    ratio = seen / rate
    return Shift(
        before=fmean(before),
        now=now,
        stretches=len(before),
        ratio=ratio,
        low=ratio * math.exp(-reach),
        high=ratio * math.exp(reach),
    )


def _dispersion(counts: Sequence[int]) -> float:
    """How much more counts vary than chance alone would make them; never less than it."""
    mean = fmean(counts)
    if not mean:
        return 1.0
    squares = sum((count - mean) ** 2 for count in counts) / mean
    return max(1.0, squares / (len(counts) - 1))


def _t(freedom: int) -> float:
    return _T[min(freedom, len(_T)) - 1]


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """Where a series changed its level: the first stretch after, and between which it lies."""

    at: int
    first: int
    last: int
    before: float
    after: float
    # The share of shuffled series that swing as widely: small is sure.
    chance: float


def change_points(counts: Sequence[int], *, seed: int = 0) -> tuple[ChangePoint, ...]:
    """Where a series of counts changed its level; the same seed gives the same answer."""
    roots = [math.sqrt(count + 0.375) for count in counts]
    found = _split(roots, 0, len(roots), random.Random(seed))  # noqa: S311 (no secret)
    edges = [0, *sorted(found), len(counts)]
    return tuple(
        ChangePoint(
            at=at,
            first=found[at][0],
            last=found[at][1],
            before=fmean(counts[edges[place - 1] : at]),
            after=fmean(counts[at : edges[place + 1]]),
            chance=found[at][2],
        )
        for place, at in enumerate(edges)
        if at in found
    )


_Found = dict[int, tuple[int, int, float]]


def _split(
    values: Sequence[float], start: int, end: int, chance: random.Random
) -> _Found:
    """Change points between two places, each with its range and how likely by chance."""
    part = list(values[start:end])
    if len(part) < 2 * _SHORTEST_PART:
        return {}
    likely = _by_chance(part, chance)
    if likely > _RARE:
        return {}
    at = _best(part)
    first, last = _between(part, at, chance)
    found = {start + at: (start + first, start + last, likely)}
    found |= _split(values, start, start + at, chance)
    found |= _split(values, start + at, end, chance)
    return found


def _swing(values: Sequence[float]) -> float:
    """How far the sum of what lies off the mean swings."""
    mean, total, low, high = fmean(values), 0.0, 0.0, 0.0
    for value in values:
        total += value - mean
        low, high = min(low, total), max(high, total)
    return high - low


def _by_chance(part: list[float], chance: random.Random) -> float:
    seen, shuffled, wider = _swing(part), list(part), 1
    for _turn in range(_SHUFFLES):
        chance.shuffle(shuffled)
        wider += _swing(shuffled) >= seen
    return wider / (_SHUFFLES + 1)


def _best(part: Sequence[float]) -> int:
    """The place at which two levels fit best; neither side shorter than five."""
    total, count, left = sum(part), len(part), sum(part[: _SHORTEST_PART - 1])
    best, gain = _SHORTEST_PART, -1.0
    for at in range(_SHORTEST_PART, count - _SHORTEST_PART + 1):
        left += part[at - 1]
        # What the squares lose by two means in place of one.
        apart = left / at - (total - left) / (count - at)
        here = apart * apart * at * (count - at)
        if here > gain:
            best, gain = at, here
    return best


def _between(part: list[float], at: int, chance: random.Random) -> tuple[int, int]:
    """Where the change lies in 95 of 100 series like this one, made from what is left over."""
    sides = part[:at], part[at:]
    means = [fmean(side) for side in sides]
    off = [
        value - mean for side, mean in zip(sides, means, strict=True) for value in side
    ]
    places = []
    for _turn in range(_SHUFFLES):
        drawn = chance.choices(off, k=len(part))
        places.append(
            _best([means[place >= at] + one for place, one in enumerate(drawn)])
        )
    places.sort()
    return places[int(_SHUFFLES * 0.025)], places[int(_SHUFFLES * 0.975)]
