"""The columns in which the register is handed out, as it is and as it was known."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet

from marsad.desk.exports.tables import Column
from marsad.desk.register.models import Entry, EntryVersion

_CHUNK: Final = 500
# What an entry says by itself, now or in a version of the past.
_SAID: Final = (
    "kind", "state", "words", "language", "day", "until", "series", "value", "high",
    "bound", "unit", "expires_on", "due_on", "source_grade", "information_grade",
    "marking", "fields",
)  # fmt: skip


def _now(name: str) -> Column:
    return Column(name, lambda entry: getattr(entry, name))


def _then(name: str) -> Column:
    return Column(name, lambda version: version.snapshot[name])


def _outlets(entry: Entry) -> list[str]:
    return [citation.document.outlet for citation in entry.citations.all()]


def _hashes(entry: Entry) -> list[str]:
    return [citation.document.text_sha256 for citation in entry.citations.all()]


COLUMNS: Final = (
    Column("entry", lambda entry: entry.pk),
    *map(_now, _SAID),
    Column("actor", lambda entry: entry.actor.text if entry.actor else None),
    Column("outlets", _outlets),
    Column("document_sha256", _hashes),
    Column("version", lambda entry: entry.version),
    Column("changed_at", lambda entry: entry.changed_at),
)
COLUMNS_THEN: Final = (
    Column("entry", lambda version: version.entry_id),
    *map(_then, _SAID),
    Column("version", lambda version: version.number),
    Column("changed_at", lambda version: version.at),
)


def all_of(rows: QuerySet[Any]) -> Iterator[Entry]:
    """Every entry of a list, the newest day first, a few hundred at a time."""
    whole: Any = rows
    ordered = whole.with_sources().order_by("-day", "-id")
    return iter(ordered.iterator(chunk_size=_CHUNK))


def all_known(rows: QuerySet[EntryVersion]) -> Iterator[EntryVersion]:
    """Every version of a list as it was known on a past day."""
    return iter(rows.order_by("entry_id").iterator(chunk_size=_CHUNK))
