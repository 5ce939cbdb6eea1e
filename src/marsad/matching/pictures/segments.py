"""Known hashes that stand together: their numbers in order, and tables where they are many.

A segment never changes but for rows that are crossed out. Changing a bank makes new ones.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled
from marsad.matching.pictures.flat_scan import Found, scanned
from marsad.matching.pictures.multi_index import (
    LIMIT,
    Scratch,
    Tables,
    built,
    near,
    scratch,
)

# Reading through so many costs what asking the tables of a million does.
FEW: Final = 8192


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Numbers in their order, the hash of each, and which of them are crossed out."""

    numbers: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    gone: NDArray[np.bool_]
    tables: Tables | None
    rooms: list[Scratch] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def standing(self) -> int:
        """How many are not crossed out."""
        return len(self.numbers) - int(np.count_nonzero(self.gone))

    def found(self, hashes: NDArray[np.uint64], limit: int) -> Found:
        """What stands within so many bits of each hash."""
        if self.tables is None or limit > LIMIT:
            found = scanned(self.hashes, hashes, limit)
        else:
            found = self._near(self.tables, hashes, limit)
        stands = ~self.gone[found.rows]
        return found if stands.all() else Found(*(part[stands] for part in found))

    def _near(self, tables: Tables, hashes: NDArray[np.uint64], limit: int) -> Found:
        # A room is taken and put back, so that each thread has one of its own and a
        # single question does not wait for a megabyte of zeros.
        try:
            room = self.rooms.pop()
        except IndexError:
            room = scratch(tables)
        found = near(tables, hashes, room, limit)
        self.rooms.append(room)
        return found

    def holds(
        self, numbers: NDArray[np.int64], hashes: NDArray[np.uint64]
    ) -> NDArray[np.bool_]:
        """Which of these numbers stand here with these very hashes."""
        held = np.zeros(len(numbers), np.bool_)
        _mark_held(self.numbers, self.hashes, self.gone, numbers, hashes, held)
        return held

    def drop(self, numbers: NDArray[np.int64]) -> None:
        """Cross these numbers out, where they are here."""
        first = np.searchsorted(self.numbers, numbers, "left")
        after = np.searchsorted(self.numbers, numbers, "right")
        here = after > first
        for start, end in zip(first[here].tolist(), after[here].tolist(), strict=True):
            self.gone[start:end] = True

    def kept(self) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """The numbers and hashes that are not crossed out."""
        if not self.gone.any():
            return self.numbers, self.hashes
        return self.numbers[~self.gone], self.hashes[~self.gone]


def segment_of(numbers: NDArray[np.int64], hashes: NDArray[np.uint64]) -> Segment:
    """A segment of these, each pair once, with tables if they are many."""
    if (numbers[1:] < numbers[:-1]).any():
        order = np.argsort(numbers, kind="stable")
        numbers, hashes = numbers[order], hashes[order]
    if (numbers[1:] == numbers[:-1]).any():
        numbers, hashes = _each_once(numbers, hashes)
    return standing(numbers, hashes, None)


def standing(
    numbers: NDArray[np.int64], hashes: NDArray[np.uint64], tables: Tables | None
) -> Segment:
    """A segment of what is in order, with tables made where they are missed."""
    # Compiled loops take what is mapped from a file and what is in memory for two kinds
    # of arrays, unless both may only be read.
    numbers.setflags(write=False)
    hashes.setflags(write=False)
    if tables is None and len(numbers) > FEW:
        tables = built(hashes)
    gone = np.zeros(len(numbers), np.bool_)
    return Segment(numbers, hashes, gone, tables)


def _each_once(
    numbers: NDArray[np.int64], hashes: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    order = np.lexsort((*hashes.T, numbers))
    numbers, hashes = numbers[order], hashes[order]
    is_new = np.ones(len(numbers), np.bool_)
    is_new[1:] = numbers[1:] != numbers[:-1]
    is_new[1:] |= (hashes[1:] != hashes[:-1]).any(axis=1)
    return numbers[is_new], hashes[is_new]


@compiled
def _mark_held(
    known: NDArray[np.int64], known_hashes: NDArray[np.uint64], gone: NDArray[np.bool_],
    numbers: NDArray[np.int64], hashes: NDArray[np.uint64], held: NDArray[np.bool_],
) -> None:  # fmt: skip
    for place in range(len(numbers)):
        row = np.searchsorted(known, numbers[place])
        while row < len(known) and known[row] == numbers[place]:
            if not gone[row] and (known_hashes[row] == hashes[place]).all():
                held[place] = True
            row += 1
