"""Pictures and films of posts: kept apart from originals, for their time comes to an end.

An original of the register is never taken away. What came with a post is, once the time
that its stream may keep it is over; so the two never share a place, though the same
picture may stand in both.
"""

from collections.abc import Iterator

from django.conf import settings

from marsad.desk.originals.store import Store, at, hash_of, proved


def place() -> Store:
    """The store of media that the settings name."""
    return at(str(settings.MEDIA_STORE))


def keep(raw: bytes) -> str:
    """Keep bytes and say their hash; the same bytes twice are kept once."""
    sha256, store = hash_of(raw), place()
    if not store.has(sha256):
        store.put(sha256, raw)
    return sha256


def open(sha256: str) -> bytes:  # noqa: A001 (read as media.open)
    """The bytes of a hash; raises Unreadable where they are lost or damaged."""
    return proved(place().get(sha256), sha256)


def has(sha256: str) -> bool:
    """Whether bytes with this hash are kept."""
    return place().has(sha256)


def forget(sha256: str) -> None:
    """Keep these bytes no more."""
    place().forget(sha256)


def hashes() -> Iterator[str]:
    """The hash of everything that is kept."""
    return place().names()
