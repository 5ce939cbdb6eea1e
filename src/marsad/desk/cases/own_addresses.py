"""The address of a post itself, compared with known ones and written nowhere.

It names the account on many platforms, and is sealed. The worker opens it in memory for
the comparison alone; what is kept of a likeness says that the address is known, and not
what it is.
"""

from dataclasses import replace
from typing import Final

from marsad.desk.posts import keys
from marsad.desk.posts.models import Post
from marsad.errors import Unreadable
from marsad.matching.links.canonical import canonical_address
from marsad.matching.signals import Kind, Likeness

_PLACE: Final = "own_address_place"
_PAGE: Final = "own_address"
OWN: Final = frozenset((_PLACE, _PAGE))


def opened(post: Post) -> str:
    """The post's own address; nothing where it has none or its key is not here."""
    if post.sealed is None:
        return ""
    try:
        told = keys.unseal(bytes(post.sealed), post.key)
        return canonical_address(str(told.get("address") or ""))
    except Unreadable:
        return ""


def is_own(reason: str) -> bool:
    """Whether a match rests on the post's own address: its known side is not shown."""
    return reason in OWN


def without_it(likeness: Likeness) -> Likeness:
    """The same likeness, without the address and the place in which it lies."""
    reason = _PLACE if likeness.kind is Kind.URL_PATTERN else _PAGE
    return replace(likeness, reason=reason, details={}, ours=(), theirs=())
