"""How far readers agree beyond chance: Krippendorff's alpha for names of things.

Alpha is 1 where all agree, 0 where they agree as often as chance would have it, below
where less. Any number of readers, any of whom may have left a unit out. The formula is
that of nominal data in K. Krippendorff, "Computing Krippendorff's Alpha-Reliability"
(2011), part C: with coincidences o, totals n_c of each value and n of all,

    alpha = ((n - 1) * sum(o_cc) - sum(n_c * (n_c - 1))) / (n * (n - 1) - sum(n_c * (n_c - 1)))

The interval is a plain bootstrap: units are drawn again with replacement, and the middle
of what comes out is told. Of few units it is too narrow, as every bootstrap is.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Fewer units say little, whatever the interval is.
LEAST_UNITS: Final = 30
_DRAWS: Final = 2000
_SEED: Final = 20_110_125


class Undefined(StrEnum):
    """Why there is no alpha."""

    NOTHING = "nothing"
    ONE_VALUE = "one_value"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha with its interval; or why there is none. Units are those two readers valued."""

    units: int
    alpha: float | None
    low: float | None = None
    high: float | None = None
    undefined: Undefined | None = None

    @property
    def is_thin(self) -> bool:
        """Whether too few units were valued to lean on it."""
        return self.units < LEAST_UNITS


def agreement(
    units: Iterable[Sequence[Hashable | None]], *, confidence: float = 0.95
) -> Agreement:
    """Alpha over units, each with its readers' values; None is a value that is missing."""
    counts = _counts(units)
    if not len(counts):
        return Agreement(0, None, undefined=Undefined.NOTHING)
    pairs, totals = _coincidences(counts)
    [alpha] = _alphas(pairs.sum()[None], totals.sum(axis=0)[None])
    if np.isnan(alpha):
        return Agreement(len(counts), None, undefined=Undefined.ONE_VALUE)
    low, high = _interval(pairs, totals, confidence)
    return Agreement(len(counts), float(alpha), low, high)


def confusion(
    pairs: Iterable[tuple[Hashable, Hashable]],
) -> Counter[tuple[Hashable, Hashable]]:
    """How often two readers said which two things; the order of the two says nothing."""
    both: Counter[tuple[Hashable, Hashable]] = Counter()
    for one, other in pairs:
        first, second = sorted((one, other), key=str)
        both[first, second] += 1
    return both


def _counts(units: Iterable[Sequence[Hashable | None]]) -> NDArray[np.float64]:
    """A row a unit that two readers valued, a column a value: how many gave it."""
    rows = [Counter(one for one in unit if one is not None) for unit in units]
    rows = [row for row in rows if row.total() > 1]
    values = sorted({value for row in rows for value in row}, key=str)
    return np.array([[row[value] for value in values] for row in rows], dtype=float)


def _coincidences(
    counts: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of each unit: its pairs that agree, weighed by its readers; and its values."""
    readers = counts.sum(axis=1)
    agreeing = (counts * (counts - 1)).sum(axis=1) / (readers - 1)
    return agreeing, counts


def _alphas(
    agreeing: NDArray[np.float64], totals: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Alpha of many draws at once; not a number where only one value was given."""
    n = totals.sum(axis=1)
    by_chance = (totals * (totals - 1)).sum(axis=1)
    room = n * (n - 1) - by_chance
    room[room <= 0] = np.nan
    found: NDArray[np.float64] = ((n - 1) * agreeing - by_chance) / room
    return found


def _interval(
    agreeing: NDArray[np.float64], totals: NDArray[np.float64], confidence: float
) -> tuple[float | None, float | None]:
    """The middle of what alpha is when units are drawn again; None for one unit."""
    units = len(agreeing)
    if units < 2:
        return None, None
    # The same numbers give the same interval each time.
    drawn = np.random.default_rng(_SEED).multinomial(
        units, np.full(units, 1 / units), size=_DRAWS
    )
    alphas = _alphas(drawn @ agreeing, drawn @ totals)
    # A draw of one value alone has no alpha and says nothing of it.
    alphas = alphas[~np.isnan(alphas)]
    if not len(alphas):
        return None, None
    rest = (1 - confidence) / 2
    low, high = np.quantile(alphas, [rest, 1 - rest])
    return float(low), float(high)
