"""Pages known by their address: the same page, a copy in an archive, the same short link."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from numpy.typing import NDArray

from marsad.matching.key_table import KeyTable
from marsad.matching.links.canonical import (
    archived_page,
    canonical_address,
    is_shortened,
    page_key,
)
from marsad.matching.saved import read_arrays, write_arrays
from marsad.matching.signals import Band, Example, Kind, Likeness

_WIDTH: Final = 16


class UrlKind:
    """An address, by its form alone: nothing is fetched and no short link is resolved."""

    kind: Kind = Kind.URL
    examples: tuple[Example, ...] = (
        Example(
            "https://example.org/soup",
            "hxxp://www.example[.]org/soup/?utm_source=letter#salt",
            is_alike=True,
            why="one page, written so that nobody opens it by mistake",
        ),
        Example(
            "https://t.me/soupkitchen/7",
            "https://telegram.me/s/SoupKitchen/7",
            is_alike=True,
            why="a post of a channel, seen without the application",
        ),
        Example(
            "https://x.com/cook/status/123",
            "https://twitter.com/i/web/status/123",
            is_alike=True,
            why="a post has one number, whoever's name stands before it",
        ),
        Example(
            "https://example.org/soup",
            "https://web.archive.org/web/2024/http://example.org/soup",
            is_alike=True,
            why="a copy of the page in an archive",
        ),
        Example(
            "https://example.org/soup",
            "https://example.org/salad",
            is_alike=False,
            why="another page of one site",
        ),
        Example(
            "https://example.org/soup?page=1",
            "https://example.org/soup?page=2",
            is_alike=False,
            why="what a page is asked may make it another one",
        ),
    )

    def canonical(self, value: str) -> str:
        """The one form of an address; raises Unreadable for what is none."""
        return canonical_address(value)

    def compare(self, banked: str, met: str) -> Likeness | None:
        """The same page, or a copy of it."""
        if page_key(banked) == page_key(met):
            return same_page(0, met)
        ours, theirs = archived_page(met), archived_page(banked)
        if ours and page_key(ours) == page_key(banked):
            return copy_of_known(0, met, banked)
        if theirs and page_key(theirs) == page_key(ours or met):
            return known_as_copy(0, met, theirs)
        return None

    def index(self, signals: Iterable[tuple[int, str]] = ()) -> "UrlIndex":
        """An index over addresses, in memory."""
        index = UrlIndex(KeyTable(_WIDTH), KeyTable(_WIDTH))
        index.add(signals)
        return index

    def opened(self, folder: Path) -> "UrlIndex":
        """An index that was saved; raises Unreadable where it is damaged."""
        arrays, _ = read_arrays(folder, Kind.URL.value)
        pages = KeyTable.of_arrays(_WIDTH, arrays["page_keys"], arrays["page_numbers"])
        copies = KeyTable.of_arrays(_WIDTH, arrays["copy_keys"], arrays["copy_numbers"])
        return UrlIndex(pages, copies)


class UrlIndex:
    """Addresses as short digests in sorted arrays, and the pages that copies are of."""

    def __init__(self, pages: KeyTable, copies: KeyTable) -> None:
        self._pages, self._copies = pages, copies

    def __len__(self) -> int:
        return len(self._pages)

    def add(self, signals: Iterable[tuple[int, str]]) -> None:
        """Take more addresses in."""
        signals = list(signals)
        self._pages.add((number, _digest(value)) for number, value in signals)
        self._copies.add(
            (number, _digest(page))
            for number, value in signals
            if (page := archived_page(value))
        )

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        numbers = list(numbers)
        self._pages.drop(numbers)
        self._copies.drop(numbers)

    def find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """The known pages that each address shows, pages before copies of them."""
        inner = [archived_page(value) or value for value in met]
        own, within = list(map(_digest, met)), list(map(_digest, inner))
        same = self._pages.find(own)
        copied = self._pages.find(within)
        banked_copies = self._copies.find(within)
        return [
            _likenesses(value, page, found)
            for value, page, *found in zip(
                met, inner, same, copied, banked_copies, strict=True
            )
        ]

    def save(self, folder: Path) -> None:
        """Write it down, whole or not at all."""
        page_keys, page_numbers = self._pages.arrays()
        copy_keys, copy_numbers = self._copies.arrays()
        arrays: dict[str, NDArray[Any]] = {
            "page_keys": page_keys,
            "page_numbers": page_numbers,
            "copy_keys": copy_keys,
            "copy_numbers": copy_numbers,
        }
        write_arrays(folder, Kind.URL.value, arrays)


def same_page(number: int, met: str) -> Likeness:
    """The page that is known, or the same short link, which is not resolved."""
    reason = "address_shortened" if is_shortened(met) else "address_same"
    return Likeness(
        number, Kind.URL, 0.0, Band.SAME, reason, details={"address": met, "met": met}
    )


def copy_of_known(number: int, met: str, page: str) -> Likeness:
    """A copy, in an archive, of a page that is known."""
    return Likeness(
        number,
        Kind.URL,
        0.0,
        Band.SAME,
        "address_archived",
        details={"address": page, "met": met},
    )


def known_as_copy(number: int, met: str, page: str) -> Likeness:
    """A page of which another copy is known; what it shows today may be another thing."""
    return Likeness(
        number,
        Kind.URL,
        0.0,
        Band.LOOK,
        "address_of_a_copy",
        details={"address": page, "met": met},
    )


def _likenesses(
    met: str, page: str, found: list[tuple[int, ...]]
) -> tuple[Likeness, ...]:
    same, copied, banked_copies = found
    told = {number: same_page(number, met) for number in same}
    for number in copied:
        told.setdefault(number, copy_of_known(number, met, page))
    for number in banked_copies:
        told.setdefault(number, known_as_copy(number, met, page))
    return tuple(told.values())


def _digest(canonical: str) -> bytes:
    key = page_key(canonical).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(key, digest_size=_WIDTH).digest()


URL: Final = UrlKind()
