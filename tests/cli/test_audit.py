import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys

import pytest

from desk.laid_out import lay_out

PEOPLE = (
    ("huda", "director", "red"),
    ("lina", "analyst", "amber"),
    ("نادية", "auditor", "red"),
)


def environment(data):
    clean = {k: v for k, v in os.environ.items() if not k.startswith("MARSAD_")}
    clean.pop("DJANGO_SETTINGS_MODULE", None)
    return clean | {"MARSAD_DATA": str(data), "PYTHONUTF8": "1"}


def marsad(data, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "marsad.cli.main", *arguments],
        env=environment(data),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A fresh site whose first accounts were opened from the command line."""
    data = lay_out(tmp_path_factory.mktemp("site") / "data")
    for name, group, clearance in PEOPLE:
        done = marsad(
            data, "people", "add", name, "--group", group, "--clearance", clearance
        )
        assert done.returncode == 0, done.stderr
        assert re.search(r"first password  ([a-z0-9]{4}-){4}[a-z0-9]{4}\n", done.stdout)
    return data


@pytest.fixture
def site(begun, tmp_path):
    """A copy of it, with nothing between the trail and who has the file."""
    data = tmp_path / "data"
    shutil.copytree(begun, data)
    return unprotected(data)


def unprotected(data):
    with sqlite3.connect(data / "marsad.sqlite3") as rows:
        for event in ("update", "delete"):
            rows.execute(f"DROP TRIGGER safeguards_auditrecord_no_{event}")
        rows.commit()
        rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rows.close()
    return data


def change(data, sql, *values):
    with sqlite3.connect(data / "marsad.sqlite3") as rows:
        # Somebody with the file in hand is stopped by nothing that stands in it.
        rows.execute("PRAGMA ignore_check_constraints = ON")
        rows.execute(sql, values)
    rows.close()


def head_of(data):
    done = marsad(data, "audit", "verify")
    return re.search(r"(\d+) lines, head ([0-9a-f]{64})", done.stdout).groups()


def test_people_opened_from_the_command_line_are_acts(begun):
    done = marsad(begun, "audit", "export")

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["act"] for line in lines[:3]] == ["people.add"] * 3
    assert {line["by"] for line in lines} == {"command line"}
    assert lines[0]["details"]["clearance"] == "TLP:RED"


def test_a_whole_chain_is_said_to_be_whole(site):
    done = marsad(site, "audit", "verify")

    assert done.returncode == 0
    assert re.match(r"the chain is whole: \d+ lines, head [0-9a-f]{64}\n", done.stdout)


CHANGES = {
    "a letter of the reason": "UPDATE safeguards_auditrecord SET because = because || '.' WHERE number = 2",
    "who did it": "UPDATE safeguards_auditrecord SET \"by\" = 'Lina (lina)' WHERE number = 2",
    "the outcome": "UPDATE safeguards_auditrecord SET outcome = 'refused' WHERE number = 2",
    "a space that changes no value": "UPDATE safeguards_auditrecord SET details = replace(details, ': ', ':') WHERE number = 2",
    "details that are no JSON any more": "UPDATE safeguards_auditrecord SET details = substr(details, 2) WHERE number = 2",
    "the same moment, written differently": "UPDATE safeguards_auditrecord SET at = replace(at, ' ', 'T') WHERE number = 2",
    "a moment that is none": "UPDATE safeguards_auditrecord SET at = 'never' WHERE number = 2",
    "bytes that are no text": "UPDATE safeguards_auditrecord SET because = CAST(X'FF41' AS TEXT) WHERE number = 2",
    "the hash itself": "UPDATE safeguards_auditrecord SET hash = upper(hash) WHERE number = 2",
    "a person for a machine": "UPDATE safeguards_auditrecord SET person_id = 1 WHERE number = 2",
    "a line taken out": "DELETE FROM safeguards_auditrecord WHERE number = 2",
}

# In one process, since a hundred would take minutes: check each file in turn.
_CHECK_EACH = """
import json, sys
from marsad.cli.desk_setup import open_desk
open_desk()
from django.db import connection
from marsad.desk.safeguards import stored_trail
for path in sys.argv[1:]:
    connection.close()
    connection.settings_dict["NAME"] = path
    found = stored_trail.check().verified
    print(json.dumps([found.fault, found.count]))
"""


def check_each(data, paths):
    """What a check finds in each of some database files."""
    said = subprocess.run(
        [sys.executable, "-c", _CHECK_EACH, *map(str, paths)],
        env=environment(data),
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in said.stdout.splitlines()]


@pytest.fixture(scope="module")
def found(begun, tmp_path_factory):
    """What a check finds after each change that somebody made behind the triggers."""
    folder = tmp_path_factory.mktemp("changed")
    paths = []
    for number, sql in enumerate(CHANGES.values()):
        data = folder / str(number)
        shutil.copytree(begun, data)
        unprotected(data)
        change(data, sql)
        paths.append(data / "marsad.sqlite3")
    return dict(zip(CHANGES, check_each(begun, paths), strict=True))


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_behind_the_triggers_is_found(found, name):
    fault, count = found[name]

    assert fault is not None
    assert "line 2" in fault
    assert count == 2


def test_the_command_names_the_line_and_ends_with_one(site):
    change(site, CHANGES["a letter of the reason"])

    done = marsad(site, "audit", "verify")

    assert done.returncode == 1
    assert "line 2 was changed after it was written" in done.stderr
    assert "holds up to line 1" in done.stdout


def test_a_changed_bit_anywhere_in_the_lines_is_found(site, tmp_path):
    path = site / "marsad.sqlite3"
    written = path.read_bytes()
    with sqlite3.connect(path) as rows:
        [page] = rows.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'safeguards_auditrecord'"
        ).fetchone()
        [size] = rows.execute("PRAGMA page_size").fetchone()
    rows.close()
    page = (page - 1) * size
    # SQLite's file format, section 1.6: bytes 5 and 6 say where the rows begin.
    begin = int.from_bytes(written[page + 5 : page + 7], "big")
    chosen = random.Random(1).sample(range(begin, size), 60)  # noqa: S311 (a sample)
    paths = []
    for place in chosen:
        changed = bytearray(written)
        changed[page + place] ^= 1 << place % 8
        paths.append(tmp_path / f"{place}.sqlite3")
        paths[-1].write_bytes(changed)

    missed = [
        place
        for place, (fault, _) in zip(chosen, check_each(site, paths), strict=True)
        if fault is None
    ]

    assert missed == []


def test_one_changed_byte_of_the_file_is_found(site):
    path = site / "marsad.sqlite3"
    written = bytearray(path.read_bytes())
    reason = written.rindex(b"at the command line")
    written[reason] ^= 0x01
    path.write_bytes(written)

    done = marsad(site, "audit", "verify")

    assert done.returncode == 1
    assert re.search(r"line \d+", done.stderr)


def test_lines_cut_off_at_the_end_are_found_by_a_head_that_was_noted(site):
    count, head = head_of(site)
    change(site, "DELETE FROM safeguards_auditrecord WHERE number = ?", int(count))

    alone = marsad(site, "audit", "verify")
    noted = marsad(site, "audit", "verify", "--head", head)

    assert alone.returncode == 0
    assert noted.returncode == 1
    assert "stands nowhere in the chain" in noted.stderr


def test_a_noted_head_still_stands_when_the_trail_has_grown(site):
    count, head = head_of(site)
    marsad(site, "people", "reset", "LINA")

    done = marsad(site, "audit", "verify", "--head", head.upper())

    assert done.returncode == 0
    assert f"stands at line {count}" in done.stdout


def test_the_trail_goes_to_a_file_of_its_owner_alone(site, tmp_path):
    out = tmp_path / "trail.csv"

    done = marsad(site, "audit", "export", "--format", "csv", "--out", str(out))

    assert done.returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfnumber,")
    assert out.stat().st_mode & 0o077 == 0


def test_a_folder_without_a_site_is_told_so(tmp_path):
    done = marsad(tmp_path / "empty", "audit", "verify")

    assert done.returncode == 1
    assert "there is no database; begin one" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "noted", ["abc", "z" * 64, ""], ids=["too short", "other letters", "nothing"]
)
def test_a_head_that_is_no_hash_is_misuse(begun, noted):
    assert marsad(begun, "audit", "verify", "--head", noted).returncode == 2
