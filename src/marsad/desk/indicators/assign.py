"""Assign an entry to another series: what it counts was told wrong."""

from django.utils.translation import gettext as _

from marsad.desk.indicators.models import Assignment, Indicator
from marsad.desk.register.lines import expiry_of
from marsad.desk.register.models import Entry
from marsad.desk.register.versions import (
    at_version,
    decide,
    entry_name,
    keep,
    require_current,
)
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("indicators.assign")
def assign(
    entry: Entry,
    indicator: Indicator | None,
    *,
    by: Person,
    because: str,
    version: int | None = None,
) -> Entry:
    """Move an entry to another series, or to none, as a version that can be undone."""
    fresh = at_version(entry, version)
    require_current(fresh)
    if fresh.value is None:
        raise Refused(
            entry_name(fresh),
            _("has no value"),
            _("only figures and counts have a series"),
        )
    after = indicator.key if indicator else ""
    if fresh.series == after:
        raise Refused(entry_name(fresh), _("is in this series already"))
    decision = decide("assign", by=by, because=because)
    before, was_renewed = fresh.series, fresh.expires_on != expiry_of(fresh)
    note(before=before, after=after)
    fresh.series = after
    if not was_renewed:
        fresh.expires_on = expiry_of(fresh)
    keep(fresh, decision)
    Assignment.objects.create(
        entry=fresh, before=before, after=after, decision=decision
    )
    return fresh
