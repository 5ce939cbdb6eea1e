"""Back the site up into one file, as it stands at this moment."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.db import connection

from marsad.desk.originals import store
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.acts import Actor, act, check, note
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safekeeping import belongings, snapshot
from marsad.desk.safekeeping.contents import (
    ABOUT,
    FORMAT,
    MANIFEST,
    About,
    Manifest,
    migrations_here,
)
from marsad.desk.safekeeping.sealed import SealedFile
from marsad.desk.safekeeping.tables import Table, lines_of, tables_of
from marsad.errors import Refused, Unreadable

# Text shrinks to a quarter at once; the next levels take long for little.
_LEVEL: Final = 3
# The tables whose rows name bytes in the content store by their hash.
_CAPTURES: Final = "documents.capture"
_FROZEN: Final = "releases.picture"
_EDITORS: Final = "wagtailimages.image"

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What went into the file."""

    path: Path
    size: int
    rows: int
    originals: int
    lost: tuple[str, ...]
    trail_fault: str
    # Whether the key that releases are signed with is in it.
    has_key: bool


def size_of_site() -> int:
    """About how many rows and originals a backup will have to write."""
    tables = {one.label: one for one in tables_of(apps)}
    rows = sum(snapshot.count_of(table) for table in tables.values())
    return rows + sum(snapshot.count_of(tables[one]) for one in (_CAPTURES, _FROZEN))


def back_up(path: Path, *, by: Actor, because: str, advance: Advance) -> BackedUp:
    """Write everything that the site keeps into a new file, and the act into the trail."""
    check("safekeeping.backup", by)
    with SealedFile(path) as file:
        try:
            manifest = _fill(file, advance)
            made = BackedUp(
                path, file.size, sum(manifest.rows.values()), manifest.originals,
                tuple(manifest.lost), manifest.trail_fault,
                belongings.KEY in manifest.members,
            )  # fmt: skip
            return finish(file, made, by=by, because=because)
        except OSError as error:
            problem = f"cannot be written ({error.strerror})"
            raise Refused(str(path), problem, "nothing was left of it") from error


@act("safekeeping.backup")
def finish(file: SealedFile, made: BackedUp, *, by: Actor, because: str) -> BackedUp:
    """Seal a backup, give it its name, and write down that it was made."""
    note(file=made.path.name, rows=made.rows, originals=made.originals)
    file.seal()
    return made


def _fill(file: SealedFile, advance: Advance) -> Manifest:
    manifest = Manifest()
    with snapshot.one_moment():
        _check_trail(manifest)
        tables = tables_of(apps)
        _add(file, manifest, ABOUT, _about(tables).as_json())
        for table in tables:
            _write_table(file, manifest, table, advance)
        _write_originals(file, manifest, tables, advance)
        for name, raw in belongings.kept_beside():
            _add(file, manifest, name, raw)
        if key := belongings.key_bytes():
            _add(file, manifest, belongings.KEY, key)
    file.add(MANIFEST, manifest.as_json())
    return manifest


def _check_trail(manifest: Manifest) -> None:
    found = trail.verify(AuditRecord.objects.order_by("number").iterator(2000))
    manifest.trail_lines, manifest.trail_head = found.count, found.head
    # A broken trail is a reason for a backup, not against it; who restores is told.
    manifest.trail_fault = found.fault or ""


def _about(tables: list[Table]) -> About:
    return About(
        format=FORMAT,
        marsad=settings.VERSION,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        database=connection.vendor,
        migrations=migrations_here(),
        tables=tuple(tables),
    )


def _add(file: SealedFile, manifest: Manifest, name: str, raw: bytes) -> None:
    manifest.members[name] = file.add(name, raw)


def _write_table(
    file: SealedFile, manifest: Manifest, table: Table, advance: Advance
) -> None:
    manifest.rows[table.label] = 0
    pieces = lines_of(snapshot.rows_of(table))
    for number, (lines, count) in enumerate(pieces, 1):
        name = f"tables/{table.label}/{number:06}.jsonl.gz"
        _add(file, manifest, name, gzip.compress(lines, _LEVEL, mtime=0))
        manifest.rows[table.label] += count
        advance(count)


def _write_originals(
    file: SealedFile, manifest: Manifest, tables: list[Table], advance: Advance
) -> None:
    """Bytes of the content store, then the pictures of the editor; each of them once."""
    done: set[str] = set()
    for label in (_CAPTURES, _FROZEN):
        for sha256 in _column(tables, label, "sha256"):
            if sha256 not in done:
                done.add(sha256)
                _write_original(file, manifest, sha256, _original(sha256))
            advance(1)
    stood: dict[str, str] = {}
    for name, raw in belongings.pictures(_column(tables, _EDITORS, "file")):
        if raw is None:
            manifest.lost.append(name)
            continue
        stood[name] = store.hash_of(raw)
        if stood[name] not in done:
            done.add(stood[name])
            _write_original(file, manifest, stood[name], raw)
    _add(file, manifest, belongings.PICTURES, belongings.written(stood))


def _column(tables: list[Table], label: str, column: str) -> Iterator[Any]:
    [table] = [one for one in tables if one.label == label]
    place = table.columns.index(column)
    for row in snapshot.rows_of(table):
        yield row[place]


def _write_original(
    file: SealedFile, manifest: Manifest, sha256: str, raw: bytes | None
) -> None:
    if raw is None:
        manifest.lost.append(sha256)
        return
    # Its name is its hash: the manifest need not say it again.
    file.add(f"originals/{sha256}.gz", gzip.compress(raw, _LEVEL, mtime=0))
    manifest.originals += 1


def _original(sha256: str) -> bytes | None:
    try:
        return store.open(sha256)
    except Unreadable:
        return None
