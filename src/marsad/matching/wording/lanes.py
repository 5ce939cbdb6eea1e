"""Banked streams of letters and the table by which a gram leads to those that have it.

The table is one sorted array cut in buckets: a bucket by the first bits of a gram, in it
sixteen more bits and the row. A map of bits, small enough for the cache, answers first
for the many grams that nobody has.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled
from marsad.matching.wording.formulas import FLAG
from marsad.matching.wording.grams import mask_of, mixed, step_of, with_next

# A gram of more texts than this leads to the first of them only: it is a formula that
# is not in our list, or one text banked in many versions, of which so many are told.
MOST_ROWS: Final = 48
_ROW_BITS: Final = 24
MOST_TEXTS: Final = 1 << _ROW_BITS
_MARK_BITS: Final = 16
_FEWEST_BITS: Final = 12


class Rule(NamedTuple):
    """What is asked of a likeness in a lane; all of it holds for every script but one.

    ``gram`` letters that stand together lead to a text. A run of letters counts from ``shortest_run`` letters on, or ``shortest_latin``: words of Latin script
    have more letters. ``own_needed`` letters outside formulas must be found, and the
    share ``look`` of all of them; ``same_needed`` and ``same`` for what is the same.
    """

    gram: int
    shortest_run: int
    shortest_latin: int
    first_latin: int
    own_needed: int
    same_needed: int
    look: float
    same: float


class Lane(NamedTuple):
    """Letters of banked texts (flagged where formulas stand), and the table of grams."""

    letters: NDArray[np.uint8]
    bounds: NDArray[np.int64]
    own: NDArray[np.int32]
    seen: NDArray[np.uint64]
    first: NDArray[np.uint32]
    marks: NDArray[np.uint16]
    rows: NDArray[np.uint32]


def lane_of(letters: NDArray[np.uint8], bounds: NDArray[np.int64], gram: int) -> Lane:
    """Build the table over streams whose formulas are flagged."""
    keys = np.empty(_count_grams(bounds, gram), np.uint64)
    own = np.zeros(len(bounds) - 1, np.int32)
    keys = keys[: _write_keys(letters, bounds, gram, keys, own)]
    keys.sort()
    bits = max(_FEWEST_BITS, int(len(keys) // 4).bit_length())
    first = np.zeros((1 << bits) + 1, np.uint32)
    marks, rows = np.empty(len(keys), np.uint16), np.empty(len(keys), np.uint32)
    seen = np.zeros(max(1, (1 << (bits + 5)) >> 6), np.uint64)
    kept = _write_table(keys, first, marks, rows, seen)
    return Lane(letters, bounds, own, seen, first, marks[:kept], rows[:kept])


@compiled
def _count_grams(bounds: NDArray[np.int64], gram: int) -> int:
    count = 0
    for row in range(len(bounds) - 1):
        length = bounds[row + 1] - bounds[row]
        if length >= gram:
            count += (length - gram) // step_of(length) + 1
    return count


@compiled
def _write_keys(
    letters: NDArray[np.uint8],
    bounds: NDArray[np.int64],
    gram: int,
    keys: NDArray[np.uint64],
    own: NDArray[np.int32],
) -> int:
    """The kept grams of every row, each with its row in the last bits."""
    count, mask = 0, mask_of(gram)
    low = np.uint64((1 << _ROW_BITS) - 1)
    for row in range(len(bounds) - 1):
        start, end = bounds[row], bounds[row + 1]
        step, value, telling = step_of(end - start), np.uint64(0), 0
        for at in range(start, end):
            is_own = letters[at] < FLAG
            own[row] += is_own
            telling = gram if is_own else telling - 1
            value = with_next(value, letters[at] & 0x7F, mask)
            place = at - start - gram + 1
            # A gram wholly inside a formula leads to everybody.
            if place >= 0 and place % step == 0 and telling > 0:
                keys[count] = (mixed(value) & ~low) | np.uint64(row)
                count += 1
    return count


@compiled
def _write_table(
    keys: NDArray[np.uint64],
    first: NDArray[np.uint32],
    marks: NDArray[np.uint16],
    rows: NDArray[np.uint32],
    seen: NDArray[np.uint64],
) -> int:
    """Cut sorted keys into buckets; return how many rows are kept."""
    shift = bucket_shift(first)
    kept, alike, bucket = 0, 0, 0
    last = np.uint64(0)
    low = np.uint64((1 << _ROW_BITS) - 1)
    for at in range(len(keys)):
        gram, row = keys[at] >> np.uint64(_ROW_BITS), keys[at] & low
        alike = alike + 1 if at > 0 and gram == last else 0
        is_again = alike > 0 and rows[kept - 1] == row
        last = gram
        if alike >= MOST_ROWS or is_again:
            continue
        here = np.int64(keys[at] >> shift)
        while bucket < here:
            bucket += 1
            first[bucket] = kept
        marks[kept], rows[kept] = mark_of(keys[at], shift), row
        bit = keys[at] >> seen_shift(seen)
        seen[np.int64(bit >> np.uint64(6))] |= np.uint64(1) << (bit & np.uint64(63))
        kept += 1
    for rest in range(bucket + 1, len(first)):
        first[rest] = kept
    return kept


@compiled
def bucket_shift(first: NDArray[np.uint32]) -> np.uint64:
    """How far a gram is shifted so that its bucket is left."""
    shift, buckets = 64, len(first) - 1
    while buckets > 1:
        buckets >>= 1
        shift -= 1
    return np.uint64(shift)


@compiled
def seen_shift(seen: NDArray[np.uint64]) -> np.uint64:
    """How far a gram is shifted so that its bit in the map is left."""
    shift, words = 58, len(seen)
    while words > 1:
        words >>= 1
        shift -= 1
    return np.uint64(shift)


@compiled
def mark_of(key: np.uint64, shift: np.uint64) -> np.uint16:
    """The bits of a gram by which it is told from others in its bucket."""
    return np.uint16((key >> (shift - np.uint64(_MARK_BITS))) & np.uint64(0xFFFF))
