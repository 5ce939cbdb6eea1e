"""A file of named members of which not one byte can change unseen.

It is a plain tar, so any tool opens it in need. Its last member, the seal, holds the
SHA-256 of every byte before it; after the seal come zeros alone.
"""

import hashlib
import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from marsad.errors import Refused, Unreadable

_SEAL: Final = "seal"
_BLOCK: Final = tarfile.BLOCKSIZE
# Members are read whole: what claims to be larger was not written here.
_LARGEST: Final = 2**31
_ANOTHER: Final = "use another copy of it, or make the backup again"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the file: its name and its bytes as they are kept."""

    name: str
    raw: bytes

    @property
    def sha256(self) -> str:
        """The hash of the bytes as they are kept."""
        return hashlib.sha256(self.raw).hexdigest()


class SealedFile:
    """Write members one after the other; the file gets its name when it is whole."""

    def __init__(self, path: Path) -> None:
        self.path, self._part = path, path.with_name(path.name + ".part")
        self._hash, self.size = hashlib.sha256(), 0
        self._file = _create(path, self._part)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave nothing behind that is not whole."""
        self._file.close()
        self._part.unlink(missing_ok=True)

    def add(self, name: str, raw: bytes) -> str:
        """Write a member and say its hash."""
        member = Member(name, raw)
        self._put(_header(name, len(raw)) + raw + bytes(-len(raw) % _BLOCK))
        return member.sha256

    def seal(self) -> None:
        """Close the file with its seal, and give it its name."""
        seal = self._hash.hexdigest().encode("ascii")
        ending = bytes(-len(seal) % _BLOCK) + bytes(2 * _BLOCK)
        self._put(_header(_SEAL, len(seal)) + seal + ending)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._part.replace(self.path)

    def _put(self, raw: bytes) -> None:
        self._hash.update(raw)
        self._file.write(raw)
        self.size += len(raw)


def _create(path: Path, part: Path) -> BinaryIO:
    if path.exists():
        raise Refused(str(path), "is there already", "name another file")
    try:
        # It holds everything that the site holds: nobody else reads it.
        number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        way_out = "name a file in a folder that is there and may be written"
        raise Refused(str(path), str(error.strerror), way_out) from error
    return os.fdopen(number, "wb")


def _header(name: str, size: int) -> bytes:
    member = tarfile.TarInfo(name)
    member.size = size
    return member.tobuf(tarfile.USTAR_FORMAT)


def members_of(path: Path) -> Iterator[Member]:
    """The members in their order; raises Unreadable at the first sign of damage."""
    try:
        with path.open("rb") as file:
            yield from _Reading(file, path.name)
    except OSError as error:
        raise Unreadable(str(path), str(error.strerror), "name a backup") from error


class _Reading:
    """One pass over a file, hashing whatever goes by."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self._hash = hashlib.sha256()
        self._last = ""

    def __iter__(self) -> Iterator[Member]:
        while True:
            before = self._hash.hexdigest()
            header = self._take(_BLOCK, "")
            member = self._understood(header)
            raw = self._take(member.size, member.name)
            padding = self._take(-member.size % _BLOCK, member.name)
            if any(padding):
                raise self._damaged(f"was changed after {member.name}")
            if member.name == _SEAL:
                self._check_seal(header, raw, before)
                return
            self._last = member.name
            yield Member(member.name, raw)

    def _take(self, size: int, name: str) -> bytes:
        raw = self._file.read(size)
        if len(raw) < size:
            if not (name or self._last):
                raise self._damaged("is no backup")
            where = f"in {name}" if name else f"after {self._last}"
            raise self._damaged(f"is cut short {where}")
        self._hash.update(raw)
        return raw

    def _understood(self, header: bytes) -> tarfile.TarInfo:
        try:
            member = tarfile.TarInfo.frombuf(header, "ascii", "strict")
        except (tarfile.HeaderError, UnicodeDecodeError):
            if not self._last:
                raise self._damaged("is no backup") from None
            raise self._damaged(f"was changed after {self._last}") from None
        if header != _header(member.name, member.size) or member.size > _LARGEST:
            raise self._damaged(f"was changed at the head of {member.name}")
        return member

    def _check_seal(self, header: bytes, raw: bytes, before: str) -> None:
        rest = self._file.read(2 * _BLOCK + 1)
        if raw.decode("ascii", "replace") != before:
            raise self._damaged("was changed: it is not what was sealed")
        if len(rest) != 2 * _BLOCK or any(rest):
            raise self._damaged("was changed after its seal")

    def _damaged(self, problem: str) -> Unreadable:
        return Unreadable(self._name, problem, _ANOTHER)
