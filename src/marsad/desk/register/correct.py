"""Correct what a finding or an entry says; the words it rests on stay."""

from collections.abc import Mapping
from typing import Any

from marsad.desk.entities.models import Name
from marsad.desk.register.lines import entry_of, fill
from marsad.desk.register.models import Entry, Finding, Status
from marsad.desk.register.versions import (
    at_version,
    change,
    cite,
    decide,
    keep,
    proposed,
    recount,
    require_current,
)
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person


@act("register.correct")
def correct(
    subject: Finding | Entry,
    fields: Mapping[str, Any],
    *,
    by: Person,
    because: str,
    actor: Name | None = None,
    version: int | None = None,
) -> Entry:
    """Enter a finding with other fields, or give an entry other fields."""
    if isinstance(subject, Finding):
        return _enter(subject, fields, actor, by=by, because=because)
    entry = at_version(subject, version)
    require_current(entry)
    decision = decide("correct", by=by, because=because)
    note(before=dict(entry.fields), after=dict(fields))
    fill(entry, fields, entry.day)
    entry.actor = actor or entry.actor
    keep(entry, decision)
    return entry


def _enter(
    finding: Finding,
    fields: Mapping[str, Any],
    actor: Name | None,
    *,
    by: Person,
    because: str,
) -> Entry:
    [fresh] = proposed([finding])
    decision = decide("correct", by=by, because=because)
    note(before=dict(fresh.fields), after=dict(fields))
    entry = entry_of(fresh, fields)
    entry.actor = actor or entry.actor
    entry.save()
    cite(entry, fresh)
    keep(entry, decision)
    change(fresh, decision, Status.CONFIRMED, entry)
    recount({fresh.document_id})
    return entry
