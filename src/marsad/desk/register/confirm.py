"""Confirm proposed findings: each becomes an entry of the register."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from marsad.desk.register.lines import entry_of
from marsad.desk.register.models import ENTERED, Entry, Finding, Status
from marsad.desk.register.versions import (
    change,
    cite,
    decide,
    keep,
    proposed,
    recount,
    words_of,
)
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("register.confirm")
def confirm(findings: Sequence[Finding], *, by: Person, because: str) -> list[Entry]:
    """Enter findings as they were read; all of them or none."""
    fresh = proposed(list(findings))
    if not fresh:
        raise Refused(_("confirm"), _("no finding was chosen"), _("choose one"))
    decision = decide("confirm", by=by, because=because)
    entries = []
    for finding in fresh:
        if finding.kind not in ENTERED:
            raise Refused(
                words_of(finding),
                _("is a mention, which is not entered by itself"),
                _("confirm the statement or figure that it belongs to"),
            )
        entry = entry_of(finding)
        entry.save()
        cite(entry, finding)
        keep(entry, decision)
        change(finding, decision, Status.CONFIRMED, entry)
        entries.append(entry)
    recount({finding.document_id for finding in fresh})
    return entries
