"""Run the desk: the site and its worker, together, until Ctrl-C."""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from marsad.cli.inputs import at_least_one
from marsad.errors import Refused

PORT: Final = 8014
_HOST: Final = "127.0.0.1"
_LOOK_SECONDS: Final = 0.2
# The worker finishes the task in hand; a page that is asked is answered.
_PATIENCE_SECONDS: Final = 35.0
# A child that dies at once is not started in a circle as fast as the machine can.
_PAUSE_SECONDS: Final = 1.0
# Less room than this, and the first report does not fit any more.
_FEWEST_BYTES: Final = 32 * 2**20
# Two threads a process: with more they wait for one another's turn at the interpreter
# and a page costs twice the processor. Processes run side by side instead; with four a
# processor, eight readers seldom meet in one (docs/speed.md has the figures).
_THREADS: Final = 2
_PROCESSES_PER_PROCESSOR: Final = 4
_MOST_PROCESSORS: Final = 8


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad serve`."""
    grammar.add_argument(
        "--port", type=int, default=PORT, metavar="N", help="the port of the site"
    )
    grammar.add_argument(
        "--host",
        default=_HOST,
        metavar="ADDRESS",
        help="the address to answer at: this machine alone, unless you name another",
    )
    grammar.add_argument(
        "--workers",
        type=at_least_one,
        default=_PROCESSES_PER_PROCESSOR * min(_MOST_PROCESSORS, os.cpu_count() or 1),
        metavar="N",
        help="processes that answer pages (four for each processor, at most 32)",
    )
    which = grammar.add_mutually_exclusive_group()
    which.add_argument(
        "--no-worker", action="store_true", help="the site alone, no reading"
    )
    which.add_argument(
        "--worker-only", action="store_true", help="the worker alone, no site"
    )


def run(chosen: argparse.Namespace) -> int:
    """Make the database ready, start site and worker, and keep them running."""
    if not chosen.worker_only:
        _require_free(chosen.host, chosen.port)
        # Letters and feeds name the site as it can be reached, until somebody says how.
        os.environ.setdefault("MARSAD_ADDRESS", f"http://localhost:{chosen.port}")
    _open()
    children = []
    if not chosen.worker_only:
        children.append(Child("the site", site_command(chosen)))
    if not chosen.no_worker:
        children.append(Child("the worker", worker_command()))
    if not chosen.worker_only:
        print(f"open: http://{_shown(chosen.host)}:{chosen.port}/ (Ctrl-C ends)")
    print(f"data: {data_folder()}", flush=True)
    return Keeper(children).run()


def data_folder() -> Path:
    """The folder in which the desk keeps everything."""
    return Path(os.environ.get("MARSAD_DATA", "marsad-data")).resolve()


def site_command(chosen: argparse.Namespace) -> list[str]:
    """How the site is started."""
    return [
        *(sys.executable, "-m", "gunicorn", "marsad.desk.wsgi:application"),
        *("--bind", f"{_shown(chosen.host)}:{chosen.port}"),
        *("--worker-class", "gthread", "--threads", str(_THREADS)),
        *("--workers", str(chosen.workers), "--log-level", "warning"),
        # Loaded once: the processes share what does not change.
        "--preload",
        *("--timeout", "120", "--graceful-timeout", "20", "--no-control-socket"),
    ]


def worker_command() -> list[str]:
    """How the worker is started."""
    return [sys.executable, "-m", "marsad.desk.work.worker"]


@dataclass(slots=True)
class Child:
    """A process that is started again when it dies."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = field(default=0.0)

    def start(self) -> None:
        """Start it, in a group of its own: Ctrl-C reaches it through us alone."""
        self.process = subprocess.Popen(self.command, start_new_session=True)
        self.started = time.monotonic()

    def revive(self) -> None:
        """Start it again if it has died."""
        if self.process is None or self.process.poll() is None:
            return
        status = self.process.returncode
        print(f"marsad: {self.name} ended ({status}), started again", file=sys.stderr)
        if time.monotonic() - self.started < _PAUSE_SECONDS:
            time.sleep(_PAUSE_SECONDS)
        self.start()

    def end(self, deadline: float) -> None:
        """Wait for its own end; after the deadline end it."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Keeper:
    """Keeps children running until a signal says stop."""

    def __init__(self, children: Sequence[Child]) -> None:
        self._children = children
        self._stopping = False

    def stop(self, *_: object) -> None:
        """Say that it is time to end."""
        self._stopping = True

    def run(self) -> int:
        """Start all, revive those that die, end all."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.stop)
        for child in self._children:
            child.start()
        while not self._stopping:
            time.sleep(_LOOK_SECONDS)
            self._revive()
        self._end()
        print("marsad: ended", file=sys.stderr)
        return 0

    def _revive(self) -> None:
        for child in self._children:
            if not self._stopping:
                child.revive()

    def _end(self) -> None:
        for child in self._children:
            if child.process is not None:
                child.process.terminate()
        deadline = time.monotonic() + _PATIENCE_SECONDS
        for child in self._children:
            child.end(deadline)


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the server does it: a port that was left a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            problem = f"cannot be answered at ({_reason(error)})"
            way_out = "end what answers there, or name another with --port or --host"
            raise Refused(f"{host}:{port}", problem, way_out) from None


def _open() -> None:
    _require_room(data_folder())
    from marsad.cli.desk_setup import open_desk

    open_desk(migrate=True)


def _require_room(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"room")
            file.flush()
    except OSError as error:
        way_out = "make it writable, or name another folder in MARSAD_DATA"
        raise Refused(
            str(folder), f"cannot be written to ({_reason(error)})", way_out
        ) from None
    if shutil.disk_usage(folder).free < _FEWEST_BYTES:
        problem = f"has less than {_FEWEST_BYTES // 2**20} MB of room"
        raise Refused(str(folder), problem, "free some space")


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
