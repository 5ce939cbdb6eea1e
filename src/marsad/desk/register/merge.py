"""Merge an entry into another that says the same thing."""

from django.utils.translation import gettext as _

from marsad.desk.register.models import Entry, State, Status
from marsad.desk.register.versions import (
    at_version,
    change,
    decide,
    entry_name,
    keep,
    require_current,
)
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("register.merge")
def merge(entry: Entry, into: Entry, *, by: Person, because: str) -> Entry:
    """Move an entry's citations to another; the first stays, marked as merged."""
    if entry.pk == into.pk:
        raise Refused(entry_name(entry), _("cannot be merged into itself"))
    # Locked in one order for everybody, so that two people never wait for each other.
    locked = {
        one.pk: at_version(one, None)
        for one in sorted((entry, into), key=lambda one: one.pk)
    }
    gone, kept = locked[entry.pk], locked[into.pk]
    for one in (gone, kept):
        require_current(one)
    if gone.kind != kept.kind:
        raise Refused(
            entry_name(gone), _("is of another kind"), _("merge what is alike")
        )
    decision = decide("merge", by=by, because=because)
    for finding in gone.findings.select_for_update().order_by("pk"):
        change(finding, decision, Status.CONFIRMED, kept)
    gone.citations.update(entry=kept)
    gone.state, gone.merged_into = State.MERGED, kept
    kept.marking = max(kept.marking, gone.marking)
    keep(gone, decision)
    keep(kept, decision)
    return kept
