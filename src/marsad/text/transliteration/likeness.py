"""How likely it is that an Arabic word and a Latin word spell one name.

Each pair of letter groups speaks for or against, by how often it was counted in names
against how often its letters are written at all, and by how usual the one is for the
other; the best way to lay the two words side by side counts.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from marsad.text.normalise import fold
from marsad.text.transliteration.decoding import groups_at
from marsad.text.transliteration.weights import pair_weights

# A letter that has nothing to stand beside: rarer than the rarest pair that is kept.
_ALONE: Final = -9.0
# Latin letters that one group may stand for: "tsch".
_LONGEST: Final = 4
_WORST: Final = -1e9
# Names of persons have fewer letters, and what is longer is not worth the time.
_MOST_LETTERS: Final = 24

# Where the two kinds of error weigh alike on the development names.
SAME: Final = 0.74


@lru_cache(maxsize=65536)
def likeness(arabic: str, latin: str) -> float:
    """Return how strongly the letters of two words speak for one name, a letter.

    From ``SAME`` on they may be one name; two words without letters score lowest.
    """
    one = "".join(filter(str.isalpha, fold(arabic)))[:_MOST_LETTERS]
    other = "".join(filter(str.isalpha, fold(latin)))[:_MOST_LETTERS]
    if not one or not other:
        return _ALONE
    return _best_sum(one, other) / (len(one) + len(other))


def _best_sum(arabic: str, latin: str) -> float:
    """The best sum of weights over all ways to lay two words side by side."""
    weights, width = pair_weights(), len(latin) + 1
    rows = [[_WORST] * width for _ in range(len(arabic) + 1)]
    rows[0][0] = 0.0
    for place, row in enumerate(rows[:-1]):
        _leave_alone(row)
        for group in groups_at(arabic, place):
            _lay(row, rows[place + len(group)], latin, weights.get(group, {}))
    _leave_alone(rows[-1])
    return rows[-1][-1]


def _leave_alone(row: list[float]) -> None:
    for place in range(1, len(row)):
        row[place] = max(row[place], row[place - 1] + _ALONE)


def _lay(
    row: Iterable[float], after: list[float], latin: str, of_group: Mapping[str, float]
) -> None:
    """Lay every possible group of Latin letters beside one Arabic group."""
    last = len(latin)
    for start, score in enumerate(row):
        if score == _WORST:
            continue
        for end in range(start, min(last, start + _LONGEST) + 1):
            usual = _ALONE if end - start < 2 else _WORST
            weight = of_group.get(latin[start:end], usual)
            if score + weight > after[end]:
                after[end] = score + weight
