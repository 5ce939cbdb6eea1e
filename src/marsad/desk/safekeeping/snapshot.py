"""Read the database as it stood at one moment, while people go on working."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

from marsad.desk.safekeeping.tables import Row, Table

_FETCHED: Final = 2000


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything that is read inside is of the same moment, and nobody waits for it."""
    with connection.cursor() as cursor:
        # By hand: Django would begin a transaction that writes, and keep others out.
        if connection.vendor == "postgresql":
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        else:
            cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def count_of(table: Table) -> int:
    """How many rows a table has."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT COUNT(*) FROM "{table.name}"')  # noqa: S608
        return int(cursor.fetchone()[0])


def rows_of(table: Table) -> Iterator[Row]:
    """The rows of a table by their keys, few of them in memory at a time."""
    first = table.columns[0]
    query = f'SELECT {table.quoted} FROM "{table.name}" ORDER BY "{first}"'  # noqa: S608
    with connection.chunked_cursor() as cursor:
        cursor.execute(query)
        while rows := cursor.fetchmany(_FETCHED):
            yield from rows
