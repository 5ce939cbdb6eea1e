"""Readings on the screen or down a pipe: a table, one JSON list, or a line each."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from marsad.collecting.documents import Document
from marsad.composing.explanation import fields
from marsad.reading.goldform import reading_of
from marsad.reading.pipeline import Reading

# Isolates keep Arabic words from pulling the columns beside them to their side.
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
_WORDS_SHOWN: Final = 60


def as_table(readings: Iterable[Reading]) -> Iterator[str]:
    """A block a document: where, what kind, the words, and what they were read as."""
    for reading in readings:
        written = reading_of(reading.document, reading.findings)
        yield _heading(reading.document)
        for finding in written["findings"]:
            place = f"{finding['start']}-{finding['end']}"
            words = _isolated(_short(finding["surface"]))
            yield f"  {finding['kind']:<11} {place:>13}  {words}  {_fields(finding)}"
        if not written["findings"]:
            yield "  nothing found"
        yield ""


def as_json(readings: Iterable[Reading]) -> Iterator[str]:
    """One list of all readings in the annotation form."""
    before = "["
    for reading in readings:
        written = reading_of(reading.document, reading.findings)
        yield before + json.dumps(written, ensure_ascii=False, indent=1)
        before = ","
    yield "[]" if before == "[" else "]"


def as_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """A reading a line in the annotation form."""
    for reading in readings:
        written = reading_of(reading.document, reading.findings)
        yield json.dumps(written, ensure_ascii=False)


FORMS: Final[dict[str, Callable[[Iterable[Reading]], Iterator[str]]]] = {
    "table": as_table,
    "json": as_json,
    "jsonl": as_lines,
}


def _fields(finding: Mapping[str, Any]) -> str:
    return " ".join(
        f"{name}={_isolated(value)}" for name, value in fields(finding).items()
    )


def _heading(document: Document) -> str:
    day = document.published.isoformat() if document.published else "day not known"
    known = (document.outlet, day, document.language, document.title)
    return " · ".join(_isolated(part) for part in (document.id, *known) if part)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS_SHOWN else line[: _WORDS_SHOWN - 1] + "…"


def _isolated(words: str) -> str:
    return words if words.isascii() else f"{_ISOLATE}{words}{_END}"
