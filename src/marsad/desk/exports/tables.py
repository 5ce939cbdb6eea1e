"""A list as rows and columns, written as CSV, JSON or XLSX while it is read."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import Any, Final

from django.utils import translation
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMATS: Final = ("csv", "json", "xlsx")
# A spreadsheet reads a cell that begins so as a formula: OWASP, "CSV Injection".
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
# What Excel holds in one cell, and the rows of one sheet, by its specification.
_LONGEST_CELL: Final = 32_767
_MOST_ROWS: Final = 1_048_576
_CHUNK: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name for programs, and how a row gives its value."""

    name: str
    value: Callable[[Any], Any]


def as_csv(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[bytes]:
    """Write CSV in UTF-8 with the mark by which spreadsheets know it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([column.name for column in columns])
    yield b"\xef\xbb\xbf"
    for row in rows:
        writer.writerow([safe(column.value(row)) for column in columns])
        if buffer.tell() > _CHUNK:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    written = buffer.getvalue().encode("utf-8", "replace")
    buffer.seek(0)
    buffer.truncate()
    return written


def safe(value: Any) -> Any:
    """A value as a cell: never a formula, even where a source begins like one."""
    plain = _plain(value)
    if isinstance(plain, str) and plain.startswith(_FORMULA):
        return f"'{plain}"
    return plain


def as_json(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[bytes]:
    """Write a JSON array, an object a row."""
    before = "[\n"
    for row in rows:
        said = {
            column.name: _plain(column.value(row), joined=False) for column in columns
        }
        line = json.dumps(said, ensure_ascii=False)
        yield f"{before}{line}".encode("utf-8", "replace")
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def as_xlsx(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[bytes]:
    """Write a workbook, its sheet from right to left where the interface is Arabic."""
    book = Workbook(write_only=True)
    sheet: Any = None
    for number, row in enumerate(rows):
        if number % (_MOST_ROWS - 1) == 0:
            sheet = _sheet(book, columns)
        sheet.append([_cell(column.value(row)) for column in columns])
    if sheet is None:
        _sheet(book, columns)
    # Written whole before the first byte goes out: a workbook ends with its index.
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def _sheet(book: Workbook, columns: Sequence[Column]) -> Any:
    sheet = book.create_sheet()
    sheet.sheet_view.rightToLeft = translation.get_language_bidi()
    sheet.freeze_panes = "A2"
    sheet.append([column.name for column in columns])
    return sheet


def _cell(value: Any) -> Any:
    plain = safe(value)
    if isinstance(plain, str):
        return ILLEGAL_CHARACTERS_RE.sub("", plain)[:_LONGEST_CELL]
    return plain


def _plain(value: Any, *, joined: bool = True) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        listed = [_plain(one) for one in value]
        return "; ".join(map(str, listed)) if joined else listed
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False) if joined else value
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


WRITERS: Final = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        as_xlsx,
    ),
}
