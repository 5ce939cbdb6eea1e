"""Pictures and films of posts: kept apart from originals, for their time comes to an end.

An original of the register is never taken away. What came with a post is, once the time
that its stream may keep it is over; so the two never share a place, though the same
picture may stand in both.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings

from marsad.desk.originals.store import Store, at, hash_of, proved
from marsad.errors import Refused


def place() -> Store:
    """The store of media that the settings name; Refused where originals are kept there."""
    where = str(settings.MEDIA_STORE)
    _refuse_originals(where, str(settings.CONTENT_STORE))
    return at(where)


@cache
def _refuse_originals(where: str, originals: str) -> None:
    # Once a process: the disk is not asked anew for each picture.
    if _plain(where) == _plain(originals):
        problem = "is where originals are kept, which are never taken away"
        raise Refused("MARSAD_MEDIA_STORE", problem, "name another place for media")


def _plain(where: str) -> str:
    return where.rstrip("/") if "://" in where else str(Path(where).resolve())


def keep(raw: bytes) -> str:
    """Keep bytes and say their hash; the same bytes twice are kept once."""
    sha256, store = hash_of(raw), place()
    if store.has(sha256):
        # What nothing points to is taken away after a day: somebody is about to, again.
        store.renew(sha256, raw)
    else:
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


def hashes_before(moment: datetime) -> Iterator[str]:
    """The hash of everything that nobody has kept anew since a moment."""
    return place().names_before(moment)


def hashes() -> Iterator[str]:
    """The hash of everything that is kept."""
    return place().names()
