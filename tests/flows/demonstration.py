"""The demonstration as a process of its own, started as a newcomer starts it."""

import contextlib
import os
import socket
import subprocess
import sys

from desk.seeding import ROOT


@contextlib.contextmanager
def demonstration(folder):
    """The demonstration as a process of its own: what it said, and where it answers."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MARSAD_", "DJANGO_"))
    }
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "marsad.cli.main",
            "demo",
            "--out",
            str(folder),
            "--port",
            str(port),
        ],
        cwd=ROOT,
        env=clean | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        text=True,
    )
    told = {}
    try:
        for line in process.stdout:
            name, _, said = line.strip().partition(": ")
            told[name] = said
            if name == "data":
                break
        assert process.poll() is None, told
        yield f"http://127.0.0.1:{port}", told
    finally:
        process.terminate()
        process.wait(60)
        process.stdout.close()
