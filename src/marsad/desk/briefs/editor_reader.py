"""Whose eyes a page of the editor is made for."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from marsad.desk.safeguards.models import Person

# Who reads now. Blocks are made far from any request: they ask here whose eyes they are
# made for, and show nothing where nobody is named.
_reader: ContextVar[Person | None] = ContextVar("reader of the editor", default=None)


@contextmanager
def reading_as(person: Person) -> Iterator[None]:
    """Make what is made meanwhile for the eyes of this person."""
    token = _reader.set(person)
    try:
        yield
    finally:
        _reader.reset(token)


def reader() -> Person | None:
    """Whose eyes the page is made for; None outside the editor."""
    return _reader.get()
