"""Reopen a contradiction; what its resolution took out comes back."""

from django.utils.translation import gettext as _

from marsad.desk.contradictions.models import Contradiction, Standing
from marsad.desk.contradictions.resolve import locked, name_of
from marsad.desk.register.models import Decision
from marsad.desk.register.undo import undo
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("contradictions.reopen")
def reopen(contradiction: Contradiction, *, by: Person, because: str) -> Contradiction:
    """Take a resolution back, and the decision with which it took a side out."""
    row = locked(contradiction)
    if row.state != Standing.RESOLVED:
        raise Refused(
            name_of(row),
            _("is %(state)s") % {"state": row.get_state_display()},
            _("only what somebody resolved can be reopened"),
        )
    note(choice=row.choice, resolved_by=str(row.by), resolved_because=row.because)
    is_undone = Decision.objects.filter(undoes=row.decision_id).exists()
    if row.decision is not None and not is_undone:
        undo(row.decision, by=by, because=because)
    row.state, row.choice, row.because = Standing.OPEN, "", ""
    row.by, row.resolved_at, row.decision = None, None, None
    row.save()
    return row
