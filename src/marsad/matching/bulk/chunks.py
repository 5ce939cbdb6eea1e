"""One chunk of an archive: lines of posts in, lines of matches out, whole or not at all.

The same function runs in a process of this machine and on a cluster. It reads and writes
files by their paths, so all machines see one folder.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from marsad.collecting.posts.own import read_row
from marsad.collecting.posts.public import NotTaken, PublicPost
from marsad.errors import Unreadable
from marsad.matching.banked import Banked
from marsad.matching.met import met_of
from marsad.matching.pipeline import match_many
from marsad.matching.signals import Likeness
from marsad.matching.told import as_values

_BATCH: Final = 512
_PIECE: Final = 1 << 20


class Chunk(NamedTuple):
    """A stretch of whole lines: its number, its bytes, and the number of its first line."""

    number: int
    start: int
    end: int
    first_line: int


@dataclass(frozen=True, slots=True)
class Order:
    """What is matched against what, and where the answers go; paths as text."""

    archive: str
    banked: str
    out: str
    is_wide: bool = False


class Done(NamedTuple):
    """What a chunk gave: how many posts, how many that match, how many broken lines."""

    chunk: int
    posts: int
    matched: int
    faults: int


def chunks_of(archive: Path, size: int) -> Iterator[Chunk]:
    """Cut an archive into stretches of whole lines of about so many bytes."""
    with archive.open("rb") as file:
        number, start, line, first_line = 0, 0, 1, 1
        while piece := file.read(size):
            piece += file.readline()
            line += piece.count(b"\n")
            yield Chunk(number, start, start + len(piece), first_line)
            number, start, first_line = number + 1, start + len(piece), line


def part_of(out: str | Path, number: int) -> Path:
    """Where the answers of a chunk stand once it is done."""
    return Path(out) / f"part-{number:06d}.jsonl"


def match_chunk(chunk: Chunk, order: Order) -> Done:
    """Match every post of a chunk and write the answers down, whole or not at all."""
    path = part_of(order.out, chunk.number)
    # Two workers may be at one chunk, when one was thought dead: each writes its own.
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    counted = {"posts": 0, "matched": 0, "faults": 0}
    with part.open("w", encoding="utf-8") as file:
        for answer in _answers(chunk, order, counted):
            file.write(json.dumps(answer, ensure_ascii=False) + "\n")
        file.write(json.dumps({"end": counted}) + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    return Done(chunk.number, **counted)


def done_before(chunk: Chunk, out: Path) -> Done | None:
    """What a chunk gave when it was matched before, if it was matched to its end."""
    try:
        with part_of(out, chunk.number).open("rb") as file:
            file.seek(max(0, part_of(out, chunk.number).stat().st_size - _PIECE))
            *_, last = file.read().splitlines()
        return Done(chunk.number, **json.loads(last)["end"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _answers(
    chunk: Chunk, order: Order, counted: dict[str, int]
) -> Iterator[dict[str, Any]]:
    banked = _opened(order.banked)
    rows = _posts(order.archive, chunk)
    while some := list(islice(rows, _BATCH)):
        mets = [met_of(post) for _, post in some if isinstance(post, PublicPost)]
        found = iter(match_many(mets, banked, is_wide=order.is_wide))
        for line, post in some:
            likenesses = next(found) if isinstance(post, PublicPost) else ()
            if answer := _answer(line, post, likenesses):
                counted["faults" if "fault" in answer else "matched"] += 1
                yield answer
        counted["posts"] += len(mets)


def _answer(
    line: int, post: PublicPost | NotTaken, likenesses: tuple[Likeness, ...]
) -> dict[str, Any] | None:
    if isinstance(post, NotTaken):
        return {"line": line, "fault": post.problem, "way_out": post.way_out}
    if not likenesses:
        return None
    return {
        "line": line,
        "platform": post.platform,
        "id": post.number,
        "matches": [as_values(one) for one in likenesses],
    }


def _posts(archive: str, chunk: Chunk) -> Iterator[tuple[int, PublicPost | NotTaken]]:
    for number, line in enumerate(_lines(archive, chunk), start=chunk.first_line):
        if line.strip():
            yield number, _post(line)


def _lines(archive: str, chunk: Chunk) -> Iterable[bytes]:
    with Path(archive).open("rb") as file:
        file.seek(chunk.start)
        raw = file.read(chunk.end - chunk.start)
    if len(raw) != chunk.end - chunk.start:
        way_out = "let it stand still while it is matched"
        raise Unreadable(archive, "became shorter", way_out)
    return raw.split(b"\n")


def _post(line: bytes) -> PublicPost | NotTaken:
    try:
        return read_row(json.loads(line))
    except NotTaken as fault:
        return fault
    except (ValueError, RecursionError):
        return NotTaken("is no JSON", "write one post a line")


@lru_cache(maxsize=2)
def _opened(banked: str) -> Banked:
    # Mapped into memory once a process; the pages are shared by all on a machine.
    return Banked.opened(Path(banked))
