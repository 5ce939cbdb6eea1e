"""Open a decided case anew: other people read it, and what was found before stays."""

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.cases.models import Case, Reopening, Stage, due_after
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("cases.reopen")
def reopen(case: Case, *, by: Person, because: str) -> Case:
    """Open a decided case for other readers."""
    return opened_anew(case, by=by, because=because)


def opened_anew(case: Case, *, by: Person, because: str) -> Case:
    """Put a decided case before other readers; a part of acts that may do so.

    The readings of earlier rounds stay, count no longer, and their readers read it no
    more.
    """
    held: Case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if held.marking > by.clearance:
        problem = _("is marked above your clearance")
        raise Refused(str(case), problem, _("leave it to somebody who is cleared"))
    if Stage(held.stage).is_waiting:
        raise Refused(str(held), _("is open already"), _("wait for its readers"))
    before = held.stage
    Case.objects.filter(pk=held.pk).update(
        round=F("round") + 1,
        stage=Stage.FIRST,
        closed_at=None,
        held_by=None,
        held_until=None,
        due_at=due_after(held.severity, timezone.now()),
    )
    held.refresh_from_db()
    made = Reopening.objects.create(
        case=held, round=held.round, by=by, because=because.strip()
    )
    touch(held, made)
    note(before=before, round=held.round)
    return held
