"""Add a finding to an entry as one more source of the same thing."""

from django.utils.translation import gettext as _

from marsad.desk.register.models import Entry, Finding, Status
from marsad.desk.register.versions import (
    at_version,
    change,
    decide,
    entry_name,
    keep,
    proposed,
    recount,
    require_current,
)
from marsad.desk.register.versions import cite as rest_on
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("register.cite")
def cite(
    entry: Entry,
    finding: Finding,
    *,
    by: Person,
    because: str,
    version: int | None = None,
) -> Entry:
    """Say that a report carries what the register already holds."""
    fresh = at_version(entry, version)
    require_current(fresh)
    [carried] = proposed([finding])
    if carried.kind != fresh.kind:
        raise Refused(
            entry_name(entry), _("is of another kind"), _("confirm it by itself")
        )
    decision = decide("cite", by=by, because=because)
    rest_on(fresh, carried)
    # What rests on several texts is read by those who may read the strictest of them.
    fresh.marking = max(fresh.marking, carried.marking)
    keep(fresh, decision)
    change(carried, decision, Status.CONFIRMED, fresh)
    recount({carried.document_id})
    return fresh
