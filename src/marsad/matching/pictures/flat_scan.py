"""Every hash compared with every other: exact at any distance, and quick in bulk.

Many questions are asked of one block of hashes after another, which stays near the
processor meanwhile; the inner loop is one the compiler turns into wide instructions. One
question alone is bound by memory instead.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled, ones

_BLOCK: Final = 512
_TOGETHER: Final = 64
_FEW: Final = 4
_ROOM: Final = 1 << 16
_ROOM_EACH: Final = 256
_FARTHER: Final = np.uint64(257)

# Numbers in compiled loops come from Python and from arrays.
Whole = int | np.int64


class Found(NamedTuple):
    """Which question found which row, and how many bits they are apart."""

    queries: NDArray[np.int64]
    rows: NDArray[np.int64]
    distances: NDArray[np.int64]


class Ask(NamedTuple):
    """From which question on, and up to how many bits."""

    first: int
    limit: int


class Told(NamedTuple):
    """Where to ask on, how many were kept, and how much room the next needs."""

    first: int
    kept: int
    wanted: int


Search = Callable[[Ask, Found], Told]


def scanned(rows: NDArray[np.uint64], hashes: NDArray[np.uint64], limit: int) -> Found:
    """All rows within a number of bits of each hash, whatever that number is."""
    scan = _scan_few if len(hashes) < _FEW else _scan_many

    def search(ask: Ask, found: Found) -> Told:
        return Told(*scan(rows, hashes, ask, found))

    return collected(search, len(hashes), limit)


def collected(search: Search, count: int, limit: int) -> Found:
    """Ask until every question is answered, with as much room as the answers need."""
    parts, first, room = [], 0, min(_ROOM, _ROOM_EACH * count)
    while first < count:
        found = Found(*(np.empty(room, np.int64) for _ in Found._fields))
        told = search(Ask(first, limit), found)
        parts.append([part[: told.kept] for part in found])
        first, room = told.first, max(room, told.wanted)
    parts = parts or [[np.empty(0, np.int64)] * 3]
    return Found(*map(np.concatenate, zip(*parts, strict=True)))


@compiled
def keep(found: Found, kept: int, query: int, row: Whole, distance: Whole) -> int:
    """Write one answer down where there is room, and count it in any case."""
    if kept < len(found.rows):
        found.queries[kept] = query
        found.rows[kept] = row
        found.distances[kept] = distance
    return kept + 1


@compiled
def scan_one(
    rows: NDArray[np.uint64], hashes: NDArray[np.uint64], query: int, limit: int,
    found: Found, kept: int,
) -> int:  # fmt: skip
    """Compare one hash with every row; how many answers there are now."""
    first, second = hashes[query, 0], hashes[query, 1]
    third, fourth = hashes[query, 2], hashes[query, 3]
    farthest = np.uint64(limit)
    for row in range(len(rows)):
        apart = ones(rows[row, 0] ^ first) + ones(rows[row, 1] ^ second)
        apart += ones(rows[row, 2] ^ third) + ones(rows[row, 3] ^ fourth)
        if apart <= farthest:
            kept = keep(found, kept, query, row, np.int64(apart))
    return kept


@compiled
def _scan_few(
    rows: NDArray[np.uint64], hashes: NDArray[np.uint64], ask: Ask, found: Found
) -> tuple[int, int, int]:
    kept = 0
    for query in range(ask.first, len(hashes)):
        before = kept
        kept = scan_one(rows, hashes, query, ask.limit, found, kept)
        if kept > len(found.rows):
            return query, before, kept - before
    return len(hashes), kept, 0


@compiled
def _scan_many(
    rows: NDArray[np.uint64], hashes: NDArray[np.uint64], ask: Ask, found: Found
) -> tuple[int, int, int]:
    kept = 0
    for first in range(ask.first, len(hashes), _TOGETHER):
        before = kept
        asked = (first, min(first + _TOGETHER, len(hashes)), ask.limit)
        for start in range(0, len(rows), _BLOCK):
            kept = _scan_block(rows, start, hashes, asked, found, kept)
        if kept > len(found.rows):
            return first, before, kept - before
    return len(hashes), kept, 0


@compiled
def _scan_block(
    rows: NDArray[np.uint64], start: int, hashes: NDArray[np.uint64],
    asked: tuple[int, int, int], found: Found, kept: int,
) -> int:  # fmt: skip
    first, last, limit = asked
    some = rows[start : start + _BLOCK]
    block = _turned_over(some)
    for query in range(first, last):
        if _nearest(block, hashes[query]) <= np.uint64(limit):
            at = kept
            kept = scan_one(some, hashes, query, limit, found, kept)
            found.rows[at:kept] += start
    return kept


@compiled
def _turned_over(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    block = np.empty((4, len(rows)), np.uint64)
    for place in range(len(rows)):
        for word in range(4):
            block[word, place] = rows[place, word]
    return block


@compiled
def _nearest(block: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> np.uint64:
    one, two, three, four = block[0], block[1], block[2], block[3]
    first, second, third, fourth = wanted[0], wanted[1], wanted[2], wanted[3]
    nearest = _FARTHER
    for place in range(len(one)):
        apart = ones(one[place] ^ first) + ones(two[place] ^ second)
        apart += ones(three[place] ^ third) + ones(four[place] ^ fourth)
        nearest = min(nearest, apart)
    return nearest
