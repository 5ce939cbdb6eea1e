"""The demonstration as a process of its own, started as a newcomer starts it."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys

from desk.seeding import ROOT


def made(folder):
    """A demonstration that was begun from nothing and ended, to begin others from."""
    words = [sys.executable, "-m", "marsad.cli.main", "demo", "--no-serve", "--out"]
    subprocess.run(
        [*words, str(folder)],
        cwd=ROOT,
        env=_environment(),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder


def _environment():
    ours = ("MARSAD_", "DJANGO_")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return clean | {"PYTHONPATH": str(ROOT / "src")}


@contextlib.contextmanager
def demonstration(begun, folder):
    """A made demonstration started once more: what it said, and where it answers."""
    shutil.copytree(begun, folder)
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
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
        env=_environment(),
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
