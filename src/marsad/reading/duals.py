"""Arabic duals: one word that is both the number two and what is counted."""

import re
from collections.abc import Set

from marsad.reading.numbers import Number
from marsad.reading.passage import Passage
from marsad.reading.units import Unit, unit_at

_DUAL = re.compile(r"\b\w{2,}(?:ين|ان)\b")
# Names and broken plurals that look like duals of unit nouns.
_NOT_DUALS = frozenset("طالبان ميلان ديران قطعان جيران نيران فرسان شبان راسين اركان عمان سودان".split())
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


def find_duals(
    passage: Passage, numbers: list[Number], taken: Set[int]
) -> list[Number]:
    """Return the numbers with the indefinite duals of unit nouns added, in order."""
    covered = {
        token for number in numbers for token in range(number.first, number.last + 1)
    }
    duals: list[Number] = []
    for match in _DUAL.finditer(passage.text):
        token = passage.tokens.at(match.start())
        if token in covered or token in taken:
            continue
        if passage.words[token] in _NOT_DUALS:
            continue
        dual = _dual(passage.words[token])
        if dual is not None and not dual[1].is_definite:
            duals.append(Number(token, token + 1, dual[0], 2, "dual"))
    if not duals:
        return numbers
    return sorted([*numbers, *duals], key=lambda number: number.first)


def _dual(word: str) -> tuple[int, Unit] | None:
    """Return the letters to cut off a word and the unit of which it is the dual."""
    for prefix in _PREFIXES:
        if word.startswith(prefix):
            unit = unit_at([word[len(prefix) :]], 0, "ar")
            if unit is not None:
                return (len(prefix), unit) if unit.is_dual else None
    return None
