"""The audit trail: append a line, check the chain, hand it out.

Each line holds the hash of the line before it, so that a line which was changed, taken
out or put in between breaks the chain. The database itself refuses update and delete.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from marsad.desk.safeguards.models import AuditRecord

# The hash before the first line.
BEGINNING: Final = "0" * 64
# Any number will do, as long as nobody else locks it.
_CHAIN_LOCK: Final = 7_261_736_164
_CHAINED: Final = (
    "number", "at", "act", "outcome", "by", "person_id", "because", "subject",
    "touched", "details", "previous_hash",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is to be written down of one act."""

    act: str
    outcome: str
    by: str
    person_id: int | None
    because: str
    subject: str = ""
    touched: Sequence[str] = ()
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of the trail found: how many lines, the last hash, the first fault."""

    count: int
    head: str
    fault: str | None = None
    at_number: int | None = None


def append(line: Line) -> AuditRecord:
    """Write one line at the end of the chain; call it inside the act's transaction."""
    _lock_chain()
    last = AuditRecord.objects.order_by("-number").only("number", "hash").first()
    record = AuditRecord(
        number=last.number + 1 if last else 1,
        at=timezone.now(),
        act=line.act,
        outcome=line.outcome,
        by=line.by,
        person_id=line.person_id,
        because=line.because,
        subject=line.subject,
        touched=sorted(set(line.touched)),
        details=line.details,
        previous_hash=last.hash if last else BEGINNING,
    )
    record.hash = hash_of(record)
    record.save(force_insert=True)
    return record


def _lock_chain() -> None:
    # SQLite has one writer at a time already; PostgreSQL queues here until commit.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])


def hash_of(record: AuditRecord) -> str:
    """The SHA-256 of a line's canonical JSON, the hash before it included."""
    written = {name: getattr(record, name) for name in _CHAINED}
    written["at"] = record.at.astimezone(UTC).isoformat(timespec="microseconds")
    canonical = json.dumps(
        written, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def verify(records: Iterator[AuditRecord] | None = None) -> Verified:
    """Walk the whole chain and name the first line that does not hold."""
    previous, count = BEGINNING, 0
    for record in records or AuditRecord.objects.order_by("number").iterator(2000):
        count += 1
        fault = _fault(record, count, previous)
        if fault:
            return Verified(count, previous, fault, record.number)
        previous = record.hash
    return Verified(count, previous)


def _fault(record: AuditRecord, expected: int, previous: str) -> str | None:
    if record.number != expected:
        return f"line {expected} is missing: after it comes line {record.number}"
    if record.previous_hash != previous:
        return f"line {record.number} does not follow from the line before it"
    if record.hash != hash_of(record):
        return f"line {record.number} was changed after it was written"
    return None
