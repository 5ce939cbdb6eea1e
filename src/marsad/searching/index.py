"""An index in a folder: records go in and out, a commit shows the change to everybody.

The index holds nothing that the database does not: whenever it is damaged or of another
version, ``Index.anew`` makes an empty one in its place, and all records are added again.
One process writes at a time; any number read, and see each commit at their next search.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Final, Self

import tantivy

from marsad.errors import Refused, Unreachable, Unreadable
from marsad.searching import fields
from marsad.searching.records import Record

_VERSION_FILE: Final = "marsad-index-version"
_META: Final = "meta.json"
_REBUILD: Final = "rebuild it: Index.anew, then add every record again"
# What tantivy gathers in memory before it writes a segment: the more, the fewer merges.
_HEAP_BYTES: Final = 128_000_000
_THREADS: Final = 2
# Its files: what it lists, its locks, and segments named by 32 letters of a number.
_OURS: Final = re.compile(
    rf"{_VERSION_FILE}|meta\.json|\.managed\.json|\.tantivy-\w+\.lock|[0-9a-f]{{32}}\..*"
    r"|\.tmp\w+"
)
# tantivy's errors have one type; a busy lock is told by its word.
_BUSY: Final = "LockBusy"
_Moment = tuple[int, int, int]


class Index:
    """A full-text index that is kept in one folder."""

    def __init__(self, folder: Path, engine: tantivy.Index) -> None:
        self.folder = folder
        self._engine = engine
        self._lock = RLock()
        self._writer: tantivy.IndexWriter | None = None
        # The keys put into an index that was empty: there, only they can be replaced.
        self._keys: set[str] | None = None
        self._shown = _last_commit(folder)

    @classmethod
    def open(cls, folder: Path | str) -> Self:
        """Open the index of a folder, or begin one where the folder is empty."""
        place = Path(folder)
        with _reachable(place):
            place.mkdir(parents=True, exist_ok=True)
            if not any(place.iterdir()):
                (place / _VERSION_FILE).write_text(fields.VERSION, "utf-8")
            _check(place)
        with _readable(place):
            return cls(place, tantivy.Index(fields.schema(), path=str(place)))

    @classmethod
    def anew(cls, folder: Path | str) -> Self:
        """Throw away the index of a folder, whatever its state, and begin an empty one."""
        place = Path(folder)
        if (place / _META).exists():
            _check_nobody_writes(place)
        with _reachable(place):
            for file in _files_of_index(place):
                file.unlink()
        return cls.open(place)

    def add(self, records: Iterable[Record]) -> int:
        """Put records in, each in place of the one of its key; say how many."""
        count = 0
        with self._lock:
            for record in records:
                # Only our own errors are told as such, not those of who gives records.
                with _reachable(self.folder):
                    self._put(record)
                count += 1
        return count

    def _put(self, record: Record) -> None:
        made = fields.document(record)
        writer = self._writing()
        if self._may_hold(record.key):
            writer.delete_documents_by_term(fields.KEY, fields.plain(record.key))
        writer.add_document(made)

    def remove(self, keys: Iterable[str]) -> None:
        """Take the records of these keys out; a key that is not there changes nothing."""
        with self._lock, _reachable(self.folder):
            writer = self._writing()
            for key in keys:
                writer.delete_documents_by_term(fields.KEY, fields.plain(key))

    def clear(self) -> None:
        """Take all records out; readers keep the old ones until the commit."""
        with self._lock, _reachable(self.folder):
            self._writing().delete_all_documents()
            self._keys = set()

    def commit(self) -> None:
        """Show everybody what was added and removed, and let others write."""
        with self._lock, _reachable(self.folder):
            writer, self._writer = self._writer, None
            if writer is not None:
                writer.commit()
                writer.wait_merging_threads()

    def abandon(self) -> None:
        """Forget what was added and removed since the last commit; let others write."""
        with self._lock:
            writer, self._writer = self._writer, None
            if writer is not None:
                writer.rollback()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.abandon()

    @property
    def schema(self) -> tantivy.Schema:
        """The fields, as a query asks for them."""
        return self._engine.schema

    @contextmanager
    def reading(self) -> Iterator[tantivy.Searcher]:
        """What the last commit shows; a damage that turns up is told as such."""
        with _readable(self.folder):
            yield self._searcher()

    def __len__(self) -> int:
        with self.reading() as searcher:
            return searcher.num_docs

    def _searcher(self) -> tantivy.Searcher:
        # Asking the folder costs two microseconds; opening all segments a millisecond.
        if (last := _last_commit(self.folder)) != self._shown:
            with self._lock:
                self._engine.reload()
                self._shown = last
        return self._engine.searcher()

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._engine.writer(_HEAP_BYTES, _THREADS)
            # Only now may nobody else add: what is empty stays so until we add.
            self._keys = None if self._searcher().num_docs else set()
        return self._writer

    def _may_hold(self, key: str) -> bool:
        """Whether a record of this key may be there, so that it must be taken out."""
        if self._keys is None:
            return True
        is_twice = key in self._keys
        self._keys.add(key)
        return is_twice


def _last_commit(folder: Path) -> _Moment:
    """What changes with every commit, which puts a new file in the place of the old."""
    try:
        found = (folder / _META).stat()
    except OSError:
        return 0, 0, 0
    return found.st_ino, found.st_mtime_ns, found.st_size


def _check(place: Path) -> None:
    """Refuse a folder that is no index, or one of other fields and keys."""
    kept = place / _VERSION_FILE
    if not kept.exists():
        raise Unreadable(
            str(place), "is no index of Marsad", "name a folder of its own"
        )
    version = kept.read_text("utf-8", errors="replace")
    if version != fields.VERSION:
        raise Unreadable(
            str(place), f"was written as {version!r}, not {fields.VERSION!r}", _REBUILD
        )
    if not (place / _META).exists() and any(place.glob("*.store")):
        raise Unreadable(str(place), f"has lost its {_META}", _REBUILD)


def _files_of_index(place: Path) -> list[Path]:
    """The files of an index in a folder; refuses a folder that keeps others too."""
    files = list(place.iterdir()) if place.exists() else []
    for file in files:
        if not _OURS.fullmatch(file.name):
            raise Refused(
                str(place), f"keeps {file.name} too", "name a folder of its own"
            )
    return files


def _check_nobody_writes(place: Path) -> None:
    """Refuse to throw away an index that somebody writes to."""
    try:
        tantivy.Index.open(str(place)).writer(_HEAP_BYTES, 1).rollback()
    except (OSError, ValueError) as error:
        if _BUSY in str(error):
            raise _busy(place) from error


def _busy(place: Path) -> Refused:
    return Refused(
        str(place), "another process writes to it", "wait for its commit and try again"
    )


@contextmanager
def _reachable(place: Path) -> Iterator[None]:
    """Tell tantivy's and the system's errors of writing as our own."""
    try:
        yield
    except (OSError, ValueError) as error:
        if _BUSY in str(error):
            raise _busy(place) from error
        raise Unreachable(
            str(place), f"cannot be written: {error}", "look at its rights and its disk"
        ) from error


@contextmanager
def _readable(place: Path) -> Iterator[None]:
    """Tell tantivy's errors of reading as our own."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise Unreadable(str(place), f"is damaged: {error}", _REBUILD) from error
