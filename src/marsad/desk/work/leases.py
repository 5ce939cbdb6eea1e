"""A worker holds a lock as long as it lives: whose lock is free is dead.

On SQLite the locks are files, which the system frees when a process ends however it
ends; on PostgreSQL they are advisory locks of a connection, which are freed with it.
"""

import fcntl
import hashlib
import os
from pathlib import Path
from typing import Final, Protocol

from django.conf import settings
from django.db import DatabaseError, connection, connections

_ENDING: Final = ".lock"


class Leases(Protocol):
    """The locks of all workers of one site."""

    def hold(self, name: str) -> bool:
        """Take a lock for as long as this process lives; False where it is taken."""
        ...

    def is_free(self, name: str) -> bool:
        """Whether nobody holds a lock."""
        ...


def leases() -> Leases:
    """The locks that fit the database of this site."""
    if connection.vendor == "postgresql":
        return AdvisoryLocks()
    return FileLocks(Path(settings.DATA) / "workers")


class FileLocks:
    """Locks of files in one folder of one machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, int] = {}

    def hold(self, name: str) -> bool:
        """Take a lock for as long as this process lives; False where it is taken."""
        if name in self._held:
            return True
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{name}{_ENDING}"
        opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(opened):
            os.close(opened)
            return False
        self._held[name] = opened
        return True

    def is_free(self, name: str) -> bool:
        """Whether nobody holds a lock; the file that a dead worker left goes away."""
        if name in self._held:
            return False
        path = self._folder / f"{name}{_ENDING}"
        try:
            opened = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return True
        try:
            is_free = _locked(opened)
            if is_free:
                path.unlink(missing_ok=True)
            return is_free
        finally:
            os.close(opened)


def _locked(opened: int) -> bool:
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class AdvisoryLocks:
    """Advisory locks of PostgreSQL, on a connection of their own."""

    def __init__(self) -> None:
        self._connection = connections.create_connection("default")
        self._held: set[str] = set()

    def hold(self, name: str) -> bool:
        """Take a lock for as long as this process lives; False where it is taken."""
        if self._lost():
            # Whoever asked meanwhile found the locks free: they are taken anew.
            self._connection.close()
            self._held.clear()
        if name not in self._held and self._ask("pg_try_advisory_lock", name):
            self._held.add(name)
        return name in self._held

    def is_free(self, name: str) -> bool:
        """Whether nobody holds a lock."""
        if name in self._held or not self._ask("pg_try_advisory_lock", name):
            return False
        self._ask("pg_advisory_unlock", name)
        return True

    def _ask(self, function: str, name: str) -> bool:
        with self._connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [_number_of(name)])
            return bool(cursor.fetchone()[0])

    def _lost(self) -> bool:
        try:
            with self._connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return True
        return False


def _number_of(name: str) -> int:
    digest = hashlib.blake2b(name.encode(), digest_size=8, person=b"marsad").digest()
    return int.from_bytes(digest, "big", signed=True)
