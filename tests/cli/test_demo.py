import contextlib
import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desk.laid_out import lay_out
from marsad.cli import demo
from marsad.errors import Refused


def test_the_samples_are_found_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert demo.samples().is_dir()


def test_without_a_checkout_the_way_out_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(demo.marsad, "__file__", str(tmp_path / "a" / "b" / "c.py"))

    with pytest.raises(Refused, match="marsad pack with reports of your own"):
        demo.samples()


def test_another_port_is_taken_where_somebody_has_the_one_wanted():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert demo.free_port(port) != port


def counts(folder):
    tables = (
        "documents_document",
        "register_finding",
        "register_entry",
        "safeguards_person",
        "posts_post",
        "cases_case",
    )
    with contextlib.closing(sqlite3.connect(folder / "marsad.sqlite3")) as site:
        return {
            name: site.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in tables
        }


def told_by_demo(folder):
    """What the demonstration says, run as a person runs it beside a site of their own."""
    clean = {
        k: v for k, v in os.environ.items() if not k.startswith(("MARSAD_", "DJANGO_"))
    }
    own = {
        "MARSAD_DATABASE_URL": f"sqlite:///{folder}/own.sqlite3",
        "MARSAD_DATA": str(folder / "own"),
    }
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "marsad.cli.main",
            "demo",
            "--out",
            "shown",
            "--no-serve",
        ],
        cwd=folder,
        env=clean | own,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    lines = (line.split(": ", 1) for line in result.stdout.splitlines() if ": " in line)
    return dict(lines) | counts(folder / "shown" / "site")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    # From nothing it is made for the journeys of newcomers.
    lay_out(folder / "shown" / "site")
    return folder


@pytest.fixture(scope="module")
def told(folder):
    """Two demonstrations, one after the other in one folder."""
    return [told_by_demo(folder), told_by_demo(folder)]


def test_the_demo_ends_with_a_pack_and_a_sign_in(told, folder):
    first, _ = told

    assert Path(first["pack"]) == folder / "shown" / "pack"
    assert Path(first["page"].removeprefix("file://")).is_file()
    assert len(list((folder / "shown" / "readings").glob("*.json"))) == 12
    assert first["sign in"] == "demo"
    assert first["to release"] == "release"
    assert len(first["password"]) >= 15


def test_the_demo_begins_a_register(told):
    assert told[0]["documents_document"] == 12
    assert told[0]["register_entry"] > 10


def test_a_second_demo_adds_nothing_twice_and_gives_a_new_password(told):
    first, second = told
    changed = {name for name in first if first[name] != second[name]}

    readers = {f"to read cases as reader{number}" for number in (1, 2, 3)}
    assert changed == {"password", "its password", *readers}


def test_the_demo_puts_known_content_before_readers(told):
    assert told[0]["posts_post"] > 500
    assert told[0]["cases_case"] >= 3


def test_the_demo_never_touches_a_site_of_somebodys_own(told, folder):
    assert not (folder / "own.sqlite3").exists()
    assert not (folder / "own").exists()
