"""Addresses known by where they lie: a channel, a site, a folder of one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from marsad.matching.links.canonical import archived_page
from marsad.matching.links.patterns import STAR, Pattern, apart, pattern_of
from marsad.matching.saved import (
    read_arrays,
    texts_as_arrays,
    texts_of_arrays,
    write_arrays,
)
from marsad.matching.signals import Band, Example, Kind, Likeness


class PatternKind:
    """Where an address lies; what stands there is not known, so it is weak evidence."""

    kind: Kind = Kind.URL_PATTERN
    examples: tuple[Example, ...] = (
        Example(
            "t.me/soupkitchen/*",
            "https://t.me/soupkitchen/12",
            is_alike=True,
            why="a post of the channel",
        ),
        Example(
            "*.example.org/*",
            "https://recipes.example.org/soup",
            is_alike=True,
            why="a host below the one that is known",
        ),
        Example(
            "example.org/soup-*/print",
            "https://example.org/soup-of-lentils/print",
            is_alike=True,
            why="a star stands for any letters of one step",
        ),
        Example(
            "t.me/soupkitchen/*",
            "https://t.me/soupkitchen2/12",
            is_alike=False,
            why="another channel whose name begins alike",
        ),
        Example(
            "*.example.org/*",
            "https://notexample.org/soup",
            is_alike=False,
            why="another host whose name ends alike",
        ),
    )

    def canonical(self, value: str) -> str:
        """The one form of a pattern; refused where it takes in a whole platform."""
        return str(pattern_of(value))

    def compare(self, banked: str, met: str) -> Likeness | None:
        """Whether an address lies where the pattern says."""
        page = archived_page(met) or met
        return (
            lies_there(0, met, banked)
            if pattern_of(banked).takes_in(*apart(page))
            else None
        )

    def index(self, signals: Iterable[tuple[int, str]] = ()) -> "PatternIndex":
        """An index over patterns, in memory."""
        index = PatternIndex()
        index.add(signals)
        return index

    def opened(self, folder: Path) -> "PatternIndex":
        """An index that was saved; raises Unreadable where it is damaged."""
        arrays, _ = read_arrays(folder, Kind.URL_PATTERN.value)
        values = texts_of_arrays(arrays["texts"], arrays["ends"])
        return self.index(zip(arrays["numbers"].tolist(), values, strict=True))


class PatternIndex:
    """Patterns by host and first step: an address meets those of its hosts alone."""

    def __init__(self) -> None:
        self._values: dict[int, list[str]] = {}
        self._patterns: dict[tuple[str, str], dict[str, Pattern]] = defaultdict(dict)
        self._numbers: dict[str, set[int]] = defaultdict(set)

    def __len__(self) -> int:
        return sum(map(len, self._values.values()))

    def add(self, signals: Iterable[tuple[int, str]]) -> None:
        """Take more patterns in."""
        for number, value in signals:
            if value not in self._values.setdefault(number, []):
                self._values[number].append(value)
                self._numbers[value].add(number)
                pattern = pattern_of(value)
                self._patterns[_place(pattern)][value] = pattern

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        for number in numbers:
            for value in self._values.pop(number, ()):
                self._numbers[value].discard(number)
                if not self._numbers[value]:
                    self._forget(value)

    def find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """The patterns that take in each address, the smallest number first."""
        return [
            tuple(
                lies_there(number, address, value)
                for number, value in sorted(self._of(address))
            )
            for address in met
        ]

    def save(self, folder: Path) -> None:
        """Write it down, whole or not at all."""
        rows = [
            (number, value) for number, them in self._values.items() for value in them
        ]
        texts, ends = texts_as_arrays([value for _, value in rows])
        numbers = np.array([number for number, _ in rows], np.int64)
        arrays: dict[str, NDArray[Any]] = {
            "texts": texts,
            "ends": ends,
            "numbers": numbers,
        }
        write_arrays(folder, Kind.URL_PATTERN.value, arrays)

    def _of(self, address: str) -> Iterator[tuple[int, str]]:
        host, steps, asked = apart(archived_page(address) or address)
        for value, pattern in self._near(host, steps[0] if steps else ""):
            if pattern.takes_in(host, steps, asked):
                yield from ((number, value) for number in self._numbers[value])

    def _near(self, host: str, first: str) -> Iterator[tuple[str, Pattern]]:
        """Patterns of a host and the hosts above it whose path may begin with this step."""
        labels = host.split(".")
        for at in range(len(labels)):
            for step in {first, STAR}:
                yield from self._patterns.get((".".join(labels[at:]), step), {}).items()

    def _forget(self, value: str) -> None:
        place = _place(pattern_of(value))
        del self._numbers[value], self._patterns[place][value]
        if not self._patterns[place]:
            del self._patterns[place]


def lies_there(number: int, met: str, pattern: str) -> Likeness:
    """What is said of an address that lies where a pattern says."""
    return Likeness(
        number,
        Kind.URL_PATTERN,
        0.0,
        Band.LOOK,
        "address_pattern",
        details={"pattern": pattern, "met": met},
    )


def _place(pattern: Pattern) -> tuple[str, str]:
    first = pattern.steps[0] if pattern.steps else STAR
    return pattern.host, STAR if STAR in first else first


URL_PATTERN: Final = PatternKind()
