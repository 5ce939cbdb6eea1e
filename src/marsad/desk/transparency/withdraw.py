"""Withdraw a transparency report: its page says so, and its figures are gone from there."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.desk.transparency.models import Report
from marsad.errors import Refused


@act("transparency.withdraw")
def withdraw(report: Report, *, by: Person, because: str) -> Report:
    """Take a report back, public or not yet; what it said stays written down here."""
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if held.withdrawn_at is not None:
        raise Refused(str(held), _("was withdrawn already"))
    held.withdrawn_at = timezone.now()
    held.save(update_fields=["withdrawn_at"])
    note(sha256=held.sha256, was_public=held.published_at is not None)
    return held
