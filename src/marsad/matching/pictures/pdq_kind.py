"""Pictures known by how they look: PDQ hashes, alike within 31 of their 256 bits.

Saved anew, resized, blurred or brightened, a picture keeps its hash within 31 bits; so it
does mirrored and turned by quarters, which changes the hash in a known way. A logo, a
caption or a crop moves it further: 32 to 52 bits are shown as weaker evidence, to who asks
for it. Strangers are 128 bits apart, and hardly ever less than 80.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from marsad.matching.pictures.bits import checked, distance, hashes_of, words_of
from marsad.matching.pictures.multi_index import LIMIT
from marsad.matching.pictures.pdq_index import WIDE_LIMIT, PdqIndex, looking, same
from marsad.matching.pictures.turns import TURNS, eight_by_signs
from marsad.matching.signals import Band, Example, Kind, Likeness

_SOUP: Final = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22"


def eight(met: str) -> tuple[str, ...]:
    """The hashes of a picture's eight turns, in the order of TURNS, from its hash."""
    return tuple(hashes_of(eight_by_signs(words_of([met]))[0]))


def flipped(value: str, bits: int) -> str:
    """The hash with so many of its bits turned over, far from each other."""
    flips = sum(1 << (37 * bit % 256) for bit in range(bits))
    return f"{int(value, 16) ^ flips:064x}"


_EXAMPLES: Final = (
    Example(_SOUP, _SOUP, is_alike=True, why="the same picture"),
    Example(
        _SOUP, flipped(_SOUP, 12), is_alike=True, why="saved anew, a little smaller"
    ),
    Example(_SOUP, flipped(_SOUP, 31), is_alike=True, why="the farthest that is alike"),
    Example(_SOUP, flipped(_SOUP, 32), is_alike=False, why="one bit too far"),
    *(
        Example(_SOUP, turned, is_alike=True, why=f"turned: {turn}")
        for turn, turned in zip(TURNS[1:], eight(_SOUP)[1:], strict=True)
    ),
    Example(_SOUP, flipped(_SOUP, 128), is_alike=False, why="a stranger"),
)


@dataclass(frozen=True, slots=True)
class PdqKind:
    """Pictures that look alike: small changes, mirrors and quarter turns are found."""

    reach: Band = Band.SAME
    kind: Kind = Kind.PDQ
    examples: tuple[Example, ...] = _EXAMPLES

    def canonical(self, value: str) -> str:
        """The hash as 64 lower-case hexadecimal digits; raises Unreadable if it is none."""
        return checked(value.strip().lower())

    def compare(self, banked: str, met: str) -> Likeness | None:
        """The turn in which fewest bits differ, upright first, if they are few enough."""
        distances = [distance(banked, turned) for turned in eight(met)]
        nearest = min(distances)
        if distances[0] <= LIMIT:
            return same(0, distances[0], 0)
        if nearest <= LIMIT:
            return same(0, nearest, distances.index(nearest))
        if self.reach is Band.LOOK and distances[0] <= WIDE_LIMIT:
            return looking(0, distances[0])
        return None

    def index(self, signals: Iterable[tuple[int, str]] = ()) -> PdqIndex:
        """An index over hashes, in memory."""
        index = PdqIndex(self.reach)
        index.add(signals)
        return index

    def opened(self, folder: Path) -> PdqIndex:
        """An index that was saved; raises Unreadable where it is damaged."""
        return PdqIndex.opened(folder, self.reach)


PDQ: Final = PdqKind()
