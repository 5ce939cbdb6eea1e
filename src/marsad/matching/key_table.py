"""Keys of one width and the numbers of those who have them, equal or not at all.

Ten million keys are three sorted arrays that are mapped into memory; what was added since
stands in a dictionary beside them, and what was dropped is crossed out. Once a tenth is
new or crossed out, the arrays are made anew, so adding stays cheap on average.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from marsad.matching.saved import read_arrays, write_arrays

_PREFIX: Final = 8
_SMALLEST_MERGE: Final = 4096
_SHARE_NEW: Final = 10


class KeyTable:
    """Which numbers have a key: many keys at rest, some lately added or crossed out."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._rest(np.empty((0, width), np.uint8), np.empty(0, np.int64))

    def _rest(self, keys: NDArray[np.uint8], numbers: NDArray[np.int64]) -> None:
        self._keys, self._numbers = keys, numbers
        self._prefixes = _prefixes(keys)
        self._stands = np.ones(len(numbers), np.bool_)
        self._lost = 0
        self._new: dict[bytes, dict[int, None]] = {}
        self._new_of: dict[int, list[bytes]] = {}

    def __len__(self) -> int:
        new = sum(len(numbers) for numbers in self._new.values())
        return len(self._numbers) - self._lost + new

    def add(self, pairs: Iterable[tuple[int, bytes]]) -> None:
        """Take numbers and their keys in; a pair that is there already changes nothing."""
        pairs = list(dict.fromkeys(pairs))
        known = self._at_rest([key for _, key in pairs])
        for (number, key), numbers in zip(pairs, known, strict=True):
            if number not in numbers and number not in self._new.get(key, {}):
                self._new.setdefault(key, {})[number] = None
                self._new_of.setdefault(number, []).append(key)
        self._merge_if_many()

    def drop(self, numbers: Iterable[int]) -> None:
        """Forget every key of these numbers."""
        gone = list(dict.fromkeys(numbers))
        for number in gone:
            for key in self._new_of.pop(number, ()):
                del self._new[key][number]
                if not self._new[key]:
                    del self._new[key]
        hit = np.isin(self._numbers, np.array(gone, np.int64)) & self._stands
        self._stands[hit] = False
        self._lost += int(hit.sum())
        self._merge_if_many()

    def find(self, keys: Sequence[bytes]) -> list[tuple[int, ...]]:
        """The numbers that have each key, the smallest first."""
        return [
            tuple(sorted((*found, *self._new.get(key, ()))))
            for key, found in zip(keys, self._at_rest(keys), strict=True)
        ]

    def arrays(self) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """All keys in their order and the numbers that have them, to be written down."""
        self._merge()
        return self._keys, self._numbers

    def save(self, folder: Path, what: str) -> None:
        """Write the table down, whole or not at all."""
        keys, numbers = self.arrays()
        write_arrays(folder, what, {"keys": keys, "numbers": numbers})

    @classmethod
    def opened(cls, folder: Path, what: str, width: int) -> "KeyTable":
        """A table that was saved; raises Unreadable where it is damaged."""
        arrays, _ = read_arrays(folder, what)
        return cls.of_arrays(width, arrays["keys"], arrays["numbers"])

    @classmethod
    def of_arrays(
        cls, width: int, keys: NDArray[np.uint8], numbers: NDArray[np.int64]
    ) -> "KeyTable":
        """A table over arrays that a table gave; they are not copied."""
        table = cls(width)
        table._rest(keys, numbers)
        return table

    def _at_rest(self, keys: Sequence[bytes]) -> list[tuple[int, ...]]:
        if not keys or not len(self._numbers):
            return [()] * len(keys)
        asked = np.frombuffer(b"".join(keys), np.uint8).reshape(-1, self._width)
        prefixes = _prefixes(asked)
        starts = np.searchsorted(self._prefixes, prefixes, "left")
        ends = np.searchsorted(self._prefixes, prefixes, "right")
        found: list[tuple[int, ...]] = [()] * len(keys)
        for at in np.flatnonzero(ends > starts).tolist():
            rows = slice(int(starts[at]), int(ends[at]))
            # Two keys may begin alike: each is compared whole.
            same = (self._keys[rows] == asked[at]).all(axis=1) & self._stands[rows]
            found[at] = tuple(self._numbers[rows][same].tolist())
        return found

    def _merge_if_many(self) -> None:
        changed = len(self._new_of) + self._lost
        if changed > max(_SMALLEST_MERGE, len(self._numbers) // _SHARE_NEW):
            self._merge()

    def _merge(self) -> None:
        if not self._new and not self._lost:
            return
        new = [(key, number) for key, those in self._new.items() for number in those]
        written = np.frombuffer(b"".join(key for key, _ in new), np.uint8)
        keys = np.concatenate(
            [self._keys[self._stands], written.reshape(-1, self._width)]
        )
        numbers = np.concatenate(
            [
                self._numbers[self._stands],
                np.array([number for _, number in new], np.int64),
            ]
        )
        order = np.argsort(_prefixes(keys), kind="stable")
        self._rest(keys[order], numbers[order])


def _prefixes(keys: NDArray[np.uint8]) -> NDArray[Any]:
    # The first eight bytes of a hash as one number: they tell a million apart.
    first = np.ascontiguousarray(keys[:, :_PREFIX])
    return first.view(np.uint64).reshape(-1)
