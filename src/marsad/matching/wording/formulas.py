"""Formulas that everybody writes, whose letters tell nothing of a text."""

from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled
from marsad.matching.wording.grams import mask_of, with_next
from marsad.matching.wording.letters import plain, skeleton
from marsad.matching.wording.sounds import sounds_of
from marsad.matching.wording.streams import Streams, streams_of

GRAM: Final = 8
# Beside a letter in an array: it stands in a formula and counts for nothing.
FLAG: Final = 0x80


@cache
def formulas() -> tuple[str, ...]:
    """The formulas themselves."""
    table = files("marsad.matching.wording").joinpath("formulas.tsv")
    lines = table.read_text("utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    return tuple(line.split("\t")[1] for line in kept[1:])


@cache
def formula_grams() -> NDArray[np.uint64]:
    """All runs of eight letters that stand in formulas, in order."""
    return _grams_of(streams_of(formulas(), skeleton()))


@cache
def formula_sounds() -> NDArray[np.uint64]:
    """All runs of eight consonants that stand in formulas, in order."""
    return _grams_of(sounds_of(streams_of(formulas(), plain())))


def _grams_of(streams: Streams) -> NDArray[np.uint64]:
    found = {
        packed(streams.letters, at, GRAM)
        for start, end in pairwise(streams.bounds.tolist())
        for at in range(start, end - GRAM + 1)
    }
    return np.array(sorted(found), np.uint64)


@compiled
def packed(letters: NDArray[np.uint8], at: int, gram: int) -> np.uint64:
    """The gram of so many letters that begins at a place."""
    value, mask = np.uint64(0), mask_of(gram)
    for place in range(at, at + gram):
        value = with_next(value, letters[place] & 0x7F, mask)
    return value


@compiled
def flag_formulas(
    letters: NDArray[np.uint8], start: int, end: int, known: NDArray[np.uint64]
) -> int:
    """Flag the letters that stand in formulas; return how many do not."""
    value, mask = np.uint64(0), mask_of(GRAM)
    for at in range(start, end):
        value = with_next(value, letters[at] & 0x7F, mask)
        if at - start < GRAM - 1:
            continue
        place = np.searchsorted(known, value)
        if place < len(known) and known[place] == value:
            for back in range(at - GRAM + 1, at + 1):
                letters[back] |= FLAG
    own = 0
    for at in range(start, end):
        own += letters[at] < FLAG
    return own


@compiled
def flag_all(
    letters: NDArray[np.uint8],
    bounds: NDArray[np.int64],
    known: NDArray[np.uint64],
    own: NDArray[np.int32],
) -> None:
    """Flag the formulas of many texts; write down how many letters are no formula's."""
    for text in range(len(bounds) - 1):
        own[text] = flag_formulas(letters, bounds[text], bounds[text + 1], known)
