"""An archive matched chunk by chunk: finished chunks are kept, and lost ones begun again."""

import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from marsad.errors import Unreadable
from marsad.matching.bulk.chunks import (
    Chunk,
    Done,
    Order,
    chunks_of,
    done_before,
    part_of,
)
from marsad.matching.bulk.workers import Lost, Workers

PLAN: Final = "plan.json"
ANSWERS: Final = "matches.jsonl"
CHUNK_BYTES: Final = 8 << 20
_WAITING: Final = 64
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an archive is: chunks done of all, and what they gave."""

    chunks: int
    of: int
    posts: int = 0
    matched: int = 0
    faults: int = 0

    def after(self, done: Done) -> "Progress":
        """The same, one chunk later."""
        return Progress(
            self.chunks + 1,
            self.of,
            self.posts + done.posts,
            self.matched + done.matched,
            self.faults + done.faults,
        )


def match_archive(
    order: Order,
    workers: Workers,
    *,
    chunk_bytes: int = CHUNK_BYTES,
    told: Callable[[Progress], None] = lambda _: None,
) -> Progress:
    """Match every post of an archive; begun again, it goes on where it stopped.

    The answers stand in ``matches.jsonl``, in the order of the posts, whoever matched.
    """
    out = Path(order.out)
    chunks = _planned(order, out, chunk_bytes)
    progress = Progress(0, len(chunks))
    for done in _all_done(chunks, order, workers, out):
        progress = progress.after(done)
        told(progress)
    _join(out, len(chunks))
    return progress


def _planned(order: Order, out: Path, chunk_bytes: int) -> list[Chunk]:
    archive = Path(order.archive)
    if not archive.is_file():
        raise Unreadable(order.archive, "no such file", "check the path")
    out.mkdir(parents=True, exist_ok=True)
    seen = archive.stat()
    plan: dict[str, Any] = {
        **asdict(order),
        "size": seen.st_size,
        "changed": seen.st_mtime_ns,
        "bank": (Path(order.banked) / "current.json").read_text("utf-8"),
        "chunk_bytes": chunk_bytes,
    }
    path = out / PLAN
    if path.exists() and json.loads(path.read_text("utf-8")) != plan:
        problem = "holds answers for another archive, bank or size of chunks"
        raise Unreadable(order.out, problem, "name an empty folder")
    path.write_text(json.dumps(plan), "utf-8")
    return list(chunks_of(archive, chunk_bytes))


def _all_done(
    chunks: list[Chunk], order: Order, workers: Workers, out: Path
) -> Iterator[Done]:
    waiting: deque[tuple[Chunk, Any]] = deque()
    for chunk in chunks:
        if done := done_before(chunk, out):
            yield done
            continue
        waiting.append((chunk, workers.submit(chunk, order)))
        if len(waiting) >= _WAITING:
            yield _first_done(waiting, order, workers)
    while waiting:
        yield _first_done(waiting, order, workers)


def _first_done(
    waiting: deque[tuple[Chunk, Any]], order: Order, workers: Workers
) -> Done:
    chunk, handed_out = waiting.popleft()
    try:
        return workers.result(handed_out)
    except Lost as lost:
        done = _alone(chunk, order, workers)
        if lost.takes_all:
            others = [other for other, _ in waiting]
            waiting.clear()
            waiting.extend((other, workers.submit(other, order)) for other in others)
        return done


def _alone(chunk: Chunk, order: Order, workers: Workers) -> Done:
    """Who died with whom cannot be known, so the chunk is tried by itself."""
    for _ in range(_TRIES):
        try:
            return workers.result(workers.submit(chunk, order))
        except Lost:
            continue
    lines = f"lines from {chunk.first_line} on"
    problem = f"ended {_TRIES} workers (too large for their memory?)"
    raise Unreadable(f"{order.archive}, {lines}", problem, "make the chunks smaller")


def _join(out: Path, count: int) -> None:
    part = out / f"{ANSWERS}.part"
    with part.open("wb") as whole:
        for number in range(count):
            with part_of(out, number).open("rb") as file:
                whole.writelines(
                    line for line in file if not line.startswith(b'{"end"')
                )
    part.replace(out / ANSWERS)
