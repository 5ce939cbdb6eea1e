"""Many banked texts, searched at once for all that stands of them in posts."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import local
from typing import Final

import numpy as np
from numpy.typing import NDArray

from marsad.errors import Unreadable
from marsad.matching.saved import read_arrays, write_arrays
from marsad.matching.signals import Kind, Likeness
from marsad.matching.wording.lanes import Lane, Rule
from marsad.matching.wording.letters import ARABIC, LATIN, plain, skeleton
from marsad.matching.wording.seeking import bench, found, seek
from marsad.matching.wording.shelves import (
    LETTERS,
    SOUNDS,
    Shelf,
    put_together,
    shelf_as_arrays,
    shelf_of,
    shelf_of_arrays,
)
from marsad.matching.wording.sounds import sounds_of
from marsad.matching.wording.streams import Streams, one_of, streams_of
from marsad.matching.wording.tellings import nearest_first, telling, told_by_sound

_BATCH: Final = 2048
# Of shelves that follow each other the later is at most a quarter of the one before.
_RATIO: Final = 4
_FIRST_LATIN: Final = len(ARABIC) + 1
_LAST_LATIN: Final = len(ARABIC) + len(LATIN)
_FEWEST_LATIN: Final = 20
_HITS: Final = 4096
_RUNS: Final = 1 << 16


class _Bench(local):
    """Room to work in, kept for the next question; each thread has its own."""

    def __init__(self) -> None:
        self.work = bench()
        self.out = found(_HITS, _RUNS)


_BENCH: Final = _Bench()
_Hit = tuple[int, int, int, list[tuple[int, int, int, int]]]


class WordingIndex:
    """Banked texts on a few shelves, the largest first; added and dropped at once."""

    def __init__(self, shelves: Iterable[Shelf] = ()) -> None:
        self._shelves = list(shelves)

    def __len__(self) -> int:
        return sum(int(shelf.stands.sum()) for shelf in self._shelves)

    def add(self, signals: Iterable[tuple[int, str]]) -> None:
        """Take more texts in; a number that is there already stands for the new text."""
        new = dict(signals)
        if not new:
            return
        self.drop(new)
        shelves = [*self._shelves, shelf_of(list(new), list(new.values()))]
        while len(shelves) > 1 and _is_large(shelves[-1], beside=shelves[-2]):
            shelves[-2:] = [put_together(shelves[-2:])]
        # In one step: who searches meanwhile sees the bank as it was or as it is.
        self._shelves = shelves

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        gone = np.array(list(numbers), np.int64)
        for shelf in self._shelves:
            shelf.drop(gone)

    def find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """The banked texts that stand in each post, the nearest first."""
        return [
            likenesses
            for at in range(0, len(met), _BATCH)
            for likenesses in self._find(met[at : at + _BATCH])
        ]

    def _find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        told: list[list[Likeness]] = [[] for _ in met]
        streams = streams_of(met, skeleton())
        latin = _mostly_latin(streams)
        heard = sounds_of(streams_of([met[post] for post in latin], plain()))
        for shelf in self._shelves:
            for post, likeness in _seek(met, streams, shelf, shelf.letters, LETTERS):
                told[post].append(likeness)
            texts = [met[post] for post in latin]
            for at, likeness in _seek(texts, heard, shelf, shelf.sounds, SOUNDS):
                told[latin[at]].append(told_by_sound(likeness))
        return [nearest_first(many) if many else () for many in told]

    def save(self, folder: Path) -> None:
        """Write it down, whole or not at all."""
        if len(self._shelves) != 1 or not self._shelves[0].stands.all():
            shelves = self._shelves or [shelf_of([], [])]
            self._shelves = [put_together(shelves)]
        write_arrays(folder, Kind.WORDING.value, shelf_as_arrays(self._shelves[0]))


def _is_large(last: Shelf, *, beside: Shelf) -> bool:
    return len(beside.numbers) < _RATIO * len(last.numbers)


def opened(folder: Path) -> WordingIndex:
    """An index that was saved; raises Unreadable where it is damaged."""
    arrays, _ = read_arrays(folder, Kind.WORDING.value)
    try:
        return WordingIndex([shelf_of_arrays(arrays)])
    except KeyError as missing:
        problem = f"lacks the array {missing}"
        way_out = "build the index again from the bank"
        raise Unreadable(str(folder), problem, way_out) from None


def _mostly_latin(streams: Streams) -> list[int]:
    """The posts that may be Arabic in Latin letters."""
    is_latin = np.zeros(len(streams.letters) + 1, np.int64)
    within = (streams.letters >= _FIRST_LATIN) & (streams.letters <= _LAST_LATIN)
    np.cumsum(within, out=is_latin[1:])
    many: list[int] = np.flatnonzero(
        np.diff(is_latin[streams.bounds]) >= _FEWEST_LATIN
    ).tolist()
    return many


def _seek(
    met: Sequence[str], streams: Streams, shelf: Shelf, lane: Lane, rule: Rule
) -> list[tuple[int, Likeness]]:
    """What stands of one lane in posts."""
    hits = [hit for hit in _hits(streams, lane, rule) if shelf.stands[hit[1]]]
    texts = [shelf.text(row) for _, row, _, _ in hits]
    banked = _banked_streams(texts, rule)
    told = []
    for at, (post, row, own, runs) in enumerate(hits):
        start = int(streams.bounds[post])
        places = [(a, b, c - start, d - start) for a, b, c, d in runs]
        two = (one_of(banked, at), one_of(streams, post))
        number, whole = int(shelf.numbers[row]), int(lane.own[row])
        likeness = telling(
            number, (texts[at], met[post]), two, places, (own, whole), rule
        )
        told.append((post, likeness))
    return told


def _banked_streams(texts: Sequence[str], rule: Rule) -> Streams:
    if rule is SOUNDS:
        return sounds_of(streams_of(texts, plain()))
    return streams_of(texts, skeleton())


def _hits(streams: Streams, lane: Lane, rule: Rule) -> list[_Hit]:
    """Post, row, own letters and runs of all that is found."""
    told: list[_Hit] = []
    posts, begin, out = len(streams.bounds) - 1, 0, _BENCH.out
    while begin < posts and len(lane.rows):
        out.filled[:] = 0
        reached = seek(streams, begin, lane, rule, _BENCH.work, out)
        told += _read(out.hits[: out.filled[0]], out.runs)
        if reached == begin:
            # One post finds more than there is room for: it gets more room.
            out = found(4 * len(out.hits), 4 * len(out.runs))
        begin = reached
    return told


def _read(hits: NDArray[np.int64], runs: NDArray[np.int64]) -> list[_Hit]:
    return [
        (post, row, own, [tuple(run) for run in runs[start:end].tolist()])
        for post, row, own, start, end in hits.tolist()
    ]
