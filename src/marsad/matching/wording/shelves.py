"""Banked texts with their letters and their consonants, searched at once.

A shelf never changes, but for what is crossed out on it. What is added stands on a small
shelf of its own until shelves of like size are put together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from marsad.matching.saved import texts_as_arrays
from marsad.matching.wording.formulas import flag_all, formula_grams, formula_sounds
from marsad.matching.wording.lanes import Lane, Rule, lane_of
from marsad.matching.wording.letters import ARABIC, plain, skeleton
from marsad.matching.wording.sounds import CLASSES, sounds_of
from marsad.matching.wording.streams import Streams, streams_of

LETTERS: Final = Rule(
    gram=9,
    shortest_run=9,
    shortest_latin=12,
    first_latin=len(ARABIC) + 1,
    own_needed=20,
    same_needed=28,
    look=0.42,
    same=0.5,
)
SOUNDS: Final = Rule(
    gram=8,
    shortest_run=8,
    shortest_latin=8,
    first_latin=len(CLASSES) + 1,
    own_needed=14,
    same_needed=18,
    look=0.5,
    same=0.5,
)
_PIECE: Final = 20_000
# A text of fewer consonants is not sought in Latin letters.
_FEWEST_SOUNDS: Final = 18


@dataclass(slots=True)
class Shelf:
    """Banked texts, the way to them by letters and by sounds, and what is crossed out."""

    numbers: NDArray[np.int64]
    written: NDArray[np.uint8]
    ends: NDArray[np.int64]
    letters: Lane
    sounds: Lane
    stands: NDArray[np.bool_]

    def text(self, row: int) -> str:
        """One banked text as it was added."""
        start = int(self.ends[row - 1]) if row else 0
        return (
            self.written[start : int(self.ends[row])]
            .tobytes()
            .decode("utf-8", "surrogatepass")
        )

    def drop(self, numbers: NDArray[np.int64]) -> None:
        """Cross out what has one of these numbers."""
        self.stands &= ~np.isin(self.numbers, numbers)


@dataclass(frozen=True, slots=True)
class Streamed:
    """Texts turned into streams whose formulas are flagged, before they have a table."""

    numbers: NDArray[np.int64]
    written: NDArray[np.uint8]
    ends: NDArray[np.int64]
    letters: tuple[NDArray[np.uint8], NDArray[np.int64]]
    sounds: tuple[NDArray[np.uint8], NDArray[np.int64]]


def shelf_of(numbers: Sequence[int], texts: Sequence[str]) -> Shelf:
    """Put texts on a shelf."""
    pieces = [
        _streamed(numbers[at : at + _PIECE], texts[at : at + _PIECE])
        for at in range(0, max(len(texts), 1), _PIECE)
    ]
    return _tabled(_joined(pieces))


def _streamed(numbers: Sequence[int], texts: Sequence[str]) -> Streamed:
    letters = streams_of(texts, skeleton())
    flag_all(
        letters.letters, letters.bounds, formula_grams(), np.zeros(len(texts), np.int32)
    )
    sounds = sounds_of(streams_of(_arabic_only(texts, letters), plain()))
    flag_all(
        sounds.letters, sounds.bounds, formula_sounds(), np.zeros(len(texts), np.int32)
    )
    return Streamed(
        np.array(numbers, np.int64),
        *texts_as_arrays(texts),
        (letters.letters, letters.bounds),
        (sounds.letters, sounds.bounds),
    )


def _arabic_only(texts: Sequence[str], streams: Streams) -> list[str]:
    """The texts that are mostly Arabic; of the others nothing."""
    share = share_of_arabic(streams)
    return [
        text if arabic >= 0.5 else "" for text, arabic in zip(texts, share, strict=True)
    ]


def share_of_arabic(streams: Streams) -> NDArray[np.float64]:
    """Which share of the letters of each text is Arabic."""
    is_arabic = np.zeros(len(streams.letters) + 1, np.int64)
    np.cumsum((streams.letters & 0x7F) <= len(ARABIC), out=is_arabic[1:])
    found = np.diff(is_arabic[streams.bounds])
    shares: NDArray[np.float64] = found / np.maximum(np.diff(streams.bounds), 1)
    return shares


def _joined(pieces: Sequence[Streamed]) -> Streamed:
    """Many streamed texts as one, in order."""
    return Streamed(
        np.concatenate([piece.numbers for piece in pieces]),
        np.concatenate([piece.written for piece in pieces]),
        _joined_ends([piece.ends for piece in pieces]),
        _joined_streams([piece.letters for piece in pieces]),
        _joined_streams([piece.sounds for piece in pieces]),
    )


def _joined_ends(many: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    lengths = [np.diff(ends, prepend=0) for ends in many]
    return np.cumsum(np.concatenate(lengths), dtype=np.int64)


def _joined_streams(
    many: Sequence[tuple[NDArray[np.uint8], NDArray[np.int64]]],
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    lengths = np.concatenate([np.diff(bounds) for _, bounds in many])
    bounds = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=bounds[1:])
    return np.concatenate([letters for letters, _ in many]), bounds


def _tabled(texts: Streamed) -> Shelf:
    return Shelf(
        texts.numbers,
        texts.written,
        texts.ends,
        lane_of(*texts.letters, LETTERS.gram),
        lane_of(*texts.sounds, SOUNDS.gram),
        np.ones(len(texts.numbers), np.bool_),
    )


def put_together(shelves: Sequence[Shelf]) -> Shelf:
    """One shelf with what stands on several; what was crossed out is gone."""
    return _tabled(_joined([_standing(shelf) for shelf in shelves]))


def _standing(shelf: Shelf) -> Streamed:
    """What stands on a shelf, without its tables."""
    letters = (shelf.letters.letters, shelf.letters.bounds)
    sounds = (shelf.sounds.letters, shelf.sounds.bounds)
    if shelf.stands.all():
        return Streamed(shelf.numbers, shelf.written, shelf.ends, letters, sounds)
    stands = shelf.stands
    written, bounds = _chosen(shelf.written, np.concatenate([[0], shelf.ends]), stands)
    return Streamed(
        shelf.numbers[stands],
        written,
        bounds[1:],
        _chosen(*letters, stands),
        _chosen(*sounds, stands),
    )


def _chosen(
    values: NDArray[np.uint8], bounds: NDArray[np.int64], stands: NDArray[np.bool_]
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The stretches of an array that stand, with their new bounds."""
    lengths = np.diff(bounds)
    kept = values[np.repeat(stands, lengths)]
    new = np.zeros(int(stands.sum()) + 1, np.int64)
    np.cumsum(lengths[stands], out=new[1:])
    return kept, new


def shelf_as_arrays(shelf: Shelf) -> dict[str, NDArray[Any]]:
    """A shelf as plain arrays with names, to be written down."""
    arrays: dict[str, NDArray[Any]] = {
        "numbers": shelf.numbers,
        "written": shelf.written,
        "ends": shelf.ends,
    }
    for name, lane in (("letters", shelf.letters), ("sounds", shelf.sounds)):
        arrays |= {f"{name}_{part}": array for part, array in lane._asdict().items()}
    return arrays


def shelf_of_arrays(arrays: Mapping[str, NDArray[Any]]) -> Shelf:
    """A shelf from arrays; raises KeyError where one is missing."""
    letters, sounds = (
        Lane(*(arrays[f"{name}_{part}"] for part in Lane._fields))
        for name in ("letters", "sounds")
    )
    numbers, written, ends = (arrays[name] for name in ("numbers", "written", "ends"))
    stands = np.ones(len(numbers), np.bool_)
    return Shelf(numbers, written, ends, letters, sounds, stands)
