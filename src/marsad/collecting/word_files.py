"""The text of a DOCX: its paragraphs and tables in the order they are read."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from marsad.collecting.circumstances import Circumstances
from marsad.collecting.limits import MEBIBYTE, NORMAL, Limits
from marsad.errors import Unreadable

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
# How an encrypted DOCX names the stream that holds it, in UTF-16.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_BROKEN: Final = (
    OpcError, LxmlError, zipfile.BadZipFile, AttributeError, IndexError, KeyError,
    TypeError, ValueError, OSError, EOFError, RuntimeError, zlib.error,
)  # fmt: skip


def read_docx(
    raw: bytes, *, subject: str, limits: Limits = NORMAL
) -> tuple[str, Circumstances]:
    """The text, a paragraph or a table row a line, and the title it was given."""
    _refuse_locked(raw, subject)
    try:
        _refuse_bomb(raw, subject, limits)
        document = docx.Document(io.BytesIO(raw))
        text = "\n".join(_lines(document.iter_inner_content()))
        title = document.core_properties.title
    except _BROKEN:
        problem = "is a damaged or truncated DOCX"
        raise Unreadable(subject, problem, "open and save it again in Word") from None
    if not text.strip():
        raise Unreadable(subject, "is a DOCX without text", "export it as PDF")
    return text, Circumstances(title=title.strip() or None)


def _lines(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            # A merged cell is given once for every column that it spans.
            for row in block.rows:
                cells = dict.fromkeys(
                    cell.text.replace("\n", " ") for cell in row.cells
                )
                yield "\t".join(cells)


def _refuse_locked(raw: bytes, subject: str) -> None:
    if not raw.startswith(_OLD_OFFICE):
        return
    if _ENCRYPTED in raw:
        problem = "is a DOCX locked with a password"
        raise Unreadable(subject, problem, "save it without the password")
    raise Unreadable(subject, "is an old DOC, not a DOCX", "save it as DOCX in Word")


def _refuse_bomb(raw: bytes, subject: str, limits: Limits) -> None:
    """Refuse by the archive's own list of sizes, before anything is unpacked."""
    # zipfile never unpacks more of a member than this list says, so it cannot lie low.
    members = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    if any(member.flag_bits & 1 for member in members):
        problem = "is a DOCX locked with a password"
        raise Unreadable(subject, problem, "save it without the password")
    unpacked = sum(member.file_size for member in members)
    too_dense = unpacked > MEBIBYTE and unpacked > len(raw) * limits.unpacked_ratio
    if unpacked > limits.unpacked_bytes or too_dense:
        problem = (
            f"would unpack from {_size(len(raw))} to {_size(unpacked)} (a zip bomb?)"
        )
        raise Unreadable(subject, problem, "copy its text into a new DOCX")


def _size(count: int) -> str:
    return f"{count / MEBIBYTE:,.1f} MB"
