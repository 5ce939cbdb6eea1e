"""How far the work has come: a bar for who watches, plain lines for a log."""

import sys
import time
from types import TracebackType
from typing import Final, Protocol, Self

# Often enough to show life, seldom enough for a log.
_LINE_EVERY_SECONDS: Final = 10.0


class Progressing(Protocol):
    """Somebody who is told how far the work has come."""

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

    def advance(self, count: int) -> None:
        """So many more are done."""
        ...

    def tell(self, line: str) -> None:
        """A line for the user, such as a fault."""
        ...


def progressing(
    total: int | None, *, doing: str = "reading", what: str = "documents"
) -> Progressing:
    """The bar where a person watches, else lines; without a total where none is known."""
    if not sys.stderr.isatty():
        return _Lines(total, what)
    # A log does not wait for what draws bars to load.
    from marsad.cli.progress_bar import Bar

    return Bar(total, doing)


class _Lines:
    """Plain lines on the error stream, so that the output stays clean."""

    def __init__(self, total: int | None, what: str) -> None:
        self._of = f" of {total} {what}" if total else f" {what}"
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

    def advance(self, count: int) -> None:
        self._done += count
        if time.monotonic() >= self._next:
            self.tell(f"marsad: {self._done}{self._of}")
            self._next = time.monotonic() + _LINE_EVERY_SECONDS

    def tell(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)
