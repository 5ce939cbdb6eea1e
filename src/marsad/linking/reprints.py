"""Articles that repeat another article, and how many voices are left behind a claim.

1. Each text is cut into runs of four words; the smallest hashes are its sketch.
2. Texts that share enough of their sketches are compared whole.
3. Of those that repeat each other, the voice is the outlet that the texts credit, else
   the one that published first; the rest are echoes.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from marsad.collecting.documents import Document
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_RUN: Final = 4
_SKETCH: Final = 48
# Two texts of which half is the same share about a third of their sketches.
_SHARED: Final = 8
# A reprint may lose paragraphs, so the shorter of two texts must stand in the longer.
_CONTAINED: Final = 0.6
# A run of words in so many texts is furniture (a byline, a subscription line).
_FURNITURE: Final = 50
_SHORTEST: Final = 20
# Where a reprint names the agency: in its dateline, or under its last line.
_HEAD: Final = 240
_FOOT: Final = 80


@dataclass(frozen=True, slots=True)
class Voices:
    """The outlets behind a claim: those that speak, and those that repeat."""

    voices: tuple[str, ...]
    echoes: tuple[str, ...]


def find_reprints(documents: Sequence[Document]) -> Mapping[str, str]:
    """For each document that repeats another one: the id of the one it repeats."""
    runs = [frozenset(runs_of(document.text)) for document in documents]
    groups = _Groups(len(documents))
    for one, other in _candidates(runs):
        shorter = min(len(runs[one]), len(runs[other]))
        if len(runs[one] & runs[other]) >= _CONTAINED * shorter:
            groups.join(one, other)
    origins: dict[str, str] = {}
    for members in groups.of_several():
        group = [documents[index] for index in members]
        origin = _origin(group)
        origins.update({copy.id: origin.id for copy in group if copy is not origin})
    return origins


def corroborate(documents: Iterable[Document], reprints: Mapping[str, str]) -> Voices:
    """Outlets that only reprint another outlet do not add a voice."""
    held = {document.id: document for document in documents}
    voices: dict[str, None] = {}
    echoes: dict[str, None] = {}
    for document in held.values():
        origin = reprints.get(document.id)
        # A reprint of what is not among these texts is all there is of that voice.
        is_echo = origin is not None and origin in held
        (echoes if is_echo else voices)[document.outlet or document.id] = None
    return Voices(tuple(voices), tuple(one for one in echoes if one not in voices))


def runs_of(text: str) -> Iterator[int]:
    """The hashes of all runs of four words, in the order of the text."""
    words = [word for word in words_of(fold(text)) if word[0].isalnum()]
    for first in range(len(words) - _RUN + 1):
        yield zlib.crc32(" ".join(words[first : first + _RUN]).encode())


def _candidates(runs: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that share enough of their smallest hashes."""
    seen: dict[int, list[int]] = defaultdict(list)
    for index, hashes in enumerate(runs):
        if len(hashes) < _SHORTEST:
            continue
        shared: Counter[int] = Counter()
        for smallest in sorted(hashes)[:_SKETCH]:
            holders = seen[smallest]
            if len(holders) <= _FURNITURE:
                shared.update(holders)
                holders.append(index)
        for other, count in shared.items():
            if count >= _SHARED:
                yield other, index


class _Groups:
    """Sets of indices that grow together (union-find)."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, index: int) -> int:
        while self._above[index] != index:
            self._above[index] = self._above[self._above[index]]
            index = self._above[index]
        return index

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first

    def of_several(self) -> list[list[int]]:
        members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self._above)):
            members[self.root(index)].append(index)
        return [group for group in members.values() if len(group) > 1]


def _origin(group: Sequence[Document]) -> Document:
    """The document of the outlet that most of the texts credit, else the earliest."""
    credited: Counter[str] = Counter()
    for document in group:
        edges = fold(document.text[:_HEAD] + "\n" + document.text[-_FOOT:])
        for other in group:
            if other.outlet and fold(other.outlet) in edges:
                credited[other.id] += 1
    return min(
        group,
        key=lambda one: (-credited[one.id], one.published or date.max, one.id),
    )
