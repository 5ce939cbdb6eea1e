"""The server that the tests start for themselves, and what is left of it: nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desk import with_postgres

TOOL = Path(__file__).parent / "with_postgres.py"
SAY_WHERE = "import os, sys; print(os.environ['MARSAD_DATABASE_URL'], flush=True)"


@pytest.fixture(autouse=True)
def where_there_is_postgres():
    if with_postgres.find_programs() is None:
        pytest.skip("NO POSTGRESQL: install it, or run .ci/postgres")


def run(script):
    # A short path: the name of a socket has room for 107 letters.
    environment = os.environ | {"TMPDIR": "/tmp"}  # noqa: S108
    return subprocess.Popen(
        [sys.executable, TOOL, sys.executable, "-c", script],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def folder_of(url):
    return Path(url.split("@")[1].split("/")[0].replace("%2F", "/"))


def test_it_ends_as_the_command_ended_and_leaves_nothing():
    tool = run(f"{SAY_WHERE}; sys.exit(3)")
    told, _ = tool.communicate(timeout=60)
    assert tool.returncode == 3
    assert not folder_of(told.strip()).exists()


def test_a_soft_end_from_outside_stops_the_server_too():
    tool = run(f"{SAY_WHERE}; import time; time.sleep(60)")
    folder = folder_of(tool.stdout.readline().strip())
    server = int((folder / "rows" / "postmaster.pid").read_text().split()[0])
    tool.send_signal(signal.SIGTERM)
    tool.communicate(timeout=60)
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)


def test_without_a_server_it_says_so_aloud_and_does_not_fail(monkeypatch, capsys):
    monkeypatch.setattr(with_postgres, "find_programs", lambda: None)
    assert with_postgres.main(["false"]) == 0
    assert "NOT tested" in capsys.readouterr().err
