"""The demonstration as a process of its own, started as a newcomer starts it."""

import contextlib
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from desk.browser import free_port
from desk.seeding import ROOT

_STARTS_WITHIN_SECONDS = 240


@dataclass(frozen=True)
class Made:
    """A demonstration that was made from nothing: its folder, and what it said."""

    folder: Path
    told: dict


def made(folder):
    """A demonstration that was begun from nothing, answered, and was ended."""
    told = {}
    words = "demo", "--out", str(folder), "--port", str(free_port())
    with _running(*words) as process:
        for line in process.stdout:
            name, _, said = line.strip().partition(": ")
            told[name] = said
            if name == "data":
                break
        assert process.poll() is None, told
        _wait_for(told["open"].split()[0])
    return Made(folder, told)


@contextlib.contextmanager
def demonstration(begun, folder, **settings):
    """A copy of a made demonstration, served: where it answers."""
    shutil.copytree(begun.folder / "site", folder)
    port = free_port()
    with _running(
        *("serve", "--workers", "1", "--port", str(port)),
        MARSAD_DATA=str(folder),
        **settings,
    ):
        url = f"http://127.0.0.1:{port}/"
        _wait_for(url)
        yield url.rstrip("/")


@contextlib.contextmanager
def _running(*words, **more):
    ours = ("MARSAD_", "DJANGO_")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    # As the demonstration runs it: the second factor is offered and not asked for.
    own = {"PYTHONPATH": str(ROOT / "src"), "MARSAD_SECOND_FACTOR": "offered"}
    process = subprocess.Popen(
        [sys.executable, "-m", "marsad.cli.main", *words],
        cwd=ROOT,
        env=clean | own | more,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)
        process.stdout.close()


def _wait_for(url):
    until = time.monotonic() + _STARTS_WITHIN_SECONDS
    while True:
        try:
            urllib.request.urlopen(f"{url}sign-in/", timeout=5).close()  # noqa: S310 (our own)
        except OSError:
            assert time.monotonic() < until, f"{url} does not answer"
            time.sleep(0.2)
        else:
            return
