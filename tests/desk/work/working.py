"""A real worker process beside a test, on the test's own database."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def database_url():
    """Where the test's own database is, as another process is told."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{said['NAME']}"
    who = f"{quote(said['USER'])}:{quote(said['PASSWORD'])}" if said["USER"] else ""
    host = quote(said["HOST"] or "", safe="")
    return f"postgres://{who}@{host}:{said['PORT'] or 5432}/{said['NAME']}"


def environment(folder, **more):
    """What another process must know to be of the test's site."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "marsad.desk.settings",
        "MARSAD_DATA": str(folder),
        "MARSAD_DATABASE_URL": database_url(),
        "MARSAD_CONTENT_STORE": str(settings.CONTENT_STORE),
        "MARSAD_SEARCH_INDEX": str(folder / "search"),
        **more,
    }


class WorkerProcess:
    """The worker's keeper, whose hands can be found and killed."""

    def __init__(self, folder, *, hands=1, **more):
        self._arguments = [
            sys.executable,
            "-m",
            "marsad.desk.work.worker",
            "--hands",
            str(hands),
        ]
        self._environment = environment(folder, **more)
        self.start()

    def start(self):
        self.process = subprocess.Popen(self._arguments, env=self._environment)

    def hands(self):
        """The process ids of the hands; none while they are not up."""
        pid = self.process.pid
        with contextlib.suppress(FileNotFoundError):
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
            return [int(one) for one in children.split()]
        return []

    def kill_hands(self):
        """Kill a pair of hands as the kernel does when memory is gone."""
        deadline = time.monotonic() + 20
        while not (hands := self.hands()):
            assert time.monotonic() < deadline, "the worker never had hands"
            time.sleep(0.01)
        os.kill(hands[0], signal.SIGKILL)
        return hands[0]

    def kill_all(self):
        """Kill keeper and hands alike."""
        hands = self.hands()
        self.process.kill()
        self.process.wait()
        for pid in hands:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def stop(self):
        """Tell it to stop, as a person would."""
        self.process.terminate()
        return self.process.wait(40)
