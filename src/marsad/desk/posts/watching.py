"""The watched folder: files that are put into a stream's folder are taken in by themselves.

A file lies in ``<watch>/<stream's code>/``. Once nothing was written to it for some
seconds it is taken in whole, and moved to ``done`` or ``failed`` beside it, with a text
that says what gave no post. A mapping for tables lies beside as ``mapping.json``. An
export of several files is put there as a folder.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.conf import settings

from marsad.collecting.posts.columns import UNMAPPED, Columns, load_mapping
from marsad.desk.posts.models import Stream
from marsad.desk.posts.take_file import Filed, FileTaken, take_file
from marsad.desk.safeguards.acts import Worker
from marsad.errors import MarsadError

DONE: Final = "done"
FAILED: Final = "failed"
MAPPING: Final = "mapping.json"
# What is still being copied changes within this time.
_STILL_SECONDS: Final = 2.0
_EACH_SECONDS: Final = 3.0
_UNFINISHED: Final = (".part", ".tmp", ".crdownload", ".filepart")
# The one file of an export that is a folder.
_INSIDE: Final = ("result.json", "outbox.json")
_looked: list[float] = [0.0]


def follow() -> int:
    """Take in what lies in the watched folders; says how many posts were new."""
    if time.monotonic() - _looked[0] < _EACH_SECONDS:
        return 0
    _looked[0] = time.monotonic()
    return sum(look(stream) for stream in Stream.objects.filter(ended_at=None))


def look(stream: Stream) -> int:
    """Take in what lies in the folder of one stream."""
    folder = Path(settings.WATCH) / stream.code
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        return 0
    return sum(_take(stream, one) for one in _waiting(folder))


def _waiting(folder: Path) -> Iterator[Path]:
    before = time.time() - _STILL_SECONDS
    for one in sorted(folder.iterdir()):
        is_ours = one.name in (DONE, FAILED, MAPPING) or one.name.startswith(".")
        if is_ours or one.suffix in _UNFINISHED or one.is_symlink():
            continue
        if max(_changed(one)) < before:
            yield one


def _changed(one: Path) -> Iterator[float]:
    yield one.stat().st_mtime
    if one.is_dir():
        for inside in one.rglob("*"):
            yield inside.stat().st_mtime


def _take(stream: Stream, one: Path) -> int:
    worker = Worker("watched folder")
    try:
        filed = _filed(one)
        done = take_file(stream, filed, by=worker, because="lay in the watched folder")
    except MarsadError as error:
        # Its subject is a path; the rest says what to do.
        _move(one, FAILED, f"{error.problem}; {error.way_out}")
        return 0
    _move(one, FAILED if done.is_empty else DONE, _report(done))
    return done.new


def _filed(one: Path) -> Filed:
    mapping = one.parent / MAPPING
    columns: Columns = load_mapping(mapping) if mapping.is_file() else UNMAPPED
    if one.is_dir():
        found = [one / name for name in _INSIDE if (one / name).is_file()]
        return Filed(found[0] if found else one, mapping=columns, beside=one)
    return Filed(one, mapping=columns)


def _report(done: FileTaken) -> str:
    lines = [f"new {done.new}, known {done.known}, refused {done.refused}"]
    return "\n".join((*lines, *done.faults))


def _move(one: Path, where: str, report: str) -> None:
    folder = one.parent / where
    folder.mkdir(exist_ok=True)
    at = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    target = folder / f"{at}-{one.name}"
    number = 1
    while target.exists():
        target = folder / f"{at}-{number}-{one.name}"
        number += 1
    one.replace(target)
    target.with_name(f"{target.name}.txt").write_text(f"{report}\n", "utf-8")
