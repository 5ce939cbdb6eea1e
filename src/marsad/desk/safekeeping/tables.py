"""Which tables are kept, in which order, and how their rows become lines of JSON."""

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from graphlib import TopologicalSorter
from typing import Any, Final
from uuid import UUID

from django.apps.registry import Apps
from django.db import models

# Signed-in browsers, counts of wrong passwords, and of the editor: who has a page open,
# its index of words, and parts of it that nobody here can reach.
_NOT_KEPT: Final = frozenset(
    (
        "axes",
        "modelsearch",
        "sessions",
        "taggit",
        "wagtailadmin",
        "wagtaildocs",
        "wagtailsearch",
        "wagtailusers",
    )
)
_NOT_KEPT_EITHER: Final = frozenset(
    (
        "safeguards.signin",
        "wagtailcore.groupapprovaltask",
        "wagtailcore.groupapprovaltask_groups",
        "wagtailcore.referenceindex",
        "wagtailcore.task",
        "wagtailcore.taskstate",
        "wagtailcore.uploadedfile",
        "wagtailcore.workflow",
        "wagtailcore.workflowcontenttype",
        "wagtailcore.workflowpage",
        "wagtailcore.workflowstate",
        "wagtailcore.workflowtask",
        "wagtailimages.rendition",
    )
)
# A line is held in memory whole, and a member about this many bytes of them.
_MEMBER_BYTES: Final = 2_000_000
_AS_IT_IS: Final = (str, int, float, bool, type(None))

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the columns that its lines have, in this order."""

    label: str
    name: str
    columns: tuple[str, ...]

    @property
    def quoted(self) -> str:
        """The columns as SQL has them."""
        return ", ".join(f'"{column}"' for column in self.columns)


def tables_of(apps: Apps) -> list[Table]:
    """All tables that are kept, those that others point at first."""
    kept = {one._meta.label_lower: one for one in _models(apps)}
    order: TopologicalSorter[str] = TopologicalSorter()
    for label in sorted(kept):
        order.add(label, *(_pointed_at(kept[label]) & kept.keys() - {label}))
    return [_table(kept[label]) for label in order.static_order()]


def _models(apps: Apps) -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.app_label in _NOT_KEPT or meta.label_lower in _NOT_KEPT_EITHER:
            continue
        if meta.managed and not meta.proxy:
            yield model


def _pointed_at(model: type[models.Model]) -> set[str]:
    fields = model._meta.concrete_fields
    related = (field.related_model for field in fields if field.is_relation)
    return {one._meta.label_lower for one in related if one}


def _table(model: type[models.Model]) -> Table:
    # Of a page only what is in its own table: the rest is in its parent's.
    fields = model._meta.local_concrete_fields
    columns = tuple(str(field.column) for field in fields)
    return Table(model._meta.label_lower, model._meta.db_table, columns)


def lines_of(rows: Iterable[Row]) -> Iterator[tuple[bytes, int]]:
    """Rows as lines of JSON, in pieces of a bounded size, each with its count."""
    lines: list[str] = []
    size = 0
    for row in rows:
        line = _line(row)
        lines.append(line)
        size += len(line)
        if size > _MEMBER_BYTES:
            yield "\n".join(lines).encode() + b"\n", len(lines)
            lines, size = [], 0
    if lines:
        yield "\n".join(lines).encode() + b"\n", len(lines)


def _line(row: Row) -> str:
    values = [one if isinstance(one, _AS_IT_IS) else _plain(one) for one in row]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> str:
    """A value as JSON has it, the same from either database."""
    if isinstance(value, datetime):
        # SQLite keeps no zone: what it keeps is UTC.
        aware = value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    raise TypeError(f"a backup knows no {type(value).__name__}")


def rows_of(lines: bytes) -> list[list[Any]]:
    """The rows that lines of JSON hold."""
    return [json.loads(line) for line in lines.splitlines()]


def readers_of(
    model: type[models.Model], columns: Sequence[str], vendor: str
) -> list[tuple[int, Callable[[Any], Any]]]:
    """By its place in a row, how a value becomes what this database takes."""
    fields = {field.column: field for field in model._meta.concrete_fields}
    found: list[tuple[int, Callable[[Any], Any]]] = []
    for place, column in enumerate(columns):
        kind = fields[column].get_internal_type()
        if kind == "BinaryField":
            found.append((place, base64.b64decode))
        elif kind == "DateTimeField" and vendor == "sqlite":
            found.append((place, _without_zone))
    return found


def _without_zone(moment: str) -> str:
    """A moment as Django writes it on SQLite, so that texts compare as moments do."""
    return moment[:10] + " " + moment[11 : moment.index("+", 11)]
