"""A post as it is matched: its words, its addresses, the hashes of what it shows."""

from dataclasses import dataclass

from marsad.collecting.posts.public import PostMedia, PublicPost
from marsad.errors import Unreadable
from marsad.matching.links.canonical import canonical_address
from marsad.matching.links.in_text import addresses_in
from marsad.matching.pictures.turns import TURNS
from marsad.matching.pictures.variants import Variant


@dataclass(frozen=True, slots=True)
class MetMedia:
    """One picture or film of a post by its hashes; what is not known is empty.

    ``pictures`` are the ways of seeing a picture, as ``variants_of`` gives them, or its
    hash alone under the name of the first turn. ``frames`` is a film in the vPDQ form.
    """

    sha256: str = ""
    md5: str = ""
    pictures: tuple[Variant, ...] = ()
    frames: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """One post that is met; addresses in their canonical form."""

    text: str = ""
    addresses: tuple[str, ...] = ()
    media: tuple[MetMedia, ...] = ()


def met_of(post: PublicPost) -> Met:
    """What is matched of a post: its words, its own address and those it names, its media."""
    named = (address.canonical for address in addresses_in(post.text))
    addresses = tuple(dict.fromkeys((*_own(post.address), *named)))
    return Met(post.text, addresses, tuple(map(_medium, post.media)))


def _own(address: str) -> tuple[str, ...]:
    try:
        return (canonical_address(address),) if address else ()
    except Unreadable:
        return ()


def _medium(medium: PostMedia) -> MetMedia:
    pictures = (Variant(TURNS[0], medium.pdq),) if medium.pdq else ()
    return MetMedia(sha256=medium.sha256, pictures=pictures)
