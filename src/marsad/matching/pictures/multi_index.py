"""Known hashes within 31 bits, exactly, by looking up pieces of a hash.

Two hashes at most 31 bits apart, cut into sixteen pieces, are at most one bit apart in one
of them: sixteen pieces with two flips each would be 32. So the index has a table for each
piece, is asked for each piece as it is and with each of its bits flipped, and compares
whole hashes only with what it finds there. With eleven pieces, one may have up to two
flips in each of ten and one in the last: many more places to ask, each much emptier, which
pays above two million.

1. Where in the tables the places are that must be read (``_ranges``).
2. Which rows stand there (``_gather``).
3. Which of them are near as a whole (``_verify``), each told once.

Each step begins to fetch what it will read some steps later: the tables are larger than
the caches, and waiting for memory is nearly all that a lookup costs. Where pieces are so
common that an eighth of all rows would be compared, the rows are read through instead.
"""

from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled, fetch_ahead, ones
from marsad.matching.pictures.flat_scan import (
    Ask,
    Found,
    Told,
    Whole,
    collected,
    keep,
    scan_one,
)

LIMIT: Final = 31
# Measured: one compared row costs what eight cost that are read one after the other.
_OVERFULL: Final = 8
_LARGE: Final = 2_000_000
_BUCKETS_AHEAD: Final = 16
_RANGES_AHEAD: Final = 8
_ROWS_AHEAD: Final = 24
# Width and flips of each piece. All flips and one for each piece make 32, or an answer
# could be missed; not all 256 bits need be in a piece.
_SMALL_CUT: Final = ((16, 1),) * 16
_LARGE_CUT: Final = ((23, 2),) * 10 + ((22, 1),)


class Cuts(NamedTuple):
    """How a hash is cut into pieces, and which flips of each piece are looked up."""

    starts: NDArray[np.int64]
    widths: NDArray[np.int64]
    flips: NDArray[np.int64]
    flip_ends: NDArray[np.int64]
    tables: NDArray[np.int64]


class Tables(NamedTuple):
    """The hashes, and for each piece the rows in the order of what the piece says."""

    hashes: NDArray[np.uint64]
    buckets: NDArray[np.uint32]
    rows: NDArray[np.uint32]
    cuts: Cuts


class Scratch(NamedTuple):
    """Room for the places to read, the rows to compare, and those that were told."""

    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    candidates: NDArray[np.uint32]
    seen: NDArray[np.uint64]


def cuts_for(count: int) -> Cuts:
    """How so many hashes are best cut."""
    pieces = _LARGE_CUT if count > _LARGE else _SMALL_CUT
    widths = np.array([width for width, _ in pieces], np.int64)
    flips = [_flips(width, radius) for width, radius in pieces]
    return Cuts(
        starts=np.cumsum(widths) - widths,
        widths=widths,
        flips=np.concatenate(flips),
        flip_ends=np.cumsum([0, *map(len, flips)], dtype=np.int64),
        # Two more than a piece has values: see ``_fill``.
        tables=np.cumsum([0, *((1 << width) + 2 for width in widths)], dtype=np.int64),
    )


def built(hashes: NDArray[np.uint64], cuts: Cuts | None = None) -> Tables:
    """Tables over hashes, one for each piece."""
    cuts = cuts or cuts_for(len(hashes))
    buckets = np.zeros(cuts.tables[-1], np.uint32)
    rows = np.empty(len(cuts.widths) * len(hashes), np.uint32)
    for piece, start in enumerate(cuts.starts):
        table = buckets[cuts.tables[piece] : cuts.tables[piece + 1]]
        order = rows[piece * len(hashes) : (piece + 1) * len(hashes)]
        _fill(hashes, start, cuts.widths[piece], table, order)
    buckets.setflags(write=False)
    rows.setflags(write=False)
    return Tables(hashes, buckets, rows, cuts)


def tables_from(
    hashes: NDArray[np.uint64],
    buckets: NDArray[np.uint32] | None,
    rows: NDArray[np.uint32] | None,
) -> Tables | None:
    """Tables that were saved, or None where they are not those of these hashes."""
    if buckets is None or rows is None:
        return None
    cuts = cuts_for(len(hashes))
    is_shaped = (
        buckets.dtype == rows.dtype == np.uint32
        and buckets.shape == (cuts.tables[-1],)
        and rows.shape == (len(cuts.widths) * len(hashes),)
    )
    # A place outside the arrays would be read as it is by compiled loops.
    if not is_shaped or not _leads_inside(buckets, rows, cuts, len(hashes)):
        return None
    return Tables(hashes, buckets, rows, cuts)


def near(
    tables: Tables, hashes: NDArray[np.uint64], room: Scratch, limit: int
) -> Found:
    """All rows within 31 bits or fewer of each hash."""

    def search(ask: Ask, found: Found) -> Told:
        return Told(*_search(tables, hashes, room, ask, found))

    return collected(search, len(hashes), min(limit, LIMIT))


def scratch(tables: Tables) -> Scratch:
    """Room for one search at a time; it is clean again after each."""
    flips, count = len(tables.cuts.flips), len(tables.hashes)
    return Scratch(
        np.empty(flips, np.int64),
        np.empty(flips, np.int64),
        np.empty(count // _OVERFULL, np.uint32),
        np.zeros(count // 64 + 1, np.uint64),
    )


def _flips(width: int, radius: int) -> NDArray[np.int64]:
    chosen = (
        sum(1 << bit for bit in bits)
        for flips in range(radius + 1)
        for bits in combinations(range(width), flips)
    )
    # In their order, so that neighbouring places are read one after the other.
    return np.array(sorted(chosen), np.int64)


def _leads_inside(
    buckets: NDArray[np.uint32], rows: NDArray[np.uint32], cuts: Cuts, count: int
) -> bool:
    tables = [
        buckets[start:end]
        for start, end in zip(cuts.tables[:-1], cuts.tables[1:], strict=True)
    ]
    return int(rows.max(initial=0)) < max(count, 1) and all(
        int(table[-1]) <= count and bool((table[1:] >= table[:-1]).all())
        for table in tables
    )


@compiled
def _piece(words: NDArray[np.uint64], start: int, width: int) -> np.int64:
    first, within = start >> 6, start & 63
    bits = words[first] >> np.uint64(within)
    if within + width > 64:
        bits |= words[first + 1] << np.uint64(64 - within)
    return np.int64(bits & np.uint64((1 << width) - 1))


@compiled
def _fill(
    hashes: NDArray[np.uint64], start: int, width: int, buckets: NDArray[np.uint32],
    rows: NDArray[np.uint32],
) -> None:  # fmt: skip
    # Counted two places on and filled one place on, a table ends up with its beginnings
    # in place, and needs no second one to keep count.
    for row in range(len(hashes)):
        buckets[_piece(hashes[row], start, width) + 2] += np.uint32(1)
    for value in range(1, len(buckets)):
        buckets[value] += buckets[value - 1]
    for row in range(len(hashes)):
        place = _piece(hashes[row], start, width) + 1
        rows[buckets[place]] = row
        buckets[place] += np.uint32(1)


@compiled
def _search(
    tables: Tables, hashes: NDArray[np.uint64], room: Scratch, ask: Ask, found: Found
) -> tuple[int, int, int]:
    kept = 0
    for query in range(ask.first, len(hashes)):
        before = kept
        total = _ranges(tables, hashes[query], room)
        if total > len(room.candidates):
            kept = scan_one(tables.hashes, hashes, query, ask.limit, found, kept)
        else:
            _gather(tables.rows, room)
            asked = (query, ask.limit, total)
            kept = _verify(tables.hashes, hashes[query], asked, room, found, kept)
            _forget(room.seen, found, before, kept)
        if kept > len(found.rows):
            return query, before, kept - before
    return len(hashes), kept, 0


@compiled
def _ranges(tables: Tables, words: NDArray[np.uint64], room: Scratch) -> np.int64:
    cuts, buckets, total = tables.cuts, tables.buckets, np.int64(0)
    for piece in range(len(cuts.widths)):
        value = _piece(words, cuts.starts[piece], cuts.widths[piece])
        table, last = cuts.tables[piece], cuts.flip_ends[piece + 1]
        order = piece * len(tables.hashes)
        for flip in range(cuts.flip_ends[piece], last):
            ahead = min(flip + _BUCKETS_AHEAD, last - 1)
            fetch_ahead(buckets, table + (value ^ cuts.flips[ahead]))
            place = table + (value ^ cuts.flips[flip])
            begin, end = np.int64(buckets[place]), np.int64(buckets[place + 1])
            room.begins[flip], room.ends[flip] = order + begin, order + end
            total += end - begin
    return total


@compiled
def _gather(rows: NDArray[np.uint32], room: Scratch) -> None:
    count, last = 0, len(room.begins)
    for flip in range(last):
        ahead = min(flip + _RANGES_AHEAD, last - 1)
        fetch_ahead(rows, room.begins[ahead])
        fetch_ahead(rows, room.ends[ahead] - 1)
        for place in range(room.begins[flip], room.ends[flip]):
            room.candidates[count] = rows[place]
            count += 1


@compiled
def _verify(
    hashes: NDArray[np.uint64], words: NDArray[np.uint64], asked: tuple[int, int, Whole],
    room: Scratch, found: Found, kept: int,
) -> int:  # fmt: skip
    query, limit, total = asked
    farthest = np.uint64(limit)
    first, second, third, fourth = words[0], words[1], words[2], words[3]
    for place in range(total):
        ahead = min(place + _ROWS_AHEAD, total - 1)
        fetch_ahead(hashes, room.candidates[ahead])
        row = np.int64(room.candidates[place])
        # Half of a hash tells nearly every stranger.
        apart = ones(hashes[row, 0] ^ first) + ones(hashes[row, 1] ^ second)
        if apart <= farthest:
            apart += ones(hashes[row, 2] ^ third) + ones(hashes[row, 3] ^ fourth)
            if apart <= farthest and _is_new(row, room.seen):
                kept = keep(found, kept, query, row, np.int64(apart))
    return kept


@compiled
def _is_new(row: Whole, seen: NDArray[np.uint64]) -> bool:
    word, bit = row >> 6, np.uint64(1) << np.uint64(row & 63)
    if seen[word] & bit:
        return False
    seen[word] |= bit
    return True


@compiled
def _forget(seen: NDArray[np.uint64], found: Found, before: int, kept: int) -> None:
    if kept > len(found.rows):
        seen[:] = 0
    for place in range(before, min(kept, len(found.rows))):
        seen[found.rows[place] >> 6] = 0
