"""The trail as it is stored: every line read back, byte by byte where that is possible.

The chain of hashes speaks of values. SQLite stores what a program wrote, so there even
a byte that changes no value (a space in JSON, say) is compared with what Marsad writes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import DatabaseError, connection
from django.db.models import ExpressionWrapper, F, QuerySet, TextField
from django.db.models.functions import Cast

from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Unreadable

_CHUNK: Final = 2000
# What a damaged value raises when it is read: as text, as JSON, as a moment, as a row.
_DAMAGE: Final = (ValueError, TypeError, OverflowError, DatabaseError)
_TEXTS: Final = (
    "act", "outcome", "by", "because", "subject", "previous_hash", "hash",
)  # fmt: skip
_AS_STORED: Final = ("number", "at", "person_id", "touched", "details")


@dataclass(frozen=True, slots=True)
class Checked:
    """A check of the whole trail, and at which line a head that was noted stands."""

    verified: trail.Verified
    noted_at: int | None = None


def check(noted: str | None = None) -> Checked:
    """Walk the whole trail as it is stored; look for a head that was noted earlier."""
    walk = _Walk(noted)
    try:
        verified = trail.verify(walk.lines())
        _check_against_indexes(verified.count)
    except Unreadable as fault:
        at = walk.number + 1
        verified = trail.Verified(at, walk.head, str(fault), at)
    return Checked(verified, walk.noted_at)


class _Walk:
    """Lines in their order, remembering how far they could be read."""

    def __init__(self, noted: str | None) -> None:
        self.noted = noted
        self.number = 0
        self.head = trail.BEGINNING
        self.noted_at: int | None = 0 if noted == trail.BEGINNING else None

    def lines(self) -> Iterator[AuditRecord]:
        """Each line in turn; raises Unreadable at the first that is damaged."""
        try:
            for record in _stored().iterator(_CHUNK):
                yield self._passed(record)
        except _DAMAGE:
            # Read in chunks: the damaged line is one of the next, so one at a time.
            while (following := self._next()) is not None:
                yield self._passed(following)

    def _passed(self, record: AuditRecord) -> AuditRecord:
        _compare(record)
        self.number, self.head = record.number, record.hash
        if record.hash == self.noted:
            self.noted_at = record.number
        return record

    def _next(self) -> AuditRecord | None:
        try:
            return _stored().filter(number__gt=self.number).first()
        except _DAMAGE as damage:
            words = f"cannot be read any more ({type(damage).__name__})"
            raise Unreadable(f"line {self.number + 1}", words) from damage


def _stored() -> QuerySet[AuditRecord]:
    rows = AuditRecord.objects.order_by("number")
    if connection.vendor != "sqlite":
        return rows
    plain: dict[str, Cast | ExpressionWrapper[F]] = {
        f"stored_{one}": ExpressionWrapper(F(one), output_field=TextField())
        for one in _AS_STORED
    }
    # Python's own module would make a moment of it before Marsad sees the letters.
    plain["stored_at"] = Cast("at", TextField())
    return rows.annotate(**plain)


def _check_against_indexes(count: int) -> None:
    """Find what differs between the lines and their indexes, which are read instead."""
    if connection.vendor != "sqlite":
        return
    table = connection.ops.quote_name(AuditRecord._meta.db_table)
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA integrity_check({table})")
            [said] = cursor.fetchone()
    except DatabaseError as damage:
        said = str(damage)
    if said != "ok":
        raise Unreadable(f"lines up to {count}", f"are damaged in the file ({said})")


def _compare(record: Any) -> None:
    if connection.vendor != "sqlite":
        return
    for name in _TEXTS:
        # SQLite keeps bytes in a column of text without a word.
        if not isinstance(getattr(record, name), str):
            raise Unreadable(f"line {record.number}", f"holds bytes for {name}")
    for name in _AS_STORED:
        written = _as_written(name, getattr(record, name))
        if getattr(record, f"stored_{name}") != written:
            words = f"was changed after it was written ({name})"
            raise Unreadable(f"line {record.number}", words)


def _as_written(name: str, value: Any) -> Any:
    if name == "at":
        return connection.ops.adapt_datetimefield_value(value)
    return json.dumps(value) if name in ("touched", "details") else value
