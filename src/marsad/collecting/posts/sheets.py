"""Rows of cells in a table of any size: its letters and its delimiter found at its head."""

import codecs
import csv
from collections import deque
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final, TextIO

from marsad.collecting.decoding import plausibility
from marsad.collecting.posts.layouts import opened
from marsad.collecting.posts.public import Fault
from marsad.errors import Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES: Final = ("windows-1256", "windows-1252")
_DELIMITERS: Final = ",;\t|"
_HEAD: Final = 262_144
# In another encoding hardly any letter beyond ASCII happens to be one of UTF-8.
_FEW: Final = 0.05
_LONGEST_LINE: Final = 1_000_000

Cells = tuple[int, list[str]]


def rows_of(
    path: Path, delimiter: str = "", encoding: str = ""
) -> Iterator[Cells | Fault]:
    """The rows of a table with their line numbers; a broken one is told."""
    with opened(path) as file:
        head = file.read(_HEAD)
    encoding = encoding or _encoding(head, path.name)
    try:
        # Broken letters stay visible, so that the row which has them can be told.
        sheet = path.open(encoding=encoding, errors="replace", newline="")
    except LookupError:
        problem = "is mapped to an encoding that does not exist"
        raise Unreadable(path.name, problem, "leave it out, or write utf-8") from None
    with sheet:
        first = sheet.readline(_LONGEST_LINE)
        sheet.seek(0)
        yield from _rows(_Lines(sheet), delimiter or _delimiter(first))


def _encoding(head: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    # The head may end within a letter.
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
    except UnicodeDecodeError:
        if _broken(head) < _FEW:
            return "utf-8"
        return max(
            _CANDIDATES, key=lambda one: plausibility(head.decode(one, "replace"))
        )
    if b"\x00" in head:
        raise Unreadable(name, "is no table of text", "export it as CSV in UTF-8")
    return "utf-8"


def _broken(head: bytes) -> float:
    """How many of the letters beyond ASCII are broken if this is UTF-8."""
    text = head.decode("utf-8", "replace")
    beyond = sum(not letter.isascii() for letter in text)
    return text.count("\ufffd") / beyond if beyond else 0.0


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=first.count)


class _Lines:
    """Lines of a file that can be given back, each with its number."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._back: deque[str] = deque()
        self._given: list[str] = []
        self.at = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._read()
        if not line:
            raise StopIteration
        self.at += 1
        self._given.append(line)
        return line

    def _read(self) -> str:
        return self._file.readline(_LONGEST_LINE)

    def row_ends(self) -> int:
        """What was given since the last row makes one; the number of its first line."""
        first = self.at - len(self._given) + 1
        self._given.clear()
        return first

    def give_back(self) -> int:
        """Only the first line since the last row is lost; its number."""
        first = self.at - len(self._given) + 1
        self._back.extendleft(reversed(self._given[1:]))
        self.at = first
        self._given.clear()
        return first


def _rows(lines: _Lines, delimiter: str) -> Iterator[Cells | Fault]:
    # After a row that broke, a reader begins anew at the next line.
    while broken := (yield from _until_broken(lines, delimiter)):
        yield broken


def _until_broken(
    lines: _Lines, delimiter: str
) -> Generator[Cells | Fault, None, Fault | None]:
    """The rows up to the end, or up to one that is broken, which is returned."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            at = lines.row_ends()
            if any(cells):
                yield _whole(at, cells)
    except csv.Error:
        problem = "has a quotation mark that is not closed or not doubled"
        place = (("line", lines.give_back()),)
        return Fault(place, problem, "export it again with quoted cells")
    return None


def _whole(at: int, cells: list[str]) -> Cells | Fault:
    if any("\ufffd" in cell for cell in cells):
        problem = "holds broken letters"
        return Fault((("line", at),), problem, "save the table as UTF-8")
    return at, cells
