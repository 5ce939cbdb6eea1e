"""Correct what a finding or an entry says; the words it rests on stay."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from marsad.desk.entities.models import Name
from marsad.desk.register.lines import entry_of, fill
from marsad.desk.register.models import Entry, Finding, Status
from marsad.desk.register.series import series_now
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


class Unchanged(Enum):
    """Says that the actor stays who it was; None says that there is none."""

    ACTOR = "the same actor"


SAME_ACTOR: Final = Unchanged.ACTOR
Actor = Name | None | Unchanged


@act("register.correct")
def correct(
    subject: Finding | Entry,
    fields: Mapping[str, Any],
    *,
    by: Person,
    because: str,
    actor: Actor = SAME_ACTOR,
    version: int | None = None,
) -> Entry:
    """Enter a finding with other fields, or give an entry other fields."""
    if isinstance(subject, Finding):
        return _enter(subject, fields, actor, by=by, because=because)
    entry = at_version(subject, version)
    require_current(entry)
    decision = decide("correct", by=by, because=because)
    note(before=dict(entry.fields), after=dict(fields))
    first = entry.citations.select_related("document").first()
    # Without a day of its own it holds on the day of publication, not on its old day.
    published = first.document.day if first else entry.day
    if first is not None:
        _into_series(entry, series_now(entry, fields, first))
    fill(entry, fields, published)
    if not isinstance(actor, Unchanged):
        entry.actor = actor
    keep(entry, decision)
    return entry


def _enter(
    finding: Finding,
    fields: Mapping[str, Any],
    actor: Actor,
    *,
    by: Person,
    because: str,
) -> Entry:
    [fresh] = proposed([finding])
    decision = decide("correct", by=by, because=because)
    note(before=dict(fresh.fields), after=dict(fields))
    entry = entry_of(fresh, fields)
    _into_series(entry, series_now(entry_of(fresh), fields, fresh))
    fill(entry, fields, fresh.day)
    if not isinstance(actor, Unchanged):
        entry.actor = actor
    entry.save()
    cite(entry, fresh)
    keep(entry, decision)
    change(fresh, decision, Status.CONFIRMED, entry)
    recount({fresh.document_id})
    return entry


def _into_series(entry: Entry, series: str) -> None:
    if entry.series != series:
        # How long a value lasts is its series' rule.
        entry.series, entry.expires_on = series, None
