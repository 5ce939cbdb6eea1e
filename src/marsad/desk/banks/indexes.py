"""The indexes over all searched signals: one set of what is known, one of the harmless.

They are made of rows and thrown away at will. What is kept of them between two starts
stands in one folder (``MARSAD_BANK_INDEX``): a set of files under a name of its own, and
one small file that names it, replaced in one step. Who is killed while writing leaves
what was there before.
"""

import contextlib
import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from marsad.errors import Unreadable
from marsad.matching.banked import Banked

_CURRENT: Final = "current.json"
_LOCK: Final = "lock"
_SET: Final = "set-"
_VERSION: Final = 1
_WAY_OUT: Final = "run marsad banks index"


@dataclass(frozen=True, slots=True)
class Marker:
    """What of the banks a set of indexes has seen: up to which turn, on which day."""

    number: int = 0
    mark: str = ""
    day: str = ""
    # The greatest number of a signal that was there: what is greater is new.
    high: int = 0
    # The banks whose signals are in, as long as their basis holds.
    banks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """All that is searched: the known, the harmless, and what of the banks they have seen."""

    known: Banked = field(default_factory=Banked.of)
    harmless: Banked = field(default_factory=Banked.of)
    seen: Marker = field(default_factory=Marker)

    def as_seen(self, seen: Marker) -> "Held":
        """The same indexes with another marker."""
        return replace(self, seen=seen)


def saved_marker(home: Path) -> Marker | None:
    """What the saved indexes have seen; None where there are none."""
    try:
        return _pointer(home)[1]
    except Unreadable:
        return None


def opened(home: Path) -> Held:
    """The indexes that were saved last, mapped into memory; raises Unreadable."""
    name, seen = _pointer(home)
    try:
        return _opened(home / name, seen)
    except Unreadable:
        # Somebody may just have written a newer set and swept this one away.
        newer, seen = _pointer(home)
        if newer == name:
            raise
        return _opened(home / newer, seen)


def _opened(folder: Path, seen: Marker) -> Held:
    known, harmless = (Banked.opened(folder / name) for name in ("known", "harmless"))
    return Held(known, harmless, seen)


def save(home: Path, held: Held) -> bool:
    """Write the indexes down; not while somebody else does, which is no fault."""
    home.mkdir(parents=True, exist_ok=True)
    with _locked(home) as is_ours:
        if not is_ours:
            return False
        folder = home / f"{_SET}{secrets.token_hex(6)}"
        held.known.save(folder / "known")
        held.harmless.save(folder / "harmless")
        _point(home, folder.name, held.seen)
        _sweep(home, folder.name)
    return True


@contextlib.contextmanager
def _locked(home: Path) -> Iterator[bool]:
    # The lock falls with its process, however that ends.
    with (home / _LOCK).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _point(home: Path, name: str, seen: Marker) -> None:
    said = {"version": _VERSION, "folder": name, "seen": asdict(seen)}
    part = home / f"{_CURRENT}.part"
    with part.open("wb") as file:
        file.write(json.dumps(said).encode())
        file.flush()
        os.fsync(file.fileno())
    part.replace(home / _CURRENT)
    handle = os.open(home, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _pointer(home: Path) -> tuple[str, Marker]:
    path = home / _CURRENT
    try:
        said: Any = json.loads(path.read_text("utf-8"))
        if said["version"] != _VERSION:
            raise Unreadable(str(path), "is of another version", _WAY_OUT)
        seen = dict(said["seen"])
        return str(said["folder"]), Marker(**seen | {"banks": tuple(seen["banks"])})
    except (OSError, ValueError, KeyError, TypeError):
        raise Unreadable(str(path), "cannot be read", _WAY_OUT) from None


def _sweep(home: Path, kept: str) -> None:
    # Who has an older set open keeps its pages until it is closed.
    for folder in home.glob(f"{_SET}*"):
        if folder.name != kept:
            shutil.rmtree(folder, ignore_errors=True)
