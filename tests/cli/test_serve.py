"""Site and worker run together: they start, come back, end, and say what is wrong."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from desk.browser import free_port
from desk.laid_out import lay_out
from marsad.cli import main

pytest.importorskip("django")


def environment(folder, **more):
    ours = ("MARSAD_", "DJANGO_")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return clean | {"MARSAD_DATA": str(folder), **more}


def children_of(pid):
    return [
        int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    ]


def answers(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/") as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError):
        return False


def wait_until(holds, seconds=120):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.2)


def test_site_and_worker_start_come_back_and_end(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "marsad.cli.main", "serve", "--workers", "1"]
    served = subprocess.Popen(
        [*command, "--port", str(port)],
        env=environment(lay_out(tmp_path / "site")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_until(lambda: answers(port))
        before = children_of(served.pid)
        assert len(before) == 2
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: len(set(children_of(served.pid)) - set(before)) == 2)
        wait_until(lambda: answers(port))
    finally:
        served.terminate()
        told, warned = served.communicate(timeout=120)

    assert served.returncode == 0
    assert f"open: http://127.0.0.1:{port}/" in told
    assert "the worker ended (-9), started again" in warned
    assert not answers(port)


@pytest.fixture
def say(tmp_path):
    def run(*words, **more):
        ended = subprocess.run(
            [sys.executable, "-m", "marsad.cli.main", *words],
            env=environment(tmp_path, **more),
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in ended.stderr
        return ended

    return run


def test_a_port_that_is_taken_is_told(say):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        ended = say("serve", "--port", str(port))

    assert ended.returncode == 1
    assert f"127.0.0.1:{port}: cannot be answered at" in ended.stderr
    assert "--port" in ended.stderr


def test_a_folder_that_cannot_be_written_to_is_told(say, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")

    ended = say("serve", "--port", str(free_port()), MARSAD_DATA=str(blocked))

    assert ended.returncode == 1
    assert "MARSAD_DATA" in ended.stderr


def test_a_database_that_does_not_answer_is_told(say):
    ended = say(
        *("serve", "--port", str(free_port())),
        MARSAD_DATABASE_URL=f"postgres://nobody@127.0.0.1:{free_port()}/marsad",
    )

    assert ended.returncode == 1
    assert "the database: cannot be opened" in ended.stderr


def test_site_and_worker_are_not_both_left_out(capsys):
    with pytest.raises(SystemExit) as misused:
        main.main(["serve", "--no-worker", "--worker-only"])

    assert misused.value.code == 2
    assert "not allowed with" in capsys.readouterr().err
