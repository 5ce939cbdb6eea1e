"""What posts resemble: their words, addresses, pictures and films asked of the banks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class _Asked:
    """The posts that are asked about, their media, and where they stand themselves."""

    posts: Sequence[Post]
    shown: Mapping[int, Sequence[Medium]]
    own: Mapping[int, str]


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
    # Known places are asked by two kinds and two sets of banks: each seal is opened once.
    own = _own_addresses(posts, held.known)
    _ask(held.known, _Asked(posts, shown, own), found)
    if len(held.harmless):
        like = [post for post in posts if post.pk in found]
        _ask(held.harmless, _Asked(like, shown, own), found)
    return dict(found)


def _own_addresses(posts: Sequence[Post], known: Banked) -> dict[int, str]:
    """Where the posts themselves stand, if any address is known at all."""
    if not any(len(known.by_kind[kind]) for kind in _ADDRESS_KINDS):
        return {}
    return {post.pk: own_addresses.opened(post) for post in posts}


def _ask(indexes: Banked, asked: _Asked, found: dict[int, list[Found]]) -> None:
    for number, seen in _pictures(indexes, asked):
        found[number].append(seen)
    for kind, index in indexes.by_kind.items():
        if kind is Kind.PDQ or not len(index):
            continue
        questions = list(_questions(kind, asked))
        # Many posts hold one address or picture: each value is asked once.
        values = list(dict.fromkeys(one.value for one in questions))
        answers = dict(zip(values, index.find(values), strict=True)) if values else {}
        for one in questions:
            found_here = [one.told(likeness) for likeness in answers[one.value]]
            if found_here:
                found[one.post] += found_here


def _questions(kind: Kind, asked: _Asked) -> Iterator[Question]:
    for post in asked.posts:
        if kind in _TEXT_KINDS:
            yield from [Question(post.pk, post.text)] if post.text else []
        elif kind in _ADDRESS_KINDS:
            yield from (Question(post.pk, one, address=one) for one in post.addresses)
            if own := asked.own.get(post.pk):
                yield Question(post.pk, own, is_own=True)
        else:
            yield from _of_media(kind, asked.shown.get(post.pk, ()))


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


def _pictures(indexes: Banked, asked: _Asked) -> Iterator[tuple[int, Found]]:
    """Pictures by all the ways of seeing them, each picture asked once."""
    if not len(indexes.by_kind[Kind.PDQ]):
        return
    holders: dict[tuple[Variant, ...], list[Medium]] = defaultdict(list)
    for post in asked.posts:
        for medium in asked.shown.get(post.pk, ()):
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
