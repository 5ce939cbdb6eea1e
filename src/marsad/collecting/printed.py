"""The text of a PDF, page by page, where it has any."""

import io
import logging
import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

import pypdf
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import StreamObject

from marsad.collecting.circumstances import Circumstances
from marsad.collecting.printed_lines import (
    columns,
    is_right_to_left,
    join_lines,
    join_turned_lines,
    plain_letters,
    turn,
)
from marsad.collecting.printed_tables import (
    barred,
    may_hold_table,
    tables_of,
    with_rows,
)
from marsad.errors import Unreadable

# Printers' small faults are not the user's business; what matters is raised.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

# Two or more Arabic letters, as the table of a font writes them.
_LIGATURE: Final = re.compile(rb"<((?:06[0-9A-Fa-f]{2}){2,})>")
# What malformed objects make pypdf raise besides its own errors.
_BROKEN: Final = (
    PyPdfError, AttributeError, IndexError, KeyError, TypeError, ValueError,
    OSError, ArithmeticError, RuntimeError,
)  # fmt: skip


def read_pdf(raw: bytes, *, subject: str) -> tuple[str, Circumstances]:
    """The text of all pages, a line for a line, and the title it was given."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
        if not locked:
            text = "\n".join(_page(page) for page in reader.pages)
            title = reader.metadata.title if reader.metadata else None
    except DependencyError as error:
        raise Unreadable(subject, str(error), "print it to a new PDF") from None
    except _BROKEN:
        problem = "is a damaged or truncated PDF"
        raise Unreadable(subject, problem, "fetch it again") from None
    if locked:
        problem = "is a PDF locked with a password"
        raise Unreadable(subject, problem, "save it without the password")
    if not text.strip():
        problem = "is a PDF of pictures without text"
        raise Unreadable(subject, problem, "recognise its letters (OCR) first")
    return text, Circumstances(title=_plain(title))


def _page(page: pypdf.PageObject) -> str:
    text = page.extract_text()
    if not is_right_to_left(text):
        return _from_the_left(page, text.splitlines())
    # The plain mode mixes the words of an Arabic line up; the layout mode gives them
    # as they are seen, which can be turned.
    _turn_ligatures(page)
    seen = page.extract_text(extraction_mode="layout").splitlines()
    return "\n".join(part for part in _from_the_right(seen) if part)


def _from_the_left(page: pypdf.PageObject, lines: list[str]) -> str:
    """Running text from lines, the rows of tables between bars."""
    if not may_hold_table(lines):
        return join_lines(lines)
    seen = page.extract_text(extraction_mode="layout").splitlines()
    marked = with_rows(lines, list(tables_of(seen)))
    parts = groupby(marked, key=itemgetter(1))
    return "\n".join(
        _part([line for line, _ in part], is_row) for is_row, part in parts
    )


def _part(lines: list[str], is_row: bool) -> str:  # noqa: FBT001 (the key of a group)
    return "\n".join(lines) if is_row else join_lines(lines)


def _from_the_right(seen: list[str]) -> Iterator[str]:
    """Running text from lines seen from the left, the rows of tables between bars."""
    place = 0
    for table in tables_of(seen):
        yield _turned_text(seen[place : table.first])
        for row in table.rows:
            yield plain_letters(barred([turn(cell) for cell in reversed(row)]))
        place = table.last
    yield _turned_text(seen[place:])


def _turned_text(seen: list[str]) -> str:
    return plain_letters(join_turned_lines(columns(seen)))


def _turn_ligatures(page: pypdf.PageObject) -> None:
    """One shape that stands for two letters is given them in the order they are seen."""
    for font in page.get("/Resources", {}).get("/Font", {}).values():
        letters = font.get_object().get("/ToUnicode")
        stream = letters.get_object() if letters is not None else None
        if isinstance(stream, StreamObject):
            stream.set_data(_LIGATURE.sub(_turned, stream.get_data()))


def _turned(ligature: re.Match[bytes]) -> bytes:
    codes = ligature[1]
    letters = [codes[at : at + 4] for at in range(0, len(codes), 4)]
    return b"<" + b"".join(reversed(letters)) + b">"


def _plain(title: str | None) -> str | None:
    return (title or "").strip() or None
