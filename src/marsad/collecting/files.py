"""Files to documents: each kind by its own reader, each fault an error in one line."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from marsad.collecting.captures import STANDARD_INPUT, Capture, take
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
    (b"{", ".json"),
    (b"[{", ".json"),
)


def open_file(
    source: Input, *, limits: Limits = NORMAL
) -> tuple[tuple[Document, ...], Capture]:
    """The documents of one file, and the capture of the bytes they came from."""
    raw, capture = take(source.path, limits)
    subject = _subject(source.path)
    kind = _kind(source.path, raw)
    if kind == ".json":
        rows = read_json(raw, subject=subject, fallback_id=source.name)
        return tuple(rows), capture
    text, stated = _READERS[kind](raw, subject, limits)
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable(subject, "has no text", "fetch or export it again")
    said = read_sidecar(source.path).over(stated)
    return (document(source.name, text, said),), capture


def holds_rows(path: Path) -> bool:
    """Whether an input is JSONL, to be streamed rather than opened whole."""
    if path != STANDARD_INPUT:
        return path.suffix.lower() == ".jsonl"
    # What comes through a pipe has no name: an object that ends with its line tells.
    pipe = sys.stdin.buffer
    if not isinstance(pipe, io.BufferedReader):
        return False
    first = pipe.peek(1).lstrip().split(b"\n")[0].rstrip()
    return first.startswith(b"{") and len(first) > 1


def stream_rows(
    path: Path, *, report: Callable[[Unreadable], None], limits: Limits = NORMAL
) -> Iterator[Document]:
    """The documents of a JSONL file of any length, one line in memory at a time."""
    subject = _subject(path)
    if path == STANDARD_INPUT:
        lines = sys.stdin.buffer
        yield from read_lines(lines, subject=subject, report=report, limits=limits)
        return
    try:
        with path.open("rb") as file:
            yield from read_lines(file, subject=subject, report=report, limits=limits)
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        report(Unreadable(subject, problem, "check the path"))


def _subject(path: Path) -> str:
    return "standard input" if path == STANDARD_INPUT else str(path)


def _kind(path: Path, raw: bytes) -> str:
    ending = path.suffix.lower()
    if ending == ".json" or ending in _READERS:
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
