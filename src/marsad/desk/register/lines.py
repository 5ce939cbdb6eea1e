"""What an entry's columns say, from the fields of its kind."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from marsad.desk.register.models import Entry, Finding, Kind
from marsad.linking.lasting import expires
from marsad.linking.moments import moment_of
from marsad.reading.findings import Interval

# What is copied into each version: everything that an entry says by itself.
SAID: Final = (
    "kind", "state", "merged_into_id", "words", "language", "fields", "actor_id", "day",
    "until", "series", "value", "high", "bound", "unit", "expires_on", "due_on",
    "source_grade", "information_grade", "marking",
)  # fmt: skip

Fields = Mapping[str, Any]


def entry_of(finding: Finding, fields: Fields | None = None) -> Entry:
    """A new entry, not yet kept, that says what a finding says."""
    said = dict(finding.fields if fields is None else fields)
    entry = Entry(
        kind=finding.kind,
        words=finding.quote,
        language=finding.document.language[:2],
        actor=finding.name,
        series=finding.series,
        marking=finding.marking,
        source_grade=getattr(finding.document.source, "grade", "F"),
    )
    fill(entry, said, finding.day)
    return entry


def fill(entry: Entry, fields: Fields, published: date) -> None:
    """Set an entry's fields, and the columns that follow from them."""
    days_before = entry.day, entry.until
    entry.fields = dict(fields)
    first, last = _days(entry.kind, fields, published)
    entry.day, entry.until = first, last if last != first else None
    entry.value = _value(entry.kind, fields)
    entry.high = fields.get("high")
    entry.bound = fields.get("bound") or ("exact" if entry.value is not None else "")
    entry.unit = _unit(entry.kind, fields)
    entry.due_on = _last_day(fields.get("due"), published)
    # A person may have given it longer: that holds while its days stay as they are.
    if days_before != (entry.day, entry.until) or entry.expires_on is None:
        entry.expires_on = expiry_of(entry)


def expiry_of(entry: Entry) -> date | None:
    """The day on which the house's rule asks for a newer value; None for never."""
    if not entry.series or entry.value is None or entry.kind == Kind.COMMITMENT:
        return None
    days = Interval(entry.day, entry.until or entry.day)
    on = expires(days, entry.series.split("|")[0])
    return None if on == date.max else on


def _days(kind: str, fields: Fields, published: date) -> tuple[date, date]:
    asked: str | None = None
    if kind == Kind.MEETING and fields.get("from"):
        asked = f"{fields['from']}/{fields.get('to') or fields['from']}"
    elif kind in (Kind.FIGURE, Kind.MEMBERSHIP):
        asked = fields.get("as_of")
    found = moment_of(asked, published)
    return (found.first, found.last) if found else (published, published)


def _value(kind: str, fields: Fields) -> float | None:
    if kind == Kind.MEMBERSHIP:
        return fields.get("count")
    if kind == Kind.COMMITMENT:
        return (fields.get("amount") or {}).get("value")
    return fields.get("value")


def _unit(kind: str, fields: Fields) -> str:
    if kind == Kind.MEMBERSHIP and fields.get("count") is not None:
        return "member"
    if kind == Kind.COMMITMENT:
        return (fields.get("amount") or {}).get("unit") or ""
    return fields.get("unit") or ""


def _last_day(interval: str | None, published: date) -> date | None:
    found = moment_of(interval, published) if interval else None
    return found.last if found else None
