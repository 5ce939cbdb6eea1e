"""A folder of readings: one JSON file a document, written whole or not at all."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Self

from marsad.collecting.captures import Capture
from marsad.collecting.documents import Document
from marsad.collecting.folders import file_name
from marsad.errors import Refused
from marsad.reading.goldform import reading_of
from marsad.reading.pipeline import Reading

# The packages whose code and word lists decide what a reading says.
_DECIDING: Final = ("text", "reading")
_CUSTODY: Final = "custody.jsonl"


@dataclass(frozen=True, slots=True)
class ReadingsFolder:
    """Where readings are kept, and by which readers they were made."""

    path: Path
    reader: str
    model: str | None = None

    @classmethod
    def at(cls, path: Path, *, model: str | None = None) -> Self:
        """Open a folder for readings, made if it is not there; a model may read too."""
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = f"cannot be a folder ({error.strerror})"
            raise Refused(str(path), problem, "name another with --out") from None
        return cls(path, reader_version(), model)

    def has(self, document: Document) -> bool:
        """Whether this very text was already read, by the same readers, for that day."""
        try:
            kept = json.loads(self._place(document).read_text("utf-8"))
        except (OSError, ValueError):
            return False
        day = document.published.isoformat() if document.published else None
        known = (kept.get("sha256"), kept.get("published"), kept.get("reader"))
        return known == (document.sha256, day, self._readers(self.model))

    def keep(self, reading: Reading, *, model: str | None = None) -> None:
        """Write a reading; who looks meanwhile sees the old one or the new one.

        ``model`` is the one that answered; without it the document is read again later.
        """
        written = reading_of(reading.document, reading.findings)
        content = json.dumps(
            written | {"reader": self._readers(model)}, ensure_ascii=False, indent=1
        )
        place = self._place(reading.document)
        draft = place.with_name(f".{place.name}.{os.getpid()}")
        try:
            draft.write_text(content + "\n", "utf-8")
            draft.replace(place)
        except OSError as error:
            problem = f"cannot be written ({error.strerror})"
            raise Refused(
                str(place), problem, "free space or choose another --out"
            ) from None
        finally:
            # Also after Ctrl-C; once it is in its place there is none to take away.
            draft.unlink(missing_ok=True)

    def note(self, captures: tuple[Capture, ...]) -> None:
        """Add to the custody list which bytes were taken from where, and when."""
        with (self.path / _CUSTODY).open("a", encoding="utf-8") as custody:
            for capture in captures:
                line = asdict(capture) | {"taken_at": capture.taken_at.isoformat()}
                custody.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _readers(self, model: str | None) -> str:
        return f"{self.reader}, model {model}" if model else self.reader

    def _place(self, document: Document) -> Path:
        return self.path / f"{file_name(document.id)}.json"


def reader_version() -> str:
    """The version, and a fingerprint of the rules and word lists as they stand."""
    rules = hashlib.sha256()
    for package in _DECIDING:
        _add(files("marsad") / package, rules)
    return f"marsad {version('marsad')} {rules.hexdigest()[:12]}"


def _add(place: Traversable, rules: "hashlib._Hash") -> None:
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            _add(entry, rules)
        elif entry.is_file():
            rules.update(entry.name.encode() + entry.read_bytes())
