"""Banks as CSV with a header: our own columns in any order, those of others left aside.

The number of a row is that of its last line, as editors count them.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from marsad.errors import Unreadable
from marsad.matching.exchange.entries import (
    Entry,
    Fault,
    Taking,
    canonical,
    day_of,
    marking_of,
    words,
)
from marsad.matching.kinds import kind_named

FORM: Final = "csv"
COLUMNS: Final = (
    "kind",
    "value",
    "title",
    "provenance",
    "reference",
    "content",
    "marking",
    "until",
    "tags",
    "ideology",
    "file_type",
    "created",
    "updated",
    "harmless",
    "withdrawn",
)
_NEEDED: Final = ("kind", "value")
_YES: Final = frozenset(("yes", "true", "1"))
_SEPARATOR: Final = ";"
# A cell that a spreadsheet would reckon with is written behind a sign that stops it.
_RECKONED: Final = ("=", "+", "-", "@", "\t", "\r")


def rows_of(text: str) -> list[tuple[int, Mapping[str, Any] | Fault]]:
    """The rows under a header by the names of its columns, or what is wrong with one."""
    csv.field_size_limit(1 << 24)
    head = text.partition("\n")[0]
    between = ";" if head.count(";") > head.count(",") else ","
    table = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    try:
        header = [name.strip().lower() for name in next(table, [])]
    except csv.Error:
        header = []
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        problem = f"has no column {', '.join(missing)}"
        raise Unreadable("list", problem, f"begin with a header: {', '.join(COLUMNS)}")
    return list(_rows(table, header))


def take(row: int, given: Mapping[str, Any], taking: Taking) -> None:
    """Read one row; raises Unreadable where it gives no signal."""
    kind = kind_named(words(given.get("kind")).lower()).kind
    tags = (words(tag) for tag in words(given.get("tags")).split(_SEPARATOR))
    taking.entries.append(
        Entry(
            row,
            kind,
            canonical(kind, given.get("value")),
            title=words(given.get("title")),
            provenance=words(given.get("provenance")),
            reference=words(given.get("reference")),
            content=words(given.get("content")),
            marking=marking_of(given.get("marking")),
            until=day_of(given.get("until"), "until"),
            tags=tuple(tag for tag in tags if tag),
            ideology=words(given.get("ideology")),
            file_type=words(given.get("file_type")),
            created=words(given.get("created")),
            updated=words(given.get("updated")),
            is_harmless=words(given.get("harmless")).lower() in _YES,
            is_withdrawn=words(given.get("withdrawn")).lower() in _YES,
        )
    )


def written(entries: Iterable[Entry]) -> str:
    """Entries as a table."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for entry in entries:
        table.writerow(
            [
                entry.kind.value,
                *map(
                    _guarded,
                    (
                        entry.value,
                        entry.title,
                        entry.provenance,
                        entry.reference,
                        entry.content,
                    ),
                ),
                str(entry.marking) if entry.marking is not None else "",
                entry.until.isoformat() if entry.until else "",
                _guarded(_SEPARATOR.join(entry.tags)),
                _guarded(entry.ideology),
                _guarded(entry.file_type),
                _guarded(entry.created),
                _guarded(entry.updated),
                "yes" if entry.is_harmless else "",
                "yes" if entry.is_withdrawn else "",
            ]
        )
    return out.getvalue()


def _rows(
    table: Any, header: list[str]
) -> Iterator[tuple[int, Mapping[str, Any] | Fault]]:
    while True:
        try:
            cells = next(table, None)
        except csv.Error:
            line = table.line_num
            yield line, Fault(line, "is broken", "close its quotation marks")
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield table.line_num, _row(cells, header, table.line_num)


def _row(cells: list[str], header: list[str], line: int) -> Mapping[str, Any] | Fault:
    if len(cells) > len(header):
        problem = f"has {len(cells)} cells under {len(header)} columns"
        return Fault(line, problem, "put cells with commas in quotation marks")
    return {name: _unguarded(cell) for name, cell in zip(header, cells, strict=False)}


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RECKONED) else cell


def _unguarded(cell: str) -> str:
    is_guarded = cell[:1] == "'" and cell[1:].startswith(_RECKONED)
    return cell[1:] if is_guarded else cell
