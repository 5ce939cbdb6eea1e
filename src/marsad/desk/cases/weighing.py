"""What a post's likenesses come to: which stand, which a harmless look-alike takes away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from marsad.desk.banks.models import BankedSignal
from marsad.matching.signals import Kind, Likeness
from marsad.spans import Span

# Distances of pictures are bits of a hash; all others are shares, or nought for equals.
_SCALE: Final = {Kind.PDQ: 256.0, Kind.VPDQ: 256.0}
_ADDRESSES: Final = frozenset((Kind.URL, Kind.URL_PATTERN))
# A formula that many texts share excuses only what stands in the same place.
_LEAST_COVERED: Final = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A likeness of a post, and which picture or address of it is alike, if one is."""

    likeness: Likeness
    medium: int | None = None
    # Of the addresses in the post's words, which one is alike, if one is.
    address: str = ""
    # Whether the post itself stands at an address that is alike.
    is_own: bool = False

    @property
    def nearness(self) -> tuple[int, float]:
        """Sorts the strong before the weak, and the near before the far."""
        return (-self.likeness.band, scaled(self.likeness))


@dataclass(frozen=True, slots=True)
class Kept:
    """A likeness with its signal, and the harmless signal that is as near, if one is."""

    found: Found
    signal: BankedSignal
    harmless: BankedSignal | None = None

    @property
    def severity(self) -> int:
        """How urgent the content of its signal is."""
        return self.signal.severity or self.signal.bank.severity

    @property
    def weight(self) -> tuple[int, int, float, int]:
        """Sorts what a case is named by first: strong, grave, near, known long."""
        band, distance = self.found.nearness
        return (band, -self.severity, distance, self.signal.pk)


def scaled(likeness: Likeness) -> float:
    """A distance between nought and one, so that kinds can be compared."""
    return likeness.distance / _SCALE.get(likeness.kind, 1.0)


def weigh(
    found: Sequence[Found], signals: Mapping[int, BankedSignal]
) -> tuple[list[Kept], list[Kept]]:
    """The likenesses that count, the weightiest first; and those that are harmless.

    Of each signal the nearest likeness that counts is kept. One that a harmless look-alike
    in the same place is as near to is no ground to look at anything; it takes nothing away
    from another place in which the signal is found.
    """
    standing = (one for one in found if one.likeness.number in signals)
    kept = [
        Kept(one, signals[one.likeness.number])
        for one in sorted(standing, key=lambda one: one.nearness)
    ]
    excuses = [one for one in kept if one.signal.bank.is_harmless]
    counting: dict[int, Kept] = {}
    harmless: dict[int, Kept] = {}
    for one in kept:
        if one.signal.bank.is_harmless:
            continue
        excuse = next((other for other in excuses if excused(one, other)), None)
        if excuse is None:
            counting.setdefault(one.signal.pk, one)
        else:
            taken = Kept(one.found, one.signal, excuse.signal)
            harmless.setdefault(one.signal.pk, taken)
    apart = [one for number, one in harmless.items() if number not in counting]
    return sorted(counting.values(), key=lambda one: one.weight), apart


def excused(one: Kept, excuse: Kept) -> bool:
    """Whether a harmless look-alike is as near, in the same picture, address or words."""
    ours, theirs = one.found, excuse.found
    if scaled(theirs.likeness) > scaled(ours.likeness):
        return False
    if ours.medium is not None or theirs.medium is not None:
        return ours.medium == theirs.medium
    if ours.likeness.kind in _ADDRESSES or theirs.likeness.kind in _ADDRESSES:
        is_placed = bool(ours.address) or ours.is_own
        return is_placed and _place(ours) == _place(theirs)
    return _lies_on(theirs.likeness, ours.likeness)


def _place(found: Found) -> tuple[bool, str]:
    return found.is_own, found.address


def _lies_on(cover: Likeness, likeness: Likeness) -> bool:
    places = _places(likeness.ours)
    if not places:
        return not cover.ours
    return len(places & _places(cover.ours)) >= _LEAST_COVERED * len(places)


def _places(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
