"""Write millions of rows: past Django's models, with indexes made once, at the end."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Final

from django.core.management.color import no_style
from django.db import connection, models

_BATCH: Final = 20_000


class Rows:
    """A table that rows are added to, as tuples in the order of the named columns."""

    def __init__(self, model: type[models.Model], columns: str) -> None:
        fields = {field.column: field for field in model._meta.concrete_fields}
        named = columns.split()
        unknown = set(named) - fields.keys()
        assert not unknown, f"{model._meta.label} has no {unknown}"
        # What this generator does not know of has its default.
        rest = [name for name in fields if name not in named]
        self._rest = tuple(plain(fields[name].get_default()) for name in rest)
        for name, value in zip(rest, self._rest, strict=True):
            assert value is not None or fields[name].null, f"{model}: fill in {name}"
        self.model, self.columns = model, [*named, *rest]
        self._waiting: list[tuple[Any, ...]] = []
        self.count = 0

    def add(self, *row: Any) -> None:
        """Add one row; it is written with its batch."""
        self._waiting.append(row + self._rest)
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        if self._waiting:
            _write(self.model._meta.db_table, self.columns, self._waiting)
            self.count += len(self._waiting)
            self._waiting = []


def plain(value: Any) -> Any:
    """A value as both databases take it."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return value


def moment(value: datetime) -> str:
    """A moment as Django writes it on SQLite; PostgreSQL's sessions run in UTC too."""
    return str(value.replace(tzinfo=None))


def _write(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join("?" * len(columns))
        # The cursor beneath Django's: it takes rows as they are.
        inner = connection.connection.cursor()
        inner.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)  # noqa: S608


@contextmanager
def heavy_writing(tables: Iterable[type[models.Model]]) -> Iterator[None]:
    """Put indexes and checks aside while rows pour in; then lay them anew and count."""
    names = [model._meta.db_table for model in tables]
    connection.ensure_connection()
    _prepare()
    indexes = list(_indexes(names))
    with connection.cursor() as cursor:
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute("BEGIN")
        yield
        cursor.execute("COMMIT")
        for _, sql in indexes:
            cursor.execute(sql)
        for sql in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(sql)
        cursor.execute("ANALYZE")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA journal_mode=WAL")
        else:
            cursor.execute("VACUUM")


def _prepare() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            cursor.execute("SET maintenance_work_mem = '1GB'")
            return
        for pragma in ("foreign_keys=OFF", "synchronous=OFF", "cache_size=-1000000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("PRAGMA journal_mode=MEMORY")


def _indexes(tables: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Indexes that are no constraints, by name, each with what makes it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE indexname"
                " NOT IN (SELECT conname FROM pg_constraint) AND schemaname = 'public'"
            )
        else:
            cursor.execute(
                "SELECT tbl_name, name, sql FROM sqlite_master"
                " WHERE type = 'index' AND sql IS NOT NULL"
            )
        found = cursor.fetchall()
    yield from ((name, sql) for table, name, sql in found if table in tables)
