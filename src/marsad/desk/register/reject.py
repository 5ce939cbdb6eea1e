"""Reject proposed findings: they stay, and are no longer proposed."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from marsad.desk.register.models import Finding, Status
from marsad.desk.register.versions import change, decide, proposed, recount
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("register.reject")
def reject(findings: Sequence[Finding], *, by: Person, because: str) -> list[Finding]:
    """Say that findings are wrong or of no use; all of them or none."""
    fresh = proposed(list(findings))
    if not fresh:
        raise Refused(_("reject"), _("no finding was chosen"), _("choose one"))
    decision = decide("reject", by=by, because=because)
    for finding in fresh:
        change(finding, decision, Status.REJECTED, None)
    recount({finding.document_id for finding in fresh})
    return fresh
