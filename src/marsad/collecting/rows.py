"""Documents written as JSON: one object, a list of them, or one a line."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Final

from marsad.collecting.circumstances import Circumstances
from marsad.collecting.documents import Document
from marsad.collecting.limits import MEBIBYTE, NORMAL, Limits
from marsad.errors import Unreadable
from marsad.text.language import runs

_LARGER: Final = "is longer than {:g} MB"


def read_json(
    raw: bytes, *, subject: str, fallback_id: str, report: Callable[[Unreadable], None]
) -> Iterator[Document]:
    """The document of a JSON object, or those of a list; bad rows of a list are told."""
    try:
        stated = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable(subject, "is JSON but not UTF-8", "save it as UTF-8") from None
    except (ValueError, RecursionError) as error:
        problem = f"is broken JSON ({_where(error)})"
        raise Unreadable(subject, problem, "mend it or export it again") from None
    if not isinstance(stated, list):
        yield read_row(stated, subject=subject, fallback_id=fallback_id)
        return
    for number, row in enumerate(stated, 1):
        try:
            yield read_row(row, subject=f"{subject}, row {number}")
        except Unreadable as problem_with_one:
            report(problem_with_one)


def read_lines(
    file: BinaryIO,
    *,
    subject: str,
    report: Callable[[Unreadable], None],
    limits: Limits = NORMAL,
) -> Iterator[Document]:
    """The documents of a JSONL file, one line in memory at a time; bad lines are told."""
    for number, line in enumerate(_lines(file, limits), 1):
        place = f"{subject}, line {number}"
        try:
            if len(line) > limits.file_bytes:
                most = limits.file_bytes / MEBIBYTE
                raise Unreadable(place, _LARGER.format(most), "split its text")
            if line.strip():
                yield _read_line(line, place)
        except Unreadable as problem:
            report(problem)


def _lines(file: BinaryIO, limits: Limits) -> Iterable[bytes]:
    while line := file.readline(limits.file_bytes + 1):
        whole = line.endswith(b"\n")
        yield line
        while not whole and (rest := file.readline(MEBIBYTE)):
            whole = rest.endswith(b"\n")


def _read_line(line: bytes, place: str) -> Document:
    try:
        stated = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable(place, "is not UTF-8", "save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        problem = f"is broken JSON ({_where(error)})"
        raise Unreadable(place, problem, "mend or remove the line") from None
    return read_row(stated, subject=place)


def read_row(row: object, *, subject: str, fallback_id: str | None = None) -> Document:
    """The document of one JSON object with id, text and what is known of it."""
    if not isinstance(row, dict):
        problem = "is no JSON object"
        raise Unreadable(subject, problem, 'write {"id": …, "text": …} for each')
    name = row.get("id", row.get("document", fallback_id))
    if isinstance(name, int):
        name = str(name)
    if not isinstance(name, str) or not name.strip():
        raise Unreadable(subject, "has no id", 'add "id"')
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Unreadable(subject, "has no text", 'add "text" as a string')
    _refuse_halves(text, subject)
    said = Circumstances.of(row, subject=subject)
    return document(name, text, said)


def document(name: str, text: str, said: Circumstances) -> Document:
    """A document from its text and circumstances, in the language that it is written in."""
    return Document(
        id=name,
        text=text,
        published=said.published,
        language=_language(text, said.language),
        outlet=said.outlet,
        url=said.url,
        title=said.title,
    )


def _language(text: str, stated: str | None) -> str | None:
    """The language of most of a text; templates of pages often state another."""
    letters: Counter[str] = Counter()
    for run in runs(text, stated):
        letters[run.language] += run.end - run.start
    [(language, _)] = letters.most_common(1) or [("", 0)]
    if stated and (language == "und" or stated.startswith(language)):
        return stated
    return language if language not in ("", "und") else None


def _refuse_halves(text: str, subject: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        problem = "holds half a character (a lone surrogate)"
        raise Unreadable(subject, problem, "export it again") from None


def _where(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
