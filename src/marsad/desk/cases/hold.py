"""Hold a case while it is read, so that two people do not look at one thing by accident."""

from datetime import timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.cases.models import Case
from marsad.desk.cases.standing import may_read
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

HELD_FOR: Final = timedelta(minutes=15)


@act("cases.hold")
def hold(case: Case, *, by: Person, because: str) -> Case:
    """Open a case to read it; nobody else reads it for a quarter of an hour."""
    held: Case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if held.marking > by.clearance:
        problem = _("is marked above your clearance")
        raise Refused(str(held), problem, _("leave it to somebody who is cleared"))
    if not may_read(held, by):
        problem = _("you have read it already, or it is decided")
        raise Refused(str(held), problem, _("take the next one"))
    if held.is_held_from(by):
        problem = _("somebody else has it open")
        raise Refused(str(held), problem, _("take the next one"))
    held.held_by, held.held_until = by, timezone.now() + HELD_FOR
    # What is read is what was there: posts that come now make a case of their own.
    held.is_gathering = False
    held.save(update_fields=["held_by", "held_until", "is_gathering"])
    return held
