"""How far the reading has come: a bar for who watches, plain lines for a log."""

import sys
import time
from types import TracebackType
from typing import Final, Protocol, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

# Often enough to show life, seldom enough for a log.
_LINE_EVERY_SECONDS: Final = 10.0


class Progressing(Protocol):
    """Somebody who is told how far the reading has come."""

    def __enter__(self) -> Self:
        """Begin to show."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop showing, whatever happened."""
        ...

    def advance(self, documents: int) -> None:
        """So many documents more are done."""
        ...

    def tell(self, line: str) -> None:
        """A line for the user, such as a fault."""
        ...


def progressing(total: int | None) -> Progressing:
    """The bar where a person watches, else lines; without a total where none is known."""
    return _Bar(total) if sys.stderr.isatty() else _Lines(total)


class _Lines:
    """Plain lines on the error stream, so that the output stays clean."""

    def __init__(self, total: int | None) -> None:
        self._of = f" of {total}" if total else ""
        self._done = 0
        self._next = time.monotonic() + _LINE_EVERY_SECONDS

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is left open."""

    def advance(self, documents: int) -> None:
        self._done += documents
        if time.monotonic() >= self._next:
            self.tell(f"marsad: {self._done}{self._of} documents")
            self._next = time.monotonic() + _LINE_EVERY_SECONDS

    def tell(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)


class _Bar:
    """A bar at the foot of the terminal; faults scroll by above it."""

    def __init__(self, total: int | None) -> None:
        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("reading", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def advance(self, documents: int) -> None:
        self._progress.advance(self._task, documents)

    def tell(self, line: str) -> None:
        self._progress.console.print(
            line, markup=False, highlight=False, soft_wrap=True
        )
