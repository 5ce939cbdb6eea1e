"""A figure before its finding is made: a number, its words and its unit."""

from dataclasses import dataclass, replace

from marsad.reading.numbers.numbers import Number
from marsad.reading.numbers.ranges import FROM
from marsad.reading.passage import Passage

_JOINERS = frozenset(
    [("to",), ("-",), ("–",), ("a",), ("الي",), ("او",), ("or",), ("ou",), ("حتي",)]
)
_BOTH = frozenset([("and",), ("et",), ("و",), ()])
_BETWEEN = frozenset(["between", "entre", "بين"])


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with what it counts, over the tokens of its span."""

    number: Number
    first: int
    last: int
    clitic: int
    unit: str
    reader: str
    is_known: bool = True
    is_doubtful: bool = False


def merged(passage: Passage, low: Draft, high: Draft) -> Draft | None:
    """Join two figures of one unit into a range: between $3m and $5m."""
    if low.unit != high.unit or low.number.value >= high.number.value:
        return None
    if low.number.high is not None or high.number.high is not None:
        return None
    words = passage.words
    between = tuple(words[low.last : high.first])
    before = words[low.first - 1] if low.first else ""
    is_range = between in _JOINERS and before not in FROM
    if not is_range and not (before in _BETWEEN and between in _BOTH):
        return None
    number = replace(low.number, last=high.number.last, high=high.number.value)
    return replace(low, number=number, last=high.last)
