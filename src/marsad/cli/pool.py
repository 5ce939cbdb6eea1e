"""Tasks through several processes, outcomes in the order of the tasks."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Final

from marsad.cli.work import Order, Outcome, Task, work
from marsad.collecting.folders import Input
from marsad.errors import Unreadable

# Enough to keep every process busy, few enough that memory stays flat.
_WAITING_PER_PROCESS: Final = 4


def work_all(
    tasks: Iterable[Task], order: Order, *, processes: int
) -> Iterator[Outcome]:
    """The outcome of each task; a process that dies takes only its own task with it."""
    if processes == 1:
        yield from (work(task, order) for task in tasks)
        return
    pool = _Pool(order, processes)
    try:
        waiting: deque[tuple[Task, Future[Outcome]]] = deque()
        for task in tasks:
            waiting.append((task, pool.submit(task)))
            if len(waiting) >= processes * _WAITING_PER_PROCESS:
                yield pool.outcome(*waiting.popleft())
        while waiting:
            yield pool.outcome(*waiting.popleft())
    finally:
        pool.close()


class _Pool:
    """Processes that are replaced when one of them dies."""

    def __init__(self, order: Order, processes: int) -> None:
        self._order = order
        self._processes = processes
        self._executor = _executor(processes)

    def submit(self, task: Task) -> Future[Outcome]:
        try:
            return self._executor.submit(work, task, self._order)
        except BrokenProcessPool:
            self.close()
            self._executor = _executor(self._processes)
            return self._executor.submit(work, task, self._order)

    def outcome(self, task: Task, future: Future[Outcome]) -> Outcome:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(task)

    def _alone(self, task: Task) -> Outcome:
        """Who died with whom cannot be known, so each task gets a process of its own."""
        with _executor(1) as executor:
            try:
                return executor.submit(work, task, self._order).result()
            except BrokenProcessPool:
                problem = "ended the process that read it (too large for memory?)"
                fault = Unreadable(_name(task), problem, "split it")
                return Outcome(faults=(fault,))

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _executor(processes: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the same on every system, and safe beside a progress thread.
    return ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_ignore_interrupt
    )


def _ignore_interrupt() -> None:
    # Ctrl-C reaches all processes; only the first decides, the others finish their file.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _name(task: Task) -> str:
    return str(task.path) if isinstance(task, Input) else task[0].id
