"""Arabic duals: one word that is both the number two and what is counted."""

from collections.abc import Set
from functools import cache
from typing import NamedTuple

from marsad.reading.numbers.numbers import Number
from marsad.reading.numbers.units import duals
from marsad.reading.passage import Passage

# Names and broken plurals that look like duals of unit nouns.
_NOT_DUALS = frozenset(
    "هاتفين قريبين قريبان مطالبين عالمين طالبان ميلان ديران قطعان جيران نيران فرسان شبان راسين اركان عمان سودان".split()
)
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


class Dual(NamedTuple):
    """A dual: the letters of a preposition to cut off, and the unit it counts."""

    clitic: int
    unit: str


def dual(word: str) -> Dual | None:
    """Return what an indefinite dual counts, or None for any other word."""
    return _duals().get(word)


def with_duals(
    passage: Passage, numbers: list[Number], taken: Set[int]
) -> list[Number]:
    """Return the numbers with the indefinite duals of unit nouns added, in order."""
    known = _duals()
    tokens = passage.tokens_of(known.keys())
    if not tokens:
        return numbers
    covered = {
        token for number in numbers for token in range(number.first, number.last + 1)
    }
    found = [
        Number(token, token + 1, known[passage.words[token]].clitic, 2, "dual")
        for token in tokens
        if token not in covered and token not in taken
    ]
    return sorted([*numbers, *found], key=lambda number: number.first)


@cache
def _duals() -> dict[str, Dual]:
    """Return every dual with the conjunctions and prepositions written on to it."""
    found: dict[str, Dual] = {}
    for prefix in _PREFIXES:
        for word, unit in duals().items():
            if word not in _NOT_DUALS:
                found.setdefault(prefix + word, Dual(len(prefix), unit))
    return found
