"""A folder as content store: a file appears whole or not at all, even if power fails."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from marsad.errors import Unreachable

_UNFINISHED: Final = ".part"
# No file takes an hour to be written: what is older was left by a process that died.
_STALE_SECONDS: Final = 3600


class Folder:
    """A folder, fanned out by the first two letters of a name."""

    def __init__(self, where: str | Path) -> None:
        self._root = Path(where)

    def put(self, name: str, raw: bytes) -> None:
        """Write beside, then move into place, so that no half file ever has the name."""
        path = self._path(name)
        try:
            _make_folder(path.parent)
            _write(path, raw)
        except OSError as error:
            problem = f"cannot keep anything ({error.strerror})"
            way_out = "free some space or mend it, then do it again: nothing was kept"
            raise Unreachable("the content store", problem, way_out) from error

    def get(self, name: str) -> bytes | None:
        """The bytes under a name, or None where there are none."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            problem = f"cannot be read ({error.strerror})"
            raise Unreachable("the content store", problem, "mend its disk") from error

    def has(self, name: str) -> bool:
        """Whether something is kept under a name."""
        return self._path(name).is_file()

    def names(self) -> Iterator[str]:
        """Every name under which something is kept."""
        for path in sorted(self._root.glob("??/*")):
            if path.suffix != _UNFINISHED:
                yield path.name

    def names_before(self, moment: datetime) -> Iterator[str]:
        """Every name whose bytes were last written, or renewed, before a moment."""
        for name in self.names():
            with contextlib.suppress(FileNotFoundError):
                if self._path(name).stat().st_mtime < moment.timestamp():
                    yield name

    def renew(self, name: str, raw: bytes) -> None:
        """Count bytes that are kept already as kept from now on."""
        try:
            os.utime(self._path(name))
        except FileNotFoundError:
            # Taken away a moment ago by somebody else.
            self.put(name, raw)

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more; what is not there is no harm."""
        self._path(name).unlink(missing_ok=True)

    def tidy(self) -> int:
        """Take away what processes that died left half written; say how many files."""
        before, count = time.time() - _STALE_SECONDS, 0
        for path in self._root.glob(f"??/*{_UNFINISHED}"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()
                    count += 1
        return count

    def _path(self, name: str) -> Path:
        return self._root / name[:2] / name


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _settle(folder.parent)


def _write(path: Path, raw: bytes) -> None:
    made, beside = tempfile.mkstemp(_UNFINISHED, f"{path.name}.", path.parent)
    try:
        with os.fdopen(made, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Make the disk keep the names in a folder, as it keeps the bytes of a file."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
