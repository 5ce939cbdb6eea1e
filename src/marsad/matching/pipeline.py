"""From posts to their likenesses: each kind is asked once for many posts.

1. Take apart what every post brings: words, addresses, hashes of its media.
2. Ask the index of each kind for all posts at once.
3. Hand each post what was found for it, one likeness a signal, the strongest first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from marsad.matching.banked import Banked
from marsad.matching.links.canonical import page_key
from marsad.matching.links.in_text import addresses_in
from marsad.matching.met import Met
from marsad.matching.pictures.bits import words_of
from marsad.matching.pictures.pdq_index import PdqIndex, looking
from marsad.matching.pictures.turns import TURNS
from marsad.matching.pictures.variants import GUESSES, WIDENED, Variant
from marsad.matching.signals import Kind, Likeness

_ORDER: Final = {kind: at for at, kind in enumerate(Kind)}
_PLACED: Final = frozenset((Kind.URL, Kind.URL_PATTERN))


class _Asked(NamedTuple):
    """What a post asks one kind, and which of its media it is about, counted from 1."""

    post: int
    value: str
    medium: int = 0


class _Seen(NamedTuple):
    """A picture of a post, by all the ways of seeing it."""

    post: int
    medium: int
    ways: tuple[Variant, ...]


def match(post: Met, banked: Banked, *, is_wide: bool = False) -> tuple[Likeness, ...]:
    """What one post resembles, the strongest first, one likeness a signal."""
    return match_many([post], banked, is_wide=is_wide)[0]


def match_many(
    posts: Sequence[Met], banked: Banked, *, is_wide: bool = False
) -> list[tuple[Likeness, ...]]:
    """What each post resembles; ``is_wide`` also asks for pictures that merely look alike."""
    found: list[list[Likeness]] = [[] for _ in posts]
    for kind, asked in _questions(posts).items():
        index = banked.by_kind[kind]
        values = [one.value for one in asked] if len(index) else []
        for one, likenesses in zip(asked, index.find(values), strict=False):
            found[one.post] += (_about(likeness, one.medium) for likeness in likenesses)
    pictures = banked.by_kind[Kind.PDQ]
    if isinstance(pictures, PdqIndex) and len(pictures):
        for post, likeness in _pictures(posts, pictures, is_wide=is_wide):
            found[post].append(likeness)
    return [
        tuple(_placed(one, post) for one in _strongest(likenesses))
        for post, likenesses in zip(posts, found, strict=True)
    ]


def _questions(posts: Sequence[Met]) -> dict[Kind, list[_Asked]]:
    asked: dict[Kind, list[_Asked]] = defaultdict(list)
    for at, post in enumerate(posts):
        for kind, value, medium in _values(post):
            asked[kind].append(_Asked(at, value, medium))
    return asked


def _values(post: Met) -> Iterator[tuple[Kind, str, int]]:
    """What a post brings for each kind but pictures, and of which medium it is."""
    if post.text.strip():
        yield Kind.EXACT_WORDING, post.text, 0
        yield Kind.WORDING, post.text, 0
    for address in post.addresses:
        yield Kind.URL, address, 0
        yield Kind.URL_PATTERN, address, 0
    for place, medium in enumerate(post.media, start=1):
        said = (
            (Kind.SHA256, medium.sha256),
            (Kind.MD5, medium.md5),
            (Kind.VPDQ, medium.frames),
        )
        yield from ((kind, value, place) for kind, value in said if value)


def _pictures(
    posts: Sequence[Met], index: PdqIndex, *, is_wide: bool
) -> Iterator[tuple[int, Likeness]]:
    seen = [
        _Seen(at, place, medium.pictures)
        for at, post in enumerate(posts)
        for place, medium in enumerate(post.media, start=1)
        if medium.pictures
    ]
    yield from _turned(seen, index)
    yield from _insides(seen, index)
    yield from _guesses(seen, index)
    if is_wide:
        yield from _looks(seen, index)


def _turned(seen: Iterable[_Seen], index: PdqIndex) -> Iterator[tuple[int, Likeness]]:
    """Whole pictures: by their eight hashes, or by one where that is all that is known."""
    whole = [(one, _eight(one.ways)) for one in seen]
    exact = [(one, eight) for one, eight in whole if len(eight) == len(TURNS)]
    nearly = [(one, eight[0]) for one, eight in whole if 0 < len(eight) < len(TURNS)]
    found = index.find_turned([eight for _, eight in exact]) if exact else []
    found += index.find([upright for _, upright in nearly])
    for (one, _), likenesses in zip([*exact, *nearly], found, strict=True):
        for likeness in likenesses:
            yield one.post, _about(likeness, one.medium)


def _eight(ways: Sequence[Variant]) -> list[str]:
    hashes = {way.name: way.hash for way in ways}
    return [hashes[turn] for turn in TURNS if turn in hashes]


def _insides(seen: Iterable[_Seen], index: PdqIndex) -> Iterator[tuple[int, Likeness]]:
    """What may be the known picture, turned or not, inside the one that is met."""
    asked = [
        (one, way)
        for one in seen
        for way in one.ways
        if way.name not in TURNS and way.name not in GUESSES
    ]
    found = index.find([way.hash for _, way in asked])
    for (one, way), likenesses in zip(asked, found, strict=True):
        for likeness in likenesses:
            yield one.post, _seen_so(_about(likeness, one.medium), way)


def _guesses(seen: Iterable[_Seen], index: PdqIndex) -> Iterator[tuple[int, Likeness]]:
    """What may be the known picture before it was framed or cropped; upright alone."""
    asked = [(one, way) for one in seen for way in one.ways if way.name in GUESSES]
    if not asked:
        return
    matches = index.near(words_of([way.hash for _, way in asked]))
    for place, number, bits in zip(*(part.tolist() for part in matches), strict=True):
        one, way = asked[place]
        likeness = _about(looking(number, bits), one.medium)
        yield one.post, _seen_so(likeness, way)


def _looks(seen: Iterable[_Seen], index: PdqIndex) -> Iterator[tuple[int, Likeness]]:
    asked = [
        (one, way)
        for one in seen
        for way in one.ways
        if way.name == TURNS[0] or way.name not in TURNS
    ]
    found = index.look([way.hash for _, way in asked])
    for (one, way), likenesses in zip(asked, found, strict=True):
        for likeness in likenesses:
            told = _about(likeness, one.medium)
            yield one.post, told if way.name in TURNS else _seen_so(told, way)


def _seen_so(likeness: Likeness, way: Variant) -> Likeness:
    """A likeness to another way of seeing the picture, and which way that is."""
    reason = "picture_part" if way.name == WIDENED else "picture_within"
    details = {**likeness.details, "variant": way.name}
    return replace(likeness, reason=reason, details=details)


def _about(likeness: Likeness, medium: int) -> Likeness:
    if not medium:
        return likeness
    return replace(likeness, details={**likeness.details, "medium": medium})


def _strongest(likenesses: Iterable[Likeness]) -> list[Likeness]:
    """One likeness for each signal and kind: same before look, then the nearest."""
    ordered = sorted(
        likenesses,
        key=lambda one: (-one.band, one.distance, _ORDER[one.kind], one.number),
    )
    first: dict[tuple[Kind, int], Likeness] = {}
    for likeness in ordered:
        first.setdefault((likeness.kind, likeness.number), likeness)
    return list(first.values())


def _placed(likeness: Likeness, post: Met) -> Likeness:
    """Where the address stands in the words, looked up only once it is known."""
    if likeness.kind not in _PLACED or likeness.ours:
        return likeness
    met = likeness.details.get("met")
    spans = tuple(
        address.span
        for address in addresses_in(post.text)
        if page_key(address.canonical) == page_key(str(met))
    )
    return replace(likeness, ours=spans)
