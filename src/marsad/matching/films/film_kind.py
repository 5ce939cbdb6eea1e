"""Films that share frames: how much of the known one is there, and how much is known.

Both shares are told, because they mean different things: a report that quotes ten seconds
of a known film holds all of it and is known for a tenth; an excerpt is known whole and
holds little of it.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.errors import Unreadable
from marsad.matching.films.frames import frames_of, telling, written
from marsad.matching.pictures.bits import words_of
from marsad.matching.pictures.multi_index import LIMIT
from marsad.matching.pictures.pdq_index import PdqIndex
from marsad.matching.pictures.turns import TURNS, eight_by_signs
from marsad.matching.saved import read_arrays, write_arrays
from marsad.matching.signals import Band, Example, Kind, Likeness

# A frame's number holds its film's place and its own, so that both are known when found.
_PLACES: Final = 1 << 20
_MOST: Final = 0.8
_SOME: Final = 0.2
_SEVERAL: Final = 5
_SEED: Final = 20_000


class _Shared(NamedTuple):
    """How many frames of either film were found in the other, of how many."""

    known: int
    of_known: int
    met: int
    of_met: int


class VpdqKind:
    """Films by their frames, within 31 bits each, mirrored and turned ones as well."""

    kind: Kind = Kind.VPDQ

    def __init__(self) -> None:
        self.examples: tuple[Example, ...] = _examples()

    def canonical(self, value: str) -> str:
        """Frames in their one form; raises Unreadable where none of them tells a film."""
        frames = frames_of(value)
        if not telling(frames):
            problem = "have too little in them to tell a film by"
            raise Unreadable("frames of a film", problem, "bank its SHA-256 instead")
        return written(frames)

    def compare(self, banked: str, met: str) -> Likeness | None:
        """Every frame beside every other, turned in all eight ways."""
        ours, theirs = telling(frames_of(met)), telling(frames_of(banked))
        if not ours or not theirs:
            return None
        eights = eight_by_signs(words_of(ours))[:, :, None, :]
        apart = np.bitwise_count(eights ^ words_of(theirs)[None, None]).sum(axis=-1)
        alike = (apart <= LIMIT).any(axis=1)
        known, found = int(alike.any(axis=0).sum()), int(alike.any(axis=1).sum())
        return _likeness(0, _Shared(known, len(theirs), found, len(ours)))

    def index(self, signals: Iterable[tuple[int, str]] = ()) -> "FilmIndex":
        """An index over films, in memory."""
        index = FilmIndex(PdqIndex(), _no_films())
        index.add(signals)
        return index

    def opened(self, folder: Path) -> "FilmIndex":
        """An index that was saved; raises Unreadable where it is damaged."""
        arrays, _ = read_arrays(folder / "films", Kind.VPDQ.value)
        return FilmIndex(PdqIndex.opened(folder / "frames"), arrays["films"].copy())


class FilmIndex:
    """All frames of known films in one index of pictures, and which film each is of."""

    def __init__(self, frames: PdqIndex, films: NDArray[np.int64]) -> None:
        # Rows of films: number, frames, and a digest of the value; no frames: dropped.
        self._frames, self._films = frames, films

    def __len__(self) -> int:
        return int((self._films[:, 1] > 0).sum())

    def add(self, signals: Iterable[tuple[int, str]]) -> None:
        """Take more films in; the same film under the same number is kept once."""
        known = {(row[0], row[2]) for row in self._films.tolist() if row[1]}
        rows: list[tuple[int, int, int]] = []
        frames: list[tuple[int, str]] = []
        for number, value in signals:
            hashes = telling(frames_of(value))
            digest = _digest(hashes)
            if (number, digest) not in known and hashes:
                known.add((number, digest))
                place = (len(self._films) + len(rows)) * _PLACES
                rows.append((number, len(hashes), digest))
                frames += ((place + at, one) for at, one in enumerate(hashes))
        if rows:
            self._films = np.concatenate([self._films, np.array(rows, np.int64)])
            self._frames.add(frames)

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        gone = np.isin(self._films[:, 0], np.array(list(numbers), np.int64))
        for place in np.flatnonzero(gone & (self._films[:, 1] > 0)).tolist():
            first = place * _PLACES
            self._frames.drop(range(first, first + int(self._films[place, 1])))
            self._films[place, 1] = 0

    def find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """The films that share frames with each, the one that is there most first."""
        films = [telling(frames_of(value)) for value in met]
        hashes = [one for film in films for one in film]
        if not hashes:
            return [()] * len(met)
        matches = self._frames.near(eight_by_signs(words_of(hashes)).reshape(-1, 4))
        starts = np.cumsum([0, *map(len, films)])
        pairs = np.unique(
            np.stack([matches.queries // len(TURNS), matches.numbers], axis=1), axis=0
        )
        cuts = np.searchsorted(pairs[:, 0], starts)
        return [
            self._told(pairs[cuts[at] : cuts[at + 1]], len(film))
            for at, film in enumerate(films)
        ]

    def save(self, folder: Path) -> None:
        """Write it down; the list of films last, which names no frame that is missing."""
        self._frames.save(folder / "frames")
        write_arrays(folder / "films", Kind.VPDQ.value, {"films": self._films})

    def _told(self, pairs: NDArray[np.int64], of_met: int) -> tuple[Likeness, ...]:
        told: dict[int, Likeness] = {}
        places = pairs[:, 1] // _PLACES
        # Frames that were saved later than the list of films lead to none.
        for place in np.unique(places[places < len(self._films)]).tolist():
            number, of_known, _ = self._films[place].tolist()
            some = pairs[places == place]
            met, known = (len(np.unique(some[:, side])) for side in (0, 1))
            likeness = _likeness(
                number, _Shared(known, max(of_known, known), met, of_met)
            )
            if likeness and _is_nearer(likeness, told.get(number)):
                told[number] = likeness
        return tuple(sorted(told.values(), key=_order))


def _likeness(number: int, shared: _Shared) -> Likeness | None:
    of_known, of_met = shared.known / shared.of_known, shared.met / shared.of_met
    if (max(of_known, of_met) < _SOME and shared.met < _SEVERAL) or not shared.met:
        return None
    is_same = of_known >= _MOST and of_met >= _MOST
    details: dict[str, str | int | float] = {
        "share_of_known": round(100 * of_known),
        "share_of_met": round(100 * of_met),
        "frames": shared.met,
    }
    return Likeness(
        number,
        Kind.VPDQ,
        round(1 - of_known, 4),
        # Made of known frames, it is known; what only quotes some is shown as such.
        Band.SAME if of_met >= _MOST else Band.LOOK,
        "film_same" if is_same else "film_part",
        details=details,
    )


def _order(likeness: Likeness) -> tuple[int, float, int]:
    return -likeness.band, likeness.distance, likeness.number


def _is_nearer(likeness: Likeness, known: Likeness | None) -> bool:
    return known is None or _order(likeness) < _order(known)


def _digest(hashes: Sequence[str]) -> int:
    """A number that stands for a film under which it was banked before."""
    digest = blake2b("".join(sorted(hashes)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _no_films() -> NDArray[np.int64]:
    return np.empty((0, 3), np.int64)


def _examples() -> tuple[Example, ...]:
    """Films of drawn-up frames: no pictures stand behind them."""
    chance = np.random.default_rng(_SEED)
    hashes = [
        row.tobytes().hex() for row in chance.integers(0, 256, (40, 32), np.uint8)
    ]
    film = _film(hashes[:10])
    return (
        Example(film, film, is_alike=True, why="the same film"),
        Example(
            film, _film(hashes[2:5]), is_alike=True, why="an excerpt of three seconds"
        ),
        Example(
            film,
            _film([*hashes[20:40], *hashes[:10]]),
            is_alike=True,
            why="quoted whole in a film three times as long",
        ),
        Example(film, _film(hashes[10:30]), is_alike=False, why="another film"),
        Example(
            film,
            _film([*hashes[11:40], hashes[0]]),
            is_alike=False,
            why="one frame in common, of thirty",
        ),
    )


def _film(hashes: Sequence[str]) -> str:
    return written(
        frames_of("\n".join(f"{at},90,{one},{at}" for at, one in enumerate(hashes)))
    )


VPDQ: Final = VpdqKind()
