"""Which files a list of paths means, and the name each document will have."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from marsad.collecting.captures import STANDARD_INPUT
from marsad.errors import Unreadable

# What is picked from a folder; a file that is named outright is opened whatever its end.
ENDINGS: Final = frozenset(
    (".txt", ".html", ".htm", ".md", ".pdf", ".docx", ".eml", ".json", ".jsonl")
)
_SIDECAR: Final = ".meta.json"
_UNSAFE: Final = re.compile(r"[^\w.\- ]+")
# Most file systems allow 255 bytes; an ending and a hash must fit behind the name.
_LONGEST_BYTES: Final = 200


@dataclass(frozen=True, slots=True)
class Input:
    """One file to open, and the name of the document it most likely holds."""

    path: Path
    name: str


def find_inputs(
    paths: Iterable[Path], *, report: Callable[[Unreadable], None]
) -> Iterator[Input]:
    """The files meant, folders opened in order of name, no two under one name."""
    taken: set[str] = set()
    for path in paths:
        for file, relative in _files(path, report):
            name = _name(file, relative, taken)
            taken.add(name)
            yield Input(file, name)


def _files(
    path: Path, report: Callable[[Unreadable], None]
) -> Iterator[tuple[Path, Path]]:
    if path == STANDARD_INPUT or not path.is_dir():
        yield path, Path(path.name)
        return
    found = False
    for file in sorted(path.rglob("*")):
        if file.suffix.lower() in ENDINGS and _is_wanted(file, path):
            found = True
            yield file, file.relative_to(path)
    if not found:
        kinds = " ".join(sorted(ENDINGS))
        report(Unreadable(str(path), "has no report in it", f"put {kinds} files there"))


def _is_wanted(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and not file.name.endswith(_SIDECAR) and file.is_file()


def _name(file: Path, relative: Path, taken: set[str]) -> str:
    """The stem; where that is taken, the way to the file; at last a number."""
    if file == STANDARD_INPUT:
        return "stdin"
    ways = (relative.stem, relative.name, "--".join(relative.parts))
    free = next((way for way in ways if way not in taken), None)
    number = 2
    while free is None:
        numbered = f"{relative.stem}-{number}"
        free = None if numbered in taken else numbered
        number += 1
    return free


def file_name(name: str) -> str:
    """A name that any file system takes and that leads nowhere else."""
    safe = _UNSAFE.sub("_", name).strip(". ")
    short = safe.encode()[:_LONGEST_BYTES].decode("utf-8", "ignore")
    if short == name:
        return name
    # Two names that became alike stay apart by the hash of what they were.
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{short}-{mark}" if short else mark
