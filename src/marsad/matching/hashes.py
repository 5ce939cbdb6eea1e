"""The same bytes: files known by their SHA-256 or MD5, equal or not at all."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from marsad.errors import Unreadable
from marsad.matching.key_table import KeyTable
from marsad.matching.signals import Band, Example, Kind, Likeness

_SHOWN: Final = 60
_SEPARATORS: Final = str.maketrans("", "", " -:")
_PREFIX: Final = re.compile(r"^(?:sha-?256|md5)[:=]", re.IGNORECASE)
_HEX: Final = re.compile(r"[0-9a-f]+")


@dataclass(slots=True)
class DigestKind:
    """Files whose bytes give one digest: a copy is found, a copy saved anew is not."""

    kind: Kind
    digits: int
    reason: str
    examples: tuple[Example, ...]

    def canonical(self, value: str) -> str:
        """Lower-case hexadecimal digits, as many as the digest has."""
        digits = _PREFIX.sub("", value.strip()).translate(_SEPARATORS).lower()
        if len(digits) != self.digits or not _HEX.fullmatch(digits):
            problem = f"is no {self.kind.name} of {self.digits} hexadecimal digits"
            way_out = "copy the whole hash, without a file name"
            raise Unreadable(repr(value[:_SHOWN]), problem, way_out)
        return digits

    def compare(self, banked: str, met: str) -> Likeness | None:
        """Equal, or nothing."""
        return self.likeness(0) if banked == met else None

    def likeness(self, number: int) -> Likeness:
        """What is said of a file that is known."""
        return Likeness(number, self.kind, 0.0, Band.SAME, self.reason)

    def index(self, signals: Iterable[tuple[int, str]] = ()) -> "DigestIndex":
        """An index over digests, in memory."""
        index = DigestIndex(self, KeyTable(self.digits // 2))
        index.add(signals)
        return index

    def opened(self, folder: Path) -> "DigestIndex":
        """An index that was saved; raises Unreadable where it is damaged."""
        table = KeyTable.opened(folder, self.kind.value, self.digits // 2)
        return DigestIndex(self, table)


class DigestIndex:
    """Digests at rest in sorted arrays; ten million take 400 MB (SHA-256)."""

    def __init__(self, kind: DigestKind, table: KeyTable) -> None:
        self._kind, self._table = kind, table

    def __len__(self) -> int:
        return len(self._table)

    def add(self, signals: Iterable[tuple[int, str]]) -> None:
        """Take more digests in."""
        self._table.add((number, bytes.fromhex(value)) for number, value in signals)

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        self._table.drop(numbers)

    def find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """The known files that have each digest."""
        found = self._table.find([bytes.fromhex(value) for value in met])
        return [tuple(map(self._kind.likeness, numbers)) for numbers in found]

    def save(self, folder: Path) -> None:
        """Write it down, whole or not at all."""
        self._table.save(folder, self._kind.kind.value)


def _examples(name: str) -> tuple[Example, ...]:
    soup, salt, met = (
        hashlib.new(name, words, usedforsecurity=False).hexdigest()
        for words in (b"lentil soup", b"lentil soup with salt", b"lentil soup")
    )
    return (
        Example(soup, met, is_alike=True, why="the same bytes"),
        Example(soup, salt, is_alike=False, why="one word more is another file"),
    )


SHA256: Final = DigestKind(Kind.SHA256, 64, "sha256_equal", _examples("sha256"))
MD5: Final = DigestKind(Kind.MD5, 32, "md5_equal", _examples("md5"))
