"""Match posts against a bank of known content, each likeness with its reason."""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from marsad.errors import MarsadError, Unreadable

if TYPE_CHECKING:
    from marsad.collecting.posts.public import PublicPost
    from marsad.matching.banked import Banked
    from marsad.matching.bulk.archive import Progress
    from marsad.matching.bulk.workers import Workers
    from marsad.matching.exchange.entries import Entry

HASH: Final = "hash"
_BATCH: Final = 512
_LARGEST: Final = 2 << 30
# Isolates keep Arabic words from pulling the columns beside them to their side.
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad match`."""
    grammar.add_argument(
        "inputs",
        nargs="+",
        metavar="POSTS",
        help="exports of posts; or the word hash, and then pictures and films to hash",
    )
    grammar.add_argument(
        "--bank",
        type=Path,
        metavar="FILE",
        help="the bank: CSV with a header, or JSON of ThreatExchange, HMA, a hash list",
    )
    grammar.add_argument(
        "--wide",
        action="store_true",
        help="also tell pictures that merely look alike (logos, captions, crops)",
    )
    grammar.add_argument(
        "--format", choices=("table", "jsonl"), default="table", help="how to print"
    )
    grammar.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="match one large JSONL archive in chunks; begun again, it goes on",
    )
    grammar.add_argument(
        "--jobs", type=int, default=1, metavar="N", help="processes for --out (1)"
    )
    grammar.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="a Dask scheduler whose workers do it, for --out",
    )


def run(chosen: argparse.Namespace) -> int:
    """Hash files, match an archive into a folder, or print the matches of posts."""
    telling = _Telling()
    if chosen.inputs[0] == HASH:
        _hash(chosen.inputs[1:], telling)
    elif chosen.bank is None:
        raise Unreadable("marsad match", "has no bank", "name it with --bank FILE")
    elif chosen.out is not None:
        _match_archive(chosen, telling)
    else:
        _match(chosen, telling)
    return telling.end()


@dataclass(slots=True)
class _Telling:
    """Faults as lines on the error stream, counted."""

    faults: int = 0

    def fault(self, line: str) -> None:
        self.faults += 1
        print(f"marsad: {line}", file=sys.stderr)

    def end(self) -> int:
        if self.faults:
            print(f"marsad: {self.faults} faults", file=sys.stderr)
        return 1 if self.faults else 0


def _hash(paths: Iterable[str], telling: _Telling) -> None:
    paths = list(paths)
    if not paths:
        raise Unreadable("marsad match hash", "names no file", "name pictures or films")
    for path in paths:
        try:
            for name, value in _hashes(Path(path)):
                print(f"{path}\t{name}\t{value}")
        except MarsadError as fault:
            telling.fault(f"{path}: {fault.problem}; {fault.way_out}")


def _hashes(path: Path) -> Iterator[tuple[str, str]]:
    from marsad.collecting.captures import take
    from marsad.collecting.limits import Limits
    from marsad.matching.pictures.hashing import hash_picture

    raw, capture = take(path, Limits(file_bytes=_LARGEST))
    yield "sha256", capture.sha256
    yield "md5", hashlib.md5(raw, usedforsecurity=False).hexdigest()
    try:
        hashed = hash_picture(raw)
    except Unreadable as no_picture:
        yield from _film(raw, no_picture)
        return
    yield "pdq", hashed.hash
    yield (
        "quality",
        f"{hashed.quality}" + ("" if hashed.is_telling else " (too little)"),
    )
    yield "geometry", hashed.geometry


def _film(raw: bytes, no_picture: Unreadable) -> Iterator[tuple[str, str]]:
    from marsad.matching.films.frames import written
    from marsad.matching.films.hashing import IS_INSTALLED, hash_film

    try:
        yield "vpdq", written(hash_film(raw))
    except Unreadable as fault:
        # Without the extra it is not known what it is; with it, it is neither.
        if not IS_INSTALLED:
            raise fault from None
        problem = f"{no_picture.problem} as a picture, {fault.problem} as a film"
        raise Unreadable("file", problem, fault.way_out) from None


def _match(chosen: argparse.Namespace, telling: _Telling) -> None:
    from marsad.matching.met import met_of
    from marsad.matching.pipeline import match_many
    from marsad.matching.told import as_values

    entries = _entries(chosen.bank, telling)
    banked, titles = _banked(entries), {one.row: one.title for one in entries}
    for path, posts in _batches(chosen.inputs, telling):
        found = match_many(list(map(met_of, posts)), banked, is_wide=chosen.wide)
        for post, likenesses in zip(posts, found, strict=True):
            told = [
                {**as_values(one), "title": titles[one.number]} for one in likenesses
            ]
            for line in _lines(chosen.format, path, post, told):
                print(line)


def _lines(
    form: str, path: str, post: "PublicPost", told: list[dict[str, Any]]
) -> Iterator[str]:
    if not told:
        return
    if form == "jsonl":
        row = {"platform": post.platform, "id": post.number, "matches": told}
        yield json.dumps(row, ensure_ascii=False)
        return
    yield f"{post.platform} {_isolated(post.number)} ({path})"
    for match in told:
        title = f"  {_isolated(match['title'])}" if match["title"] else ""
        head = f"  {match['band']:<5} {match['kind']:<14} row {match['number']}{title}"
        yield f"{head}\n        {_isolated(match['because'])}"
        for start, end in match["ours"][:3]:
            yield f"        {start}-{end}: {_isolated(_short(post.text[start:end]))}"


def _match_archive(chosen: argparse.Namespace, telling: _Telling) -> None:
    from marsad.cli.progress import progressing
    from marsad.matching.bulk.archive import ANSWERS, match_archive
    from marsad.matching.bulk.chunks import Order

    if len(chosen.inputs) != 1:
        raise Unreadable("--out", "takes one archive at a time", "name one JSONL file")
    banked = _kept(chosen.bank, chosen.out, telling)
    # Absolute paths: workers elsewhere stand in other folders.
    archive = Path(chosen.inputs[0]).absolute()
    order = Order(str(archive), str(banked), str(chosen.out.absolute()), chosen.wide)
    workers = _workers(chosen)
    try:
        with progressing(None, doing="matching", what="chunks") as bar:

            def tell(_: "Progress") -> None:
                bar.advance(1)

            done = match_archive(order, workers, told=tell)
    finally:
        workers.close()
    print(f"{done.posts} posts, {done.matched} matched: {chosen.out / ANSWERS}")
    if done.faults:
        telling.fault(f"{done.faults} lines gave no post; they stand among the answers")


def _workers(chosen: argparse.Namespace) -> "Workers":
    from marsad.matching.bulk.workers import Cluster, Processes

    return Cluster.at(chosen.cluster) if chosen.cluster else Processes(chosen.jobs)


def _kept(bank: Path, out: Path, telling: _Telling) -> Path:
    """The indexes of a bank in the folder of the answers, made once for each bank."""
    mark = hashlib.sha256(_read(bank)).hexdigest()[:12]
    folder = (out / f"bank-{mark}").absolute()
    if not (folder / "current.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        _banked(_entries(bank, telling)).save(folder)
    return folder


def _banked(entries: "Iterable[Entry]") -> "Banked":
    from marsad.matching.banked import Banked
    from marsad.matching.signals import Signal

    # Signals of one content stand in one row, and are told by its number.
    return Banked.of(Signal(one.row, one.kind, one.value) for one in entries)


def _entries(bank: Path, telling: _Telling) -> "list[Entry]":
    """The signals of a list that may be used today."""
    from datetime import UTC, datetime

    from marsad.matching.exchange.lists import read_list

    listed = read_list(_read(bank))
    for fault in listed.faults:
        telling.fault(f"{bank}, {fault}")
    today = datetime.now(UTC).date()
    usable = [
        entry
        for entry in listed.entries
        if not (entry.is_withdrawn or entry.is_harmless)
        and (entry.until is None or entry.until >= today)
    ]
    if len(usable) < len(listed.entries):
        left = len(listed.entries) - len(usable)
        print(
            f"marsad: {left} entries are withdrawn, harmless or out of date",
            file=sys.stderr,
        )
    return usable


def _read(bank: Path) -> bytes:
    from marsad.collecting.captures import take
    from marsad.collecting.limits import Limits

    return take(bank, Limits(file_bytes=_LARGEST))[0]


def _batches(
    paths: Iterable[str], telling: _Telling
) -> Iterator[tuple[str, "list[PublicPost]"]]:
    from marsad.collecting.posts.forms import read_posts
    from marsad.collecting.posts.public import Fault

    for path in paths:
        batch: list[PublicPost] = []
        for post in read_posts(Path(path)):
            if isinstance(post, Fault):
                telling.fault(f"{path}, {post}")
                continue
            batch.append(post)
            if len(batch) == _BATCH:
                yield path, batch
                batch = []
        yield path, batch


def _short(words: str, most: int = 70) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _isolated(words: str) -> str:
    return words if words.isascii() else f"{_ISOLATE}{words}{_END}"
