"""Put indexes and foreign keys aside while millions of rows come in, then lay them anew.

All of it happens in the transaction of the restore: if it ends early, they are back.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection, models

from marsad.desk.safekeeping.tables import Table


@contextmanager
def keys_unchecked() -> Iterator[None]:
    """On SQLite, check foreign keys at the end only; outside of any transaction."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.constraint_checks_disabled():
        yield


@contextmanager
def indexes_aside(
    tables: Sequence[Table], model_classes: Sequence[type[models.Model]]
) -> Iterator[None]:
    """Without indexes inside; with them, with every key checked and counted, after."""
    names = {table.name for table in tables}
    keys = list(_foreign_keys(names))
    indexes = list(_indexes(names))
    with connection.cursor() as cursor:
        for table, name, _ in keys:
            cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        for _, sql in indexes:
            cursor.execute(sql)
        for table, name, sql in keys:
            cursor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {sql}')
        connection.check_constraints()
        for sql in connection.ops.sequence_reset_sql(no_style(), list(model_classes)):
            cursor.execute(sql)
        cursor.execute("ANALYZE")


def _foreign_keys(tables: set[str]) -> Iterator[tuple[str, str, str]]:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, conname, pg_get_constraintdef(c.oid) FROM pg_constraint c"
            " JOIN pg_class t ON t.oid = c.conrelid"
            " WHERE contype = 'f' AND pg_table_is_visible(t.oid)"
        )
        found = cursor.fetchall()
    yield from (one for one in found if one[0] in tables)


def _indexes(tables: set[str]) -> Iterator[tuple[str, str]]:
    """Indexes that serve no constraint, each with what makes it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT tablename, indexname, indexdef FROM pg_indexes"
                " WHERE schemaname = current_schema() AND indexname NOT IN"
                " (SELECT conname FROM pg_constraint)"
            )
        else:
            cursor.execute(
                "SELECT tbl_name, name, sql FROM sqlite_master"
                " WHERE type = 'index' AND sql IS NOT NULL"
            )
        found = cursor.fetchall()
    yield from ((name, sql) for table, name, sql in found if table in tables)
