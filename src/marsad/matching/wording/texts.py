"""Banked texts by their numbers: most at rest in one array, a few lately added."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from marsad.errors import Unreadable
from marsad.matching.saved import read_arrays, texts_as_arrays, write_arrays

_SMALLEST_MERGE: Final = 4096
_SHARE_NEW: Final = 10


class Texts:
    """Texts by number; a million of 180 letters are 250 MB, mapped where saved."""

    def __init__(self) -> None:
        self._rest(*_sorted({}))

    def _rest(
        self,
        numbers: NDArray[np.int64],
        written: NDArray[np.uint8],
        bounds: NDArray[np.int64],
    ) -> None:
        self._numbers, self._written, self._bounds = numbers, written, bounds
        self._new: dict[int, str | None] = {}

    def add(self, texts: Mapping[int, str]) -> None:
        """Keep these; a number that is there already stands for the new text."""
        self._new.update(texts)
        if len(self._new) > max(_SMALLEST_MERGE, len(self._numbers) // _SHARE_NEW):
            self._merge()

    def drop(self, numbers: list[int]) -> None:
        """Keep these no more."""
        self._new.update(dict.fromkeys(numbers))

    def text(self, number: int) -> str | None:
        """The text of a number, or nothing."""
        if number in self._new:
            return self._new[number]
        row = int(np.searchsorted(self._numbers, number))
        if row == len(self._numbers) or int(self._numbers[row]) != number:
            return None
        return self._row(row)

    def _row(self, row: int) -> str:
        start, end = self._bounds[row : row + 2].tolist()
        return self._written[start:end].tobytes().decode("utf-8", "surrogatepass")

    def _merge(self) -> None:
        if self._new:
            rows = enumerate(self._numbers.tolist())
            kept = {
                number: self._row(row)
                for row, number in rows
                if number not in self._new
            }
            new = {n: text for n, text in self._new.items() if text is not None}
            self._rest(*_sorted(kept | new))

    def save(self, folder: Path, what: str) -> None:
        """Write the texts down, whole or not at all."""
        self._merge()
        arrays: dict[str, NDArray[Any]] = {
            "numbers": self._numbers,
            "written": self._written,
            "bounds": self._bounds,
        }
        write_arrays(folder, what, arrays)

    @classmethod
    def opened(cls, folder: Path, what: str) -> "Texts":
        """Texts that were saved; raises Unreadable where they are damaged."""
        arrays, _ = read_arrays(folder, what)
        if set(arrays) != {"numbers", "written", "bounds"}:
            way_out = "build the index again from the bank"
            raise Unreadable(str(folder), "lacks an array", way_out)
        texts = cls()
        texts._rest(arrays["numbers"], arrays["written"], arrays["bounds"])
        return texts


def _sorted(
    texts: Mapping[int, str],
) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.int64]]:
    numbers = sorted(texts)
    written, ends = texts_as_arrays([texts[number] for number in numbers])
    bounds = np.concatenate([np.zeros(1, np.int64), ends])
    return np.array(numbers, np.int64), written, bounds
