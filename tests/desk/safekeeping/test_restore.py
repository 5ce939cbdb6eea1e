"""What a restore refuses, and what is left when it is broken off: nothing, and it says so."""

import gzip
import hashlib
import json

import pytest

from marsad.desk.safekeeping.contents import ABOUT, MANIFEST
from marsad.desk.safekeeping.sealed import SealedFile, members_of

pytestmark = pytest.mark.one_database
KILLED = """
import os, signal, sys
from pathlib import Path
from marsad.desk.safekeeping import restore
from marsad.desk.safekeeping.proof import prove
proven = prove(Path({path!r}))
apps = restore.lay_out(proven.about)
at = []
def advance(count):
    at.append(count)
    if len(at) == {after}:
        os.kill(os.getpid(), signal.SIGKILL)
restore.load(proven, apps, advance=advance)
os.kill(os.getpid(), signal.SIGKILL)
"""
COUNT = """
from marsad.desk.documents.models import Document
from marsad.desk.safekeeping import unfinished
print(json.dumps([Document.objects.count(), unfinished.stage()]))
"""


def rewritten(path, target, change):
    """A backup with other members, well sealed all the same."""
    with SealedFile(target) as file:
        for member in members_of(path):
            name, raw = change(member.name, member.raw)
            if name:
                file.add(name, raw)
        file.seal()
    return target


def refused(site, path, *words):
    told = site.marsad("restore", path, *words)
    assert told.returncode == 1, told.stdout
    assert "Traceback" not in told.stderr, told.stderr
    # Nobody was ever in it.
    assert not (site.folder / "search").exists()
    return told.stderr


def test_a_site_in_which_somebody_worked_is_never_touched(kept, seeded):
    assert "there is a site here already" in refused_at(seeded, kept)


def refused_at(site, path):
    told = site.marsad("restore", path)
    assert told.returncode == 1
    return told.stderr


def test_one_changed_byte_is_found_and_its_member_named(kept, empty, tmp_path):
    raw = bytearray(kept.read_bytes())
    place = raw.index(b"tables/register.finding/000001") + 512 + 700
    raw[place] ^= 1
    changed = tmp_path / "changed.marsad"
    changed.write_bytes(raw)
    assert "was changed in tables/register.finding/000001" in refused(empty, changed)


def test_a_file_that_is_cut_short_is_refused_with_the_member(kept, empty, tmp_path):
    short = tmp_path / "short.marsad"
    raw = kept.read_bytes()
    short.write_bytes(raw[: raw.index(b"tables/register.finding/000001") + 5000])
    assert "is cut short in tables/register.finding" in refused(empty, short)


def test_a_file_of_a_newer_marsad_is_refused_with_its_version(kept, empty, tmp_path):
    def newer(name, raw):
        if name != ABOUT:
            return name, raw
        return name, json.dumps(
            json.loads(raw) | {"format": 9, "marsad": "7.0"}
        ).encode()

    file = rewritten(kept, tmp_path / "newer.marsad", newer)
    assert "was made by Marsad 7.0" in refused(empty, file)


def test_a_file_with_steps_that_are_unknown_here_is_a_newer_one(kept, empty, tmp_path):
    def newer(name, raw):
        if name != ABOUT:
            return name, raw
        said = json.loads(raw)
        said["migrations"].append(["register", "0999_more"])
        return name, json.dumps(said | {"marsad": "7.1"}).encode()

    file = rewritten(kept, tmp_path / "newer.marsad", newer)
    assert "was made by Marsad 7.1" in refused(empty, file)


# A step on which no other app's steps rest, and which changes no column.
STEP = ["commitments", "0002_protection"]
LAID_OUT = """
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
with connection.cursor() as cursor:
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    found = {row[0] for row in cursor.fetchall()}
steps = MigrationRecorder(connection).applied_migrations()
print(json.dumps(["commitments_outcome_no_update" in found, ("commitments", "0002_protection") in steps]))
"""


def test_a_file_of_an_older_marsad_is_brought_up_to_date(kept, nothing, tmp_path):
    about = []

    def older(name, raw):
        if name == ABOUT:
            said = json.loads(raw)
            said["migrations"].remove(STEP)
            raw = json.dumps(said).encode()
            about.append(hashlib.sha256(raw).hexdigest())
        if name == MANIFEST:
            said = json.loads(raw)
            said["members"][ABOUT] = about[0]
            raw = json.dumps(said).encode()
        return name, raw

    file = rewritten(kept, tmp_path / "older.marsad", older)
    told = nothing.marsad("restore", file)
    assert told.returncode == 0, told.stderr
    assert nothing.ask(LAID_OUT) == [True, True]
    assert nothing.marsad("audit", "verify").returncode == 0


def test_a_member_that_was_taken_out_is_missed(kept, empty, tmp_path):
    def without(name, raw):
        return ("" if name.startswith("tables/register.entry/") else name), raw

    file = rewritten(kept, tmp_path / "less.marsad", without)
    assert "lacks tables/register.entry/000001" in refused(empty, file)


def test_an_original_that_was_taken_out_is_missed(kept, empty, tmp_path):
    taken = [one.name for one in members_of(kept) if one.name.startswith("originals/")]

    def without(name, raw):
        return ("" if name == taken[0] else name), raw

    file = rewritten(kept, tmp_path / "less.marsad", without)
    assert f"lacks {taken[0]}" in refused(empty, file)


def test_a_trail_that_somebody_wrote_anew_is_refused(kept, empty, tmp_path):
    """All hashes of the file hold; the chain does not."""
    hashes = {}

    def forged(name, raw):
        if name.startswith("tables/safeguards.auditrecord/"):
            lines = gzip.decompress(raw).replace(b"it is a title", b"it is no title")
            raw = gzip.compress(lines, 3, mtime=0)
            hashes[name] = raw
        if name == MANIFEST:
            said = json.loads(raw)
            for one, held in hashes.items():
                said["members"][one] = hashlib.sha256(held).hexdigest()
            raw = json.dumps(said).encode()
        return name, raw

    file = rewritten(kept, tmp_path / "forged.marsad", forged)
    assert "was changed after it was written" in refused(empty, file)


def test_a_file_that_is_not_there_is_named(empty, tmp_path):
    assert "No such file" in refused(empty, tmp_path / "nothing.marsad")


@pytest.mark.parametrize(
    ("after", "stage"),
    [
        pytest.param(20, 0, id="in the middle"),
        pytest.param(10**6, 1, id="when all rows are in"),
    ],
)
def test_a_killed_restore_says_so_and_can_be_done_again(kept, empty, after, stage):
    script = KILLED.format(path=str(kept), after=after)
    told = empty.python("-c", f"import django; django.setup()\n{script}")
    assert told.returncode == -9, told.stderr
    documents, found = empty.ask(COUNT)
    assert found == stage
    # All or nothing.
    assert bool(documents) == bool(stage)
    verified = empty.marsad("audit", "verify")
    assert verified.returncode == 1
    assert "its restore was broken off" in verified.stderr
    again = empty.marsad("restore", kept)
    assert again.returncode == 0, again.stderr
    assert empty.ask(COUNT)[1] is None
    assert empty.marsad("audit", "verify").returncode == 0
