"""The text of a PDF, page by page, where it has any."""

import io
import logging
from typing import Final

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from marsad.collecting.circumstances import Circumstances
from marsad.collecting.printed_lines import (
    columns,
    is_right_to_left,
    join_lines,
    plain_letters,
    turn,
)
from marsad.errors import Unreadable

# Printers' small faults are not the user's business; what matters is raised.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

# What malformed objects make pypdf raise besides its own errors.
_BROKEN: Final = (
    PyPdfError, AttributeError, IndexError, KeyError, TypeError, ValueError,
    OSError, RecursionError, OverflowError, ZeroDivisionError, NotImplementedError,
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
        return join_lines(text.splitlines())
    # The plain mode mixes the words of an Arabic line up; the layout mode gives them
    # as they are seen, which can be turned.
    seen = page.extract_text(extraction_mode="layout")
    text = join_lines(turn(line) for line in columns(seen.splitlines()))
    return plain_letters(text)


def _plain(title: str | None) -> str | None:
    return (title or "").strip() or None
