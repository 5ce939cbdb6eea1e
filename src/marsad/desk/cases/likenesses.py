"""What posts resemble: their words, addresses, pictures and films asked of the banks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from marsad.desk.banks.indexes import Held
from marsad.desk.cases import own_addresses
from marsad.desk.cases.weighing import Found
from marsad.desk.posts.models import Medium, Post
from marsad.matching.banked import Banked
from marsad.matching.met import Met, MetMedia
from marsad.matching.pictures.variants import Variant
from marsad.matching.pipeline import match_many
from marsad.matching.signals import Kind, Likeness

_TEXT_KINDS: Final = (Kind.EXACT_WORDING, Kind.WORDING)
_ADDRESS_KINDS: Final = (Kind.URL, Kind.URL_PATTERN)


@dataclass(frozen=True, slots=True)
class Question:
    """One value of a post to be looked up, and which picture or address of it that is."""

    post: int
    value: str
    medium: int | None = None
    address: str = ""
    # Whether it is the post's own address, of which nothing is written down.
    is_own: bool = False

    def told(self, likeness: Likeness) -> Found:
        """What was found by it, as it may be kept."""
        if self.is_own:
            return Found(own_addresses.without_it(likeness), is_own=True)
        return Found(likeness, self.medium, self.address)


def likenesses(
    posts: Sequence[Post], media: Iterable[Medium], held: Held
) -> dict[int, list[Found]]:
    """Of each post that resembles something known: what, and how near.

    The harmless are asked only of posts that resemble something at all.
    """
    shown: dict[int, list[Medium]] = defaultdict(list)
    for one in media:
        shown[one.post_id].append(one)
    found: dict[int, list[Found]] = defaultdict(list)
    _ask(held.known, posts, shown, found)
    if len(held.harmless):
        like = [post for post in posts if post.pk in found]
        _ask(held.harmless, like, shown, found)
    return dict(found)


def _ask(
    indexes: Banked,
    posts: Sequence[Post],
    shown: dict[int, list[Medium]],
    found: dict[int, list[Found]],
) -> None:
    for number, seen in _pictures(indexes, posts, shown):
        found[number].append(seen)
    for kind, index in indexes.by_kind.items():
        if kind is Kind.PDQ or not len(index):
            continue
        questions = list(_questions(kind, posts, shown))
        # Many posts hold one address or picture: each value is asked once.
        values = list(dict.fromkeys(one.value for one in questions))
        answers = dict(zip(values, index.find(values), strict=True)) if values else {}
        for one in questions:
            found_here = [one.told(likeness) for likeness in answers[one.value]]
            if found_here:
                found[one.post] += found_here


def _questions(
    kind: Kind, posts: Sequence[Post], shown: dict[int, list[Medium]]
) -> Iterator[Question]:
    for post in posts:
        if kind in _TEXT_KINDS:
            yield from [Question(post.pk, post.text)] if post.text else []
        elif kind in _ADDRESS_KINDS:
            yield from (Question(post.pk, one, address=one) for one in post.addresses)
            if own := own_addresses.opened(post):
                yield Question(post.pk, own, is_own=True)
        else:
            yield from _of_media(kind, shown.get(post.pk, ()))


def _of_media(kind: Kind, media: Iterable[Medium]) -> Iterator[Question]:
    for medium in media:
        if value := _value(kind, medium):
            yield Question(medium.post_id, value, medium=medium.pk)


def _value(kind: Kind, medium: Medium) -> str:
    """What is asked of a picture or film; its turns are the index's own matter."""
    if kind is Kind.SHA256:
        return medium.sha256
    if kind is Kind.MD5:
        return medium.md5
    if kind is Kind.VPDQ:
        return medium.frames
    return ""


def _pictures(
    indexes: Banked, posts: Sequence[Post], shown: dict[int, list[Medium]]
) -> Iterator[tuple[int, Found]]:
    """Pictures by all the ways of seeing them, each picture asked once."""
    if not len(indexes.by_kind[Kind.PDQ]):
        return
    holders: dict[tuple[Variant, ...], list[Medium]] = defaultdict(list)
    for post in posts:
        for medium in shown.get(post.pk, ()):
            if medium.pdq:
                holders[_ways(medium)].append(medium)
    met = [Met(media=(MetMedia(pictures=ways),)) for ways in holders]
    # Logos, captions and crops too: weak evidence, which a person may make nothing of.
    answers = match_many(met, indexes, is_wide=True) if met else []
    for media, likenesses_here in zip(holders.values(), answers, strict=True):
        for medium in media:
            for likeness in likenesses_here:
                yield medium.post_id, Found(likeness, medium.pk, "")


def _ways(medium: Medium) -> tuple[Variant, ...]:
    return tuple(Variant(one["turn"], one["hash"]) for one in medium.pdq)
