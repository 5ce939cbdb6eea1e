"""Runs of letters as numbers: how they are packed, mixed, and which of a text are kept."""

from typing import Final

import numpy as np

from marsad.matching.compiled import compiled

BITS: Final = 7
# A banked text keeps about so many grams, evenly over its length; the one who asks
# looks up all of theirs, so that a run of a few words that is left finds it.
_KEPT: Final = 24
_WIDEST: Final = 8
# With fewer, ten times as many texts are read in vain, and hardly one more is found.
FEWEST_NEEDED: Final = 3
_PART_NEEDED: Final = 6
# The multipliers of SplitMix64 (Steele, Lea and Flood 2014).
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)


@compiled
def mask_of(gram: int) -> np.uint64:
    """The bits that a gram of so many letters takes."""
    return np.uint64((1 << (BITS * gram)) - 1)


@compiled
def with_next(packed: np.uint64, letter: int, mask: np.uint64) -> np.uint64:
    """The gram that ends one letter later."""
    return ((packed << np.uint64(BITS)) | np.uint64(letter)) & mask


@compiled
def mixed(packed: np.uint64) -> np.uint64:
    """A gram as a number whose bits are all alike in use."""
    value = (packed ^ (packed >> np.uint64(30))) * _FIRST
    value = (value ^ (value >> np.uint64(27))) * _SECOND
    return value ^ (value >> np.uint64(31))


@compiled
def step_of(length: int) -> int:
    """At every which letter a gram of a banked text of so many letters is kept."""
    return max(1, min(_WIDEST, length // _KEPT))


@compiled
def grams_needed(length: int, gram: int) -> int:
    """How many grams must lead to a banked text of so many letters before it is read."""
    kept = (length - gram) // step_of(length) + 1
    return max(FEWEST_NEEDED, kept // _PART_NEEDED)
