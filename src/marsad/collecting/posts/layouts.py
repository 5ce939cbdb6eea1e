"""Rows of a JSON file, one in memory at a time: a row a line, or one large document."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import ijson

from marsad.collecting.limits import MEBIBYTE
from marsad.collecting.posts.public import Fault, NotTaken
from marsad.errors import Unreadable

# A page of a platform's answer has at most some hundred posts; most lines are one post.
_LONGEST_LINE: Final = 16 * MEBIBYTE
_LINES: Final = (".jsonl", ".ndjson")
_MEND_LINE: Final = "mend or remove the line"


def opened(path: Path) -> BinaryIO:
    """A file for reading, or an error that says why it cannot be."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise Unreadable(path.name, "no such file", "check the path") from None
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise Unreadable(path.name, problem, "copy it to another place") from None


def is_in_lines(path: Path, file: BinaryIO) -> bool:
    """Whether each line is a JSON value of its own; leaves the file where it was."""
    if path.suffix.lower() in _LINES:
        return True
    start = file.tell()
    first, second = file.readline(_LONGEST_LINE), file.readline(_LONGEST_LINE)
    file.seek(start)
    # A broken first line does not make a document of many lines.
    return _is_object(first) or _is_object(second)


def _is_object(line: bytes) -> bool:
    # A line of a document that stands in a list ends in a comma.
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def lines(file: BinaryIO) -> Iterator[tuple[int, object] | Fault]:
    """Each line with its number; what is broken is a fault, and the rest goes on."""
    for at, line in enumerate(_lines(file), 1):
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            yield at, _value(line)
        except NotTaken as problem:
            yield problem.at(("line", at))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(_LONGEST_LINE + 1):
        whole = line.endswith(b"\n")
        yield line
        while not whole and (rest := file.readline(MEBIBYTE)):
            whole = rest.endswith(b"\n")


def _value(line: bytes) -> object:
    if len(line) > _LONGEST_LINE:
        raise NotTaken("is longer than 16 MB", "write one post a line")
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotTaken("is not UTF-8", "save the file as UTF-8") from None
    except (ValueError, RecursionError):
        # The parser's own words could quote the line.
        raise NotTaken("is broken JSON", _MEND_LINE) from None


def parts(
    file: BinaryIO, prefix: str, unit: str
) -> Iterator[tuple[int, object] | Fault]:
    """The parts of one large document under a prefix; where it breaks, the rest is lost."""
    at = 0
    try:
        for at, value in enumerate(
            ijson.items(without_mark(file), prefix, use_float=True), 1
        ):
            yield at, value
    except (ijson.JSONError, UnicodeDecodeError, OverflowError):
        yield Fault(
            ((unit, at + 1),),
            "breaks off here or is broken JSON",
            "export it again; what stands before was read",
        )


def without_mark(file: BinaryIO) -> BinaryIO:
    """The file after its byte-order mark, which the parser of documents does not know."""
    if file.read(3) != b"\xef\xbb\xbf":
        file.seek(0)
    return file


def events(head: bytes) -> Iterator[tuple[str, str, object]]:
    """What stands at the head of a document, as far as it goes."""
    try:
        yield from ijson.parse(io.BytesIO(head), multiple_values=True, use_float=True)
    except (ijson.JSONError, UnicodeDecodeError, OverflowError):
        return
