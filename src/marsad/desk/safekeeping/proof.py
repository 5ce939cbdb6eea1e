"""Prove a backup before a single row of it is believed."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.utils.dateparse import parse_datetime

from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safekeeping.contents import ABOUT, FORMAT, MANIFEST, About, Manifest
from marsad.desk.safekeeping.sealed import Member, members_of
from marsad.desk.safekeeping.tables import rows_of
from marsad.errors import Refused, Unreadable

_TRAIL: Final = "safeguards.auditrecord"
# Whose rows name originals by their hash.
_NAMING: Final = ("documents.capture", "releases.picture")
_ANOTHER: Final = "use another copy of it, or make the backup again"


@dataclass(slots=True)
class Proof:
    """What was found in a file while all of it went by."""

    path: Path
    about: About | None = None
    manifest: Manifest | None = None
    hashes: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    originals: set[str] = field(default_factory=set)
    captures: set[str] = field(default_factory=set)

    def damaged(self, problem: str) -> Unreadable:
        """The error that says what is wrong with the file."""
        return Unreadable(self.path.name, problem, _ANOTHER)


@dataclass(frozen=True, slots=True)
class Proven:
    """A file that is whole: how it begins and how it ends."""

    path: Path
    about: About
    manifest: Manifest


def prove(path: Path) -> Proven:
    """Check every byte, every count and the chain of the trail; one pass, little memory."""
    proof = Proof(path)
    records = _trail_of(proof)
    found = trail.verify(records)
    # After a fault in the chain, the rest of the file still has to hold.
    for _ in records:
        pass
    about, manifest = proof.about, proof.manifest
    if about is None or manifest is None:
        raise proof.damaged(f"has no {ABOUT if about is None else MANIFEST}")
    _compare(proof, manifest)
    told = (manifest.trail_lines, manifest.trail_head, manifest.trail_fault)
    if told != (found.count, found.head, found.fault or ""):
        raise proof.damaged(
            f"holds another trail: {found.fault or 'lines were cut off'}"
        )
    return Proven(path, about, manifest)


def lines_in(member: Member, file: str) -> bytes:
    """What a member holds, unpacked."""
    try:
        return gzip.decompress(member.raw)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(file, f"was changed in {member.name}", _ANOTHER) from error


def label_of(member: Member) -> str:
    """Of which table a member holds rows; nothing, if of none."""
    folder, _, rest = member.name.partition("/")
    return rest.partition("/")[0] if folder == "tables" else ""


def _trail_of(proof: Proof) -> Iterator[AuditRecord]:
    """Check member by member, and hand the lines of the trail on as they go by."""
    for member in members_of(proof.path):
        if proof.about is None:
            proof.about = _about(member, proof)
        if member.name == MANIFEST:
            proof.manifest = Manifest.of_json(member.raw, proof.path.name)
        elif member.name.startswith("originals/"):
            _check_original(member, proof)
        else:
            proof.hashes[member.name] = member.sha256
        if label := label_of(member):
            yield from _records(label, member, proof, proof.about)


def _about(member: Member, proof: Proof) -> About:
    if member.name != ABOUT:
        raise proof.damaged("is no backup")
    about = About.of_json(member.raw, proof.path.name)
    here = set(MigrationLoader(None).disk_migrations)
    # Before all else: of a newer file this Marsad cannot even say what is wrong.
    if about.format > FORMAT or set(about.migrations) - here:
        problem = f"was made by Marsad {about.marsad}, this is {settings.VERSION}"
        raise Refused(proof.path.name, problem, "install that version or a newer one")
    return about


def _records(
    label: str, member: Member, proof: Proof, about: About
) -> Iterator[AuditRecord]:
    rows = rows_of(lines_in(member, proof.path.name))
    proof.rows[label] = proof.rows.get(label, 0) + len(rows)
    if label not in (_TRAIL, *_NAMING):
        return
    [table] = [one for one in about.tables if one.label == label]
    if label in _NAMING:
        place = table.columns.index("sha256")
        proof.captures.update(row[place] for row in rows)
        return
    for row in rows:
        yield _record(dict(zip(table.columns, row, strict=True)))


def _record(line: dict[str, Any]) -> AuditRecord:
    line["at"] = parse_datetime(line["at"])
    for name in ("touched", "details"):
        line[name] = json.loads(line[name])
    return AuditRecord(**line)


def _check_original(member: Member, proof: Proof) -> None:
    sha256 = member.name.removeprefix("originals/").removesuffix(".gz")
    raw = lines_in(member, proof.path.name)
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise proof.damaged(f"was changed in {member.name}")
    proof.originals.add(sha256)


def _compare(proof: Proof, manifest: Manifest) -> None:
    for name, sha256 in manifest.members.items():
        found = proof.hashes.pop(name, None)
        if found != sha256:
            problem = "lacks" if found is None else "was changed in"
            raise proof.damaged(f"{problem} {name}")
    if proof.hashes:
        raise proof.damaged(f"has too much: {min(proof.hashes)}")
    counted = {label: count for label, count in manifest.rows.items() if count}
    if counted != proof.rows:
        raise proof.damaged("holds other counts of rows than it says")
    missing = proof.captures - proof.originals - set(manifest.lost)
    if missing or len(proof.originals) != manifest.originals:
        which = min(missing, default="")
        raise proof.damaged(
            f"lacks originals/{which}.gz" if which else "has other originals"
        )
