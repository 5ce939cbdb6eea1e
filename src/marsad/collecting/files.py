"""Files to documents: each kind by its own reader, each fault an error in one line."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from marsad.collecting.captures import STANDARD_INPUT, Capture, read_bytes, take
from marsad.collecting.circumstances import (
    UNKNOWN,
    Circumstances,
    read_sidecar,
    split_front_matter,
)
from marsad.collecting.decoding import decode
from marsad.collecting.documents import Document
from marsad.collecting.folders import Input
from marsad.collecting.limits import NORMAL, Limits
from marsad.collecting.rows import document, read_json, read_lines
from marsad.errors import Unreadable

# How files begin whose name does not say what they are.
_BEGINNINGS: Final = (
    (b"%pdf-", ".pdf"),
    (b"pk\x03\x04", ".docx"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
)


def open_file(source: Input, *, limits: Limits = NORMAL) -> tuple[Document, Capture]:
    """The document in one file, and the capture of the bytes it came from."""
    raw, capture = take(source.path, limits)
    subject = _subject(source.path)
    text, stated = _READERS[_kind(source.path, raw)](raw, subject, limits)
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable(subject, "has no text", "fetch or export it again")
    said = read_sidecar(source.path).over(stated)
    return document(source.name, text, said), capture


def open_bytes(
    raw: bytes,
    name: str,
    *,
    report: Callable[[Unreadable], None],
    limits: Limits = NORMAL,
) -> Iterator[Document]:
    """The documents in bytes that came under a name; what is wrong with one row is told.

    Each row of JSON has an id of its own; the id of what is one document is empty.
    """
    path = Path(name)
    if _are_rows(path, raw):
        if not raw.strip():
            raise Unreadable(name, "is empty", "fetch or export it again")
        file = io.BufferedReader(io.BytesIO(raw))
        source = Input(path, path.stem)
        yield from _rows(file, source, report, limits)
        return
    read_bytes(io.BytesIO(raw), name, limits)
    text, stated = _READERS[_kind(path, raw)](raw, name, limits)
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable(name, "has no text", "fetch or export it again")
    yield document("", text, stated)


def _are_rows(path: Path, raw: bytes) -> bool:
    ending = path.suffix.lower()
    if ending in (".json", ".jsonl"):
        return True
    return ending not in _READERS and raw[:1] in (b"{", b"[")


def holds_rows(path: Path) -> bool:
    """Whether an input is JSON: documents with names and dates of their own."""
    if path != STANDARD_INPUT:
        return path.suffix.lower() in (".json", ".jsonl")
    # What comes through a pipe has no name, but its first letter tells.
    pipe = sys.stdin.buffer
    return isinstance(pipe, io.BufferedReader) and pipe.peek(1)[:1] in (b"{", b"[")


def read_rows(
    source: Input, *, report: Callable[[Unreadable], None], limits: Limits = NORMAL
) -> Iterator[Document]:
    """The documents of a JSON or JSONL input; what is wrong with one row is told."""
    subject = _subject(source.path)
    try:
        if source.path == STANDARD_INPUT:
            yield from _rows(sys.stdin.buffer, source, report, limits)
        else:
            with source.path.open("rb") as file:
                yield from _rows(file, source, report, limits)
    except FileNotFoundError:
        report(Unreadable(subject, "no such file", "check the path"))
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        report(Unreadable(subject, problem, "copy it to another place"))
    except Unreadable as problem_with_all:
        report(problem_with_all)


def _rows(
    file: BinaryIO, source: Input, report: Callable[[Unreadable], None], limits: Limits
) -> Iterator[Document]:
    subject = _subject(source.path)
    if source.path.suffix.lower() == ".jsonl" or _begins_with_row(file):
        return read_lines(file, subject=subject, report=report, limits=limits)
    raw = read_bytes(file, subject, limits)
    return read_json(raw, subject=subject, fallback_id=source.name, report=report)


def _begins_with_row(file: BinaryIO) -> bool:
    """Whether the first line is an object that ends with the line."""
    # A pipe cannot be read twice, but it can be looked into.
    head = file.peek(1) if isinstance(file, io.BufferedReader) else b""
    first, end, _ = head.partition(b"\n")
    # Without an end it is a row longer than what can be looked into.
    whole = first.rstrip().endswith(b"}") if end else len(first) > 1
    return first.startswith(b"{") and whole


def _subject(path: Path) -> str:
    return "standard input" if path == STANDARD_INPUT else str(path)


def _kind(path: Path, raw: bytes) -> str:
    ending = path.suffix.lower()
    if ending in _READERS:
        return ending
    head = raw[:64].lstrip().lower()
    found = (kind for start, kind in _BEGINNINGS if head.startswith(start))
    return next(found, ".txt")


def _text(raw: bytes, subject: str, _: Limits) -> tuple[str, Circumstances]:
    return decode(raw, subject=subject), UNKNOWN


def _markdown(raw: bytes, subject: str, _: Limits) -> tuple[str, Circumstances]:
    return split_front_matter(decode(raw, subject=subject), subject=subject)


# A parser of pages, of PDF or of DOCX takes 0.2 to 0.4 s to load: only who has such a
# file waits for it, so a folder of plain text starts at once.
def _page(raw: bytes, subject: str, limits: Limits) -> tuple[str, Circumstances]:
    from marsad.collecting.pages import read_page

    return read_page(raw, subject=subject, limits=limits)


def _pdf(raw: bytes, subject: str, _: Limits) -> tuple[str, Circumstances]:
    from marsad.collecting.printed import read_pdf

    return read_pdf(raw, subject=subject)


def _docx(raw: bytes, subject: str, limits: Limits) -> tuple[str, Circumstances]:
    from marsad.collecting.word_files import read_docx

    return read_docx(raw, subject=subject, limits=limits)


def _message(raw: bytes, subject: str, limits: Limits) -> tuple[str, Circumstances]:
    from marsad.collecting.messages import read_message

    return read_message(raw, subject=subject, limits=limits)


_Reader = Callable[[bytes, str, Limits], tuple[str, Circumstances]]
_READERS: Final[dict[str, _Reader]] = {
    ".txt": _text,
    ".md": _markdown,
    ".html": _page,
    ".htm": _page,
    ".pdf": _pdf,
    ".docx": _docx,
    ".eml": _message,
}
