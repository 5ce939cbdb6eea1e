"""Accounts that were purged on demand: keyed hashes in a file that no backup carries.

The file has a key of its own, so that it outlives every change of the keys of accounts;
its lines name nobody. It is read at the door, and after each restore of a backup.
"""

import fcntl
import functools
import hmac
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Erasures:
    """The accounts that are never taken in again, by their hashes."""

    key: bytes
    marks: frozenset[str]

    def mark(self, platform: str, name: str) -> str:
        """The keyed hash of one name of an account."""
        said = f"{platform}\0{name.strip().lstrip('@').casefold()}"
        raw = said.encode("utf-8", "surrogatepass")
        return hmac.digest(self.key, raw, "sha256").hex()[:40]

    def holds(self, platform: str, names: Iterable[str]) -> bool:
        """Whether one of these names was purged on demand."""
        if not self.marks:
            return False
        return any(self.mark(platform, name) in self.marks for name in names if name)


def erasures() -> Erasures:
    """What the file says now; no file is no erasure."""
    path = Path(settings.ERASURES)
    try:
        changed = path.stat().st_mtime_ns, path.stat().st_size
    except FileNotFoundError:
        return Erasures(b"", frozenset())
    return _read(path, changed)


def remember(platform: str, names: Iterable[str]) -> None:
    """Write names into the file as hashes, to the disk, before anything is purged."""
    path = Path(settings.ERASURES)
    path.parent.mkdir(parents=True, exist_ok=True)
    made = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(made, "a+", encoding="ascii") as file:
        # Two people who purge at once write one line after the other.
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        first = file.readline()
        key = _key_of(first, path) if first else secrets.token_bytes(32)
        if not first:
            file.write(json.dumps({"key": key.hex()}) + "\n")
        known = Erasures(key, frozenset())
        on = timezone.localdate().isoformat()
        for name in names:
            line = {"mark": known.mark(platform, name), "on": on}
            file.write(json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())


@functools.lru_cache(maxsize=2)
def _read(path: Path, _changed: tuple[int, int]) -> Erasures:
    first, *lines = path.read_text("ascii").splitlines() or [""]
    try:
        marks = frozenset(json.loads(line)["mark"] for line in lines if line)
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error
    return Erasures(_key_of(first, path), marks)


def _key_of(first: str, path: Path) -> bytes:
    try:
        return bytes.fromhex(json.loads(first)["key"])
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> Unreadable:
    # To go on without it would take accounts in again that must not be.
    way_out = _("bring it back: without it erased accounts would be taken in again")
    return Unreadable(str(path), _("is damaged"), way_out)
