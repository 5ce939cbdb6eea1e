"""Those who match the chunks: processes of this machine, or workers of a Dask cluster."""

import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, Protocol, Self

from marsad.errors import Unreachable
from marsad.matching.bulk.chunks import Chunk, Done, Order, match_chunk

try:
    from distributed import Client, KilledWorker
except ImportError:  # pragma: no cover (who has one machine installs no such extra)
    HAS_DASK = False
else:
    HAS_DASK = True


class Lost(Exception):
    """The worker that had a chunk is gone, or all of them; the chunk is not."""

    def __init__(self, *, takes_all: bool) -> None:
        super().__init__(takes_all)
        self.takes_all = takes_all


class Workers(Protocol):
    """Whoever takes chunks and gives back what they gave."""

    def submit(self, chunk: Chunk, order: Order) -> Any:
        """Hand a chunk out; what comes back is asked for its result later."""
        ...

    def result(self, handed_out: Any) -> Done:
        """Wait for a chunk; raises Lost where its worker died."""
        ...

    def close(self) -> None:
        """Let the workers go."""
        ...


class Processes:
    """Processes of this machine, replaced when one of them dies."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool = _pool(count)

    def submit(self, chunk: Chunk, order: Order) -> Future[Done]:
        """Hand a chunk to the next free process."""
        try:
            return self._pool.submit(match_chunk, chunk, order)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = _pool(self._count)
            return self._pool.submit(match_chunk, chunk, order)

    def result(self, handed_out: Future[Done]) -> Done:
        """Wait for a chunk; a process that died takes the whole pool with it."""
        try:
            return handed_out.result()
        except BrokenProcessPool:
            raise Lost(takes_all=True) from None

    def close(self) -> None:
        """End the processes once they have finished their chunk."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Cluster:
    """Workers of a Dask cluster, which all see the folders by the same paths."""

    def __init__(self, client: "Client") -> None:
        self._client = client

    @classmethod
    def at(cls, address: str, *, seconds: int = 10) -> Self:
        """The cluster whose scheduler answers at an address."""
        if not HAS_DASK:
            way_out = "install the extra cluster: marsad[cluster]"
            raise Unreachable(address, "Dask is not installed", way_out)
        try:
            # Dask ships types for a part of itself.
            return cls(Client(address, timeout=seconds))  # type: ignore[no-untyped-call]
        except (OSError, ValueError):
            way_out = "start it with dask scheduler, and workers with dask worker"
            raise Unreachable(address, "no scheduler answers", way_out) from None

    def submit(self, chunk: Chunk, order: Order) -> Any:
        """Hand a chunk to the cluster, which gives it to another worker if one dies."""
        return self._client.submit(match_chunk, chunk, order, pure=False, retries=2)

    def result(self, handed_out: Any) -> Done:
        """Wait for a chunk; raises Lost once several workers died over it."""
        try:
            done: Done = handed_out.result()
        except KilledWorker:
            raise Lost(takes_all=False) from None
        return done

    def close(self) -> None:
        """Leave the cluster as it was found."""
        self._client.close()  # type: ignore[no-untyped-call]


def _pool(count: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the same on every system, and safe beside threads.
    return ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_ignore_interrupt
    )


def _ignore_interrupt() -> None:
    # Ctrl-C reaches all processes; the first decides, the others finish their chunk.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
