"""A pair of hands: take one task after another, and never fall over one of them."""

import errno
import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol

from django.db import (
    InterfaceError,
    OperationalError,
    close_old_connections,
    connection,
)
from django_tasks.base import Task

from marsad.desk.work.claim import claim
from marsad.desk.work.finish import fail, put_back, sentence, succeed
from marsad.desk.work.leases import Leases, leases
from marsad.desk.work.models import Ticket
from marsad.desk.work.reclaim import reclaim
from marsad.errors import MarsadError

log = logging.getLogger(__name__)

_IDLE_SECONDS: Final = 0.5
_RECLAIM_SECONDS: Final = 1.0
# Until a lock is free again, or somebody made room on the disk.
_TROUBLE_SECONDS: Final = 5.0
_A_DAY_SECONDS: Final = 24 * 3600.0
_FOLLOWING: Final = "followers"
_OF_THE_DISK: Final = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)
)
# What SQLite says when the fault is not in what it was asked.
_OF_THE_SITE: Final = (
    "locked",
    "full",
    "I/O",
    "readonly",
    "unable to open",
    "malformed",
)


class Schedule(Protocol):
    """All that the site does by itself; it stands above everything that it runs."""

    TASKS: tuple[Task[Any, Any], ...]
    FOLLOWERS: tuple[Callable[[], int], ...]
    DAILY: tuple[Callable[[], object], ...]

    def warm(self) -> None:
        """Load what tasks need, once for all the hands."""
        ...


class Hands:
    """One worker process: it does tasks, and now and then what else is due."""

    def __init__(
        self, schedule: Schedule, stopping: threading.Event, *, keeper: int = 0
    ) -> None:
        self._schedule = schedule
        self._stopping = stopping
        self._keeper = keeper
        self._tasks = {task.module_path: task for task in schedule.TASKS}
        self._leases: Leases = leases()
        self._owed: Ticket | None = None
        self._next_reclaim = 0.0
        unique = secrets.token_hex(4)
        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{unique}"

    def run(self) -> None:
        """Work until told to stop; the task in hand is finished first."""
        threading.Thread(target=self._follow, daemon=True).start()
        while not self._stopping.is_set() and not self._is_orphan():
            close_old_connections()
            did, error = guarded(self._step)
            if error is not None:
                log.warning("the worker waits: %s", sentence(error))
                _forget_connection()
            if error is not None or not did:
                self._stopping.wait(_TROUBLE_SECONDS if error else _IDLE_SECONDS)

    def _is_orphan(self) -> bool:
        """Whether the process that started these hands, and would end them, is gone."""
        return bool(self._keeper) and os.getppid() != self._keeper

    def _step(self) -> bool:
        """Do one thing; raises only what is the site's trouble."""
        if self._owed is not None:
            put_back(self._owed)
            self._owed = None
        if time.monotonic() >= self._next_reclaim:
            self._leases.hold(self.name)
            self._next_reclaim = time.monotonic() + _RECLAIM_SECONDS
            reclaim(self._leases)
        ticket = claim(self.name, self._tasks)
        if ticket is None:
            return False
        self._do(ticket)
        return True

    def _do(self, ticket: Ticket) -> None:
        known = ticket.args_kwargs
        task = self._tasks[ticket.task_path]
        outcome, error = guarded(lambda: task.call(*known["args"], **known["kwargs"]))
        # If the site is in trouble the task is not to blame: it waits until all is well.
        self._owed = ticket
        if error is None:
            succeed(ticket, outcome)
        elif is_trouble(error):
            raise error
        else:
            if not isinstance(error, MarsadError):
                log.error("%s failed", ticket.task_path, exc_info=error)
            fail(ticket, error)
        self._owed = None

    def _follow(self) -> None:
        """Keep up with the trail each second, where no other worker does."""
        mine, next_daily = leases(), 0.0
        while not self._stopping.wait(1.0):
            close_old_connections()
            holds, error = guarded(lambda: mine.hold(_FOLLOWING))
            if error is not None or not holds:
                continue
            due: list[Callable[[], object]] = list(self._schedule.FOLLOWERS)
            if time.monotonic() >= next_daily:
                next_daily = time.monotonic() + _A_DAY_SECONDS
                due += self._schedule.DAILY
            for one in due:
                _, error = guarded(one)
                if error is not None:
                    log.warning("%s: %s", _named(one), sentence(error))
                    _forget_connection()


def guarded(deed: Callable[[], Any]) -> tuple[Any, Exception | None]:
    """Do something whatever comes of it: the one place that catches everything."""
    try:
        return deed(), None
    except Exception as error:  # noqa: BLE001 (the failure is written on its row)
        return None, error


def is_trouble(error: BaseException) -> bool:
    """Whether the site is in trouble, and not what was being done at fault."""
    return any(map(_is_of_the_site, _chain(error)))


def _is_of_the_site(error: BaseException) -> bool:
    if isinstance(error, InterfaceError):
        return True
    if isinstance(error, OperationalError):
        is_sqlite = "sqlite" in type(error.__cause__).__module__
        return not is_sqlite or any(word in str(error) for word in _OF_THE_SITE)
    return isinstance(error, OSError) and error.errno in _OF_THE_DISK


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _forget_connection() -> None:
    """Open the database anew next time: the connection may be what is broken."""
    connection.close()


def _named(deed: Callable[[], object]) -> str:
    return f"{deed.__module__}.{getattr(deed, '__name__', deed)}"
