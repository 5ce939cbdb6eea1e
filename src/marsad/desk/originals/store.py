"""The content store: original bytes under their SHA-256, written once, never changed.

A folder by default; a bucket where the setting says s3://bucket/prefix.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Final, Protocol

from django.conf import settings

from marsad.desk.originals.folder import Folder
from marsad.errors import Unreadable

_BUCKET: Final = "s3://"
_WAY_OUT: Final = "bring it back from a backup, or take the original in again"


class Store(Protocol):
    """A place that keeps bytes under names."""

    def put(self, name: str, raw: bytes) -> None:
        """Keep bytes under a name, whole or not at all."""
        ...

    def get(self, name: str) -> bytes | None:
        """The bytes under a name, or None where there are none."""
        ...

    def has(self, name: str) -> bool:
        """Whether something is kept under a name."""
        ...

    def names(self) -> Iterator[str]:
        """Every name under which something is kept."""
        ...

    def names_before(self, moment: datetime) -> Iterator[str]:
        """Every name whose bytes were last written, or asked to be kept, before a moment."""
        ...

    def renew(self, name: str, raw: bytes) -> None:
        """Count bytes that are kept already as kept from now on."""
        ...

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more."""
        ...


def place() -> Store:
    """The store that the settings name."""
    return at(str(settings.CONTENT_STORE))


def at(where: str) -> Store:
    """The folder or the bucket of a setting."""
    if where.startswith(_BUCKET):
        # Who keeps bytes in a folder need not install what asks buckets.
        from marsad.desk.originals.bucket import Bucket  # noqa: PLC0415

        return Bucket.at(where)
    return Folder(where)


def hash_of(raw: bytes) -> str:
    """The name of bytes in the store."""
    return hashlib.sha256(raw).hexdigest()


def keep(raw: bytes) -> str:
    """Keep bytes and say their hash; the same bytes twice are kept once."""
    sha256, store = hash_of(raw), place()
    # What was damaged since is mended by the same bytes.
    if not (store.has(sha256) and store.get(sha256) == raw):
        store.put(sha256, raw)
    return sha256


def open(sha256: str) -> bytes:  # noqa: A001 (read as store.open)
    """The bytes of a hash; raises Unreadable where they are lost or damaged."""
    return proved(place().get(sha256), sha256)


def proved(raw: bytes | None, sha256: str) -> bytes:
    """The bytes, once they are those of their hash; raises Unreadable if not."""
    if raw is None:
        raise Unreadable(_named(sha256), "is not in the content store", _WAY_OUT)
    if hash_of(raw) != sha256:
        problem = "was damaged in the content store: its hash is another"
        raise Unreadable(_named(sha256), problem, _WAY_OUT)
    return raw


def has(sha256: str) -> bool:
    """Whether bytes with this hash are kept."""
    return place().has(sha256)


def verify(sha256: str) -> bool:
    """Whether bytes are kept and are still those of their hash."""
    raw = place().get(sha256)
    return raw is not None and hash_of(raw) == sha256


def hashes() -> Iterator[str]:
    """The hash of everything that is kept."""
    return place().names()


def _named(sha256: str) -> str:
    return f"original {sha256[:12]}…"
