"""Known PDQ hashes, searched within 31 bits exactly, however they were turned.

The hashes stand in segments, each at least four times as large as the next: what is added
makes a small one, which is joined with its neighbours as it grows, so that no hash is
sorted in more often than a few times. What is dropped is crossed out, and left behind at
the next joining.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.errors import Unreadable
from marsad.matching.pictures.bits import spread_out, words_of
from marsad.matching.pictures.multi_index import LIMIT, tables_from
from marsad.matching.pictures.segments import FEW, Segment, segment_of, standing
from marsad.matching.pictures.turns import TURNS, eight_by_signs
from marsad.matching.saved import read_arrays, write_arrays
from marsad.matching.signals import Band, Kind, Likeness

WIDE_LIMIT: Final = 52
_GROWTH: Final = 4
_CHUNK: Final = 1 << 16
_WHAT: Final = "pdq"


class Matches(NamedTuple):
    """Which question found which number, how far apart: by question, the nearest first."""

    queries: NDArray[np.int64]
    numbers: NDArray[np.int64]
    distances: NDArray[np.int64]


class PdqIndex:
    """Many known hashes; exact within 31 bits, and within 52 where it is asked for."""

    def __init__(self, reach: Band = Band.SAME) -> None:
        self._reach = reach
        self._segments: list[Segment] = []

    @classmethod
    def opened(cls, folder: Path, reach: Band = Band.SAME) -> "PdqIndex":
        """An index that was saved; raises Unreadable where it is damaged."""
        index = cls(reach)
        index._segments = [_opened(folder)]
        return index

    def __len__(self) -> int:
        return sum(segment.standing for segment in self._segments)

    def add(self, signals: Iterable[tuple[int, str]]) -> None:
        """Take more signals in; a number may have several hashes, a pair is kept once."""
        chunks = [
            (np.array(numbers, np.int64), words_of(hashes))
            for numbers, hashes in _chunks(signals)
        ]
        if chunks:
            numbers, words = (
                np.concatenate(part) for part in zip(*chunks, strict=True)
            )
            self.add_words(numbers, words)

    def add_words(self, numbers: NDArray[np.int64], words: NDArray[np.uint64]) -> None:
        """Take more signals in, as arrays: numbers, and four words for each hash."""
        numbers, hashes = np.array(numbers, np.int64), spread_out(words)
        held = np.zeros(len(numbers), np.bool_)
        for segment in self._segments:
            held |= segment.holds(numbers, hashes)
        if held.any():
            numbers, hashes = numbers[~held], hashes[~held]
        self._join(numbers, hashes)

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        gone = np.unique(np.fromiter(numbers, np.int64))
        for segment in self._segments:
            segment.drop(gone)
        # Half crossed out is not worth searching: the rest is written anew.
        self._segments = [
            one if 2 * one.standing >= len(one) else segment_of(*one.kept())
            for one in self._segments
            if one.standing
        ]

    def find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """What each of these resembles, upright or turned, the nearest first."""
        if not met:
            return []
        words = words_of(met)
        found = self._turned(eight_by_signs(words))
        if self._reach is Band.LOOK:
            found = list(map(_with_looks, found, self._looks(words)))
        return found

    def find_turned(self, met: Sequence[Sequence[str]]) -> list[tuple[Likeness, ...]]:
        """The same for pictures whose eight hashes are known, in the order of TURNS."""
        words = words_of(list(chain.from_iterable(met)))
        return self._turned(words.reshape(-1, len(TURNS), 4))

    def look(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """Weaker likeness, of 32 to 52 bits: logos, captions, crops; reads every hash."""
        return self._looks(words_of(met)) if met else []

    def near(self, words: NDArray[np.uint64], limit: int = LIMIT) -> Matches:
        """The signals within so many bits of each hash of four words; no turns."""
        hashes = spread_out(words)
        parts = [
            (found.queries, segment.numbers[found.rows], found.distances)
            for segment in self._segments
            for found in [segment.found(hashes, limit)]
        ] or [(np.empty(0, np.int64),) * 3]
        queries, numbers, distances = map(np.concatenate, zip(*parts, strict=True))
        order = np.lexsort((numbers, distances, queries))
        return Matches(queries[order], numbers[order], distances[order])

    def save(self, folder: Path) -> None:
        """Write it down, whole or not at all."""
        segment = self._settled()
        arrays: dict[str, NDArray[Any]] = {
            "numbers": segment.numbers,
            "hashes": segment.hashes,
        }
        if segment.tables is not None:
            tables = segment.tables
            arrays |= {"buckets": tables.buckets, "rows": tables.rows}
        write_arrays(folder, _WHAT, arrays, {"signals": len(segment)})

    def _join(self, numbers: NDArray[np.int64], hashes: NDArray[np.uint64]) -> None:
        if not len(numbers):
            return
        parts, size = [(numbers, hashes)], len(numbers)
        left = list(self._segments)
        while left and _is_small(len(left[-1]), size):
            parts.append(left.pop().kept())
            size += len(parts[-1][0])
        if len(parts) > 1:
            numbers, hashes = (
                np.concatenate(part) for part in zip(*parts, strict=True)
            )
            # The parts are not needed while tables are made of the whole.
            parts.clear()
        # Replaced at once: who is searching meanwhile goes on with what stood before.
        self._segments = [*left, segment_of(numbers, hashes)]

    def _settled(self) -> Segment:
        if len(self._segments) != 1 or self._segments[0].gone.any():
            parts = [segment.kept() for segment in self._segments] or [_NOTHING]
            numbers, hashes = map(np.concatenate, zip(*parts, strict=True))
            self._segments = [segment_of(numbers, hashes)]
        return self._segments[0]

    def _turned(self, eights: NDArray[np.uint64]) -> list[tuple[Likeness, ...]]:
        nearest: list[dict[int, tuple[bool, int, int]]] = [{} for _ in eights]
        matches = self.near(eights.reshape(-1, 4))
        for query, number, bits in zip(
            *(part.tolist() for part in matches), strict=True
        ):
            place, turn = divmod(query, len(TURNS))
            # Upright before turned, then the nearest, then the turn that is named first.
            likeness = (turn > 0, bits, turn)
            known = nearest[place].get(number, likeness)
            nearest[place][number] = min(known, likeness)
        return [_likenesses(found) for found in nearest]

    def _looks(self, words: NDArray[np.uint64]) -> list[tuple[Likeness, ...]]:
        found: list[dict[int, int]] = [{} for _ in words]
        matches = self.near(words, WIDE_LIMIT)
        for query, number, bits in zip(
            *(part.tolist() for part in matches), strict=True
        ):
            found[query].setdefault(number, bits)
        return [
            tuple(looking(number, bits) for number, bits in one.items() if bits > LIMIT)
            for one in found
        ]


def same(number: int, bits: int, turn: int) -> Likeness:
    """The known picture itself, upright or turned."""
    reason = "picture_turned" if turn else "picture_same"
    details: dict[str, str | int | float] = {"bits": bits, "turn": TURNS[turn]}
    return Likeness(number, Kind.PDQ, float(bits), Band.SAME, reason, details=details)


def looking(number: int, bits: int) -> Likeness:
    """A picture that looks like the known one; by itself never enough for a referral."""
    details: dict[str, str | int | float] = {"bits": bits, "turn": TURNS[0]}
    return Likeness(
        number, Kind.PDQ, float(bits), Band.LOOK, "picture_like", details=details
    )


_NOTHING: Final = (np.empty(0, np.int64), np.empty((0, 4), np.uint64))


def _is_small(last: int, added: int) -> bool:
    return last + added <= FEW or last < _GROWTH * added


def _chunks(
    signals: Iterable[tuple[int, str]],
) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    left = iter(signals)
    while chunk := list(islice(left, _CHUNK)):
        numbers, hashes = zip(*chunk, strict=True)
        yield numbers, hashes


def _likenesses(nearest: dict[int, tuple[bool, int, int]]) -> tuple[Likeness, ...]:
    ordered = sorted(nearest.items(), key=lambda one: (one[1][1], one[0]))
    return tuple(same(number, bits, turn) for number, (_, bits, turn) in ordered)


def _with_looks(
    found: tuple[Likeness, ...], looks: tuple[Likeness, ...]
) -> tuple[Likeness, ...]:
    known = {likeness.number for likeness in found}
    return found + tuple(one for one in looks if one.number not in known)


def _opened(folder: Path) -> Segment:
    arrays, _ = read_arrays(folder, _WHAT)
    plain = {name: np.asarray(array) for name, array in arrays.items()}
    numbers, hashes = plain.get("numbers"), plain.get("hashes")
    if numbers is None or hashes is None or not _fit(numbers, hashes):
        problem = "its numbers and hashes do not fit each other"
        raise Unreadable(str(folder), problem, "build the index again from the bank")
    # Tables that another version cut are made anew from the hashes.
    tables = tables_from(hashes, plain.get("buckets"), plain.get("rows"))
    return standing(numbers, hashes, tables)


def _fit(numbers: NDArray[np.int64], hashes: NDArray[np.uint64]) -> bool:
    return (
        numbers.dtype == np.int64
        and hashes.dtype == np.uint64
        and hashes.shape == (len(numbers), 4)
        and bool((numbers[1:] >= numbers[:-1]).all())
    )
