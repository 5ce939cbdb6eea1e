"""The worker: keeps a few pairs of hands at work, and starts those anew that died.

1. What tasks need is loaded once; each pair of hands is a fork of this process, so
   that a new one stands ready at once.
2. A pair of hands that dies leaves its task to whoever finds its lock free.
"""

import argparse
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from importlib import import_module
from typing import Final, cast

from django.conf import settings
from django.db import connections

# What a pair of hands has in hand when it is told to stop may take so long.
_PATIENCE_SECONDS: Final = 30.0
_LOOK_SECONDS: Final = 0.05
# Hands that die sooner than this are not started again at once.
_SHORT_LIFE_SECONDS: Final = 0.5


def main(arguments: Sequence[str] | None = None) -> int:
    """Work until a signal says stop."""
    grammar = argparse.ArgumentParser(description=__doc__)
    grammar.add_argument("--hands", type=int, default=1, metavar="N")
    chosen = grammar.parse_args(arguments)
    _open_site()
    keeper = Keeper(max(1, chosen.hands))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, keeper.stop)
    keeper.run()
    return 0


def _open_site() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")
    import django  # noqa: PLC0415 (the settings come first)

    django.setup()


class Keeper:
    """The process that starts hands, and starts them anew."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._hands: dict[int, float] = {}
        self._stopping = False

    def stop(self, *_: object) -> None:
        """Let all hands finish what they are at."""
        self._stopping = True

    def run(self) -> None:
        """Keep the hands at work until told to stop."""
        schedule = import_module(settings.SCHEDULE)
        schedule.warm()
        # A connection belongs to one process: each pair of hands opens its own.
        connections.close_all()
        while not self._stopping:
            while len(self._hands) < self._count:
                self._start(schedule)
            self._miss_the_dead()
            time.sleep(_LOOK_SECONDS)
        self._end()

    def _start(self, schedule: object) -> None:
        keeper, pid = os.getpid(), os.fork()
        if pid == 0:
            _work(schedule, keeper)
        self._hands[pid] = time.monotonic()

    def _miss_the_dead(self) -> None:
        for pid, since in list(self._hands.items()):
            if os.waitpid(pid, os.WNOHANG)[0]:
                del self._hands[pid]
                if time.monotonic() - since < _SHORT_LIFE_SECONDS:
                    time.sleep(_SHORT_LIFE_SECONDS)

    def _end(self) -> None:
        for pid in self._hands:
            os.kill(pid, signal.SIGTERM)
        end = time.monotonic() + _PATIENCE_SECONDS
        while self._hands and time.monotonic() < end:
            self._miss_the_dead()
            time.sleep(_LOOK_SECONDS)
        for pid in self._hands:
            os.kill(pid, signal.SIGKILL)


def _work(schedule: object, keeper: int) -> None:
    """Be a pair of hands, then end this process whatever happened."""
    from marsad.desk.work.hands import Hands, Schedule  # noqa: PLC0415 (after setup)

    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    status = 1
    try:
        Hands(cast(Schedule, schedule), stopping, keeper=keeper).run()
        status = 0
    finally:
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
