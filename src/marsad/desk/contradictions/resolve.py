"""Resolve a contradiction: say which side stands, or that both do."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.contradictions.models import Choice, Contradiction, Standing
from marsad.desk.register.models import Decision, Entry, Finding
from marsad.desk.register.reject import reject
from marsad.desk.register.retract import retract
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("contradictions.resolve")
def resolve(
    contradiction: Contradiction,
    choice: str,
    *,
    by: Person,
    because: str,
    takes_out: bool = False,
) -> Contradiction:
    """Say which side stands; only if asked, the other leaves the register as well."""
    row = locked(contradiction)
    if row.state != Standing.OPEN:
        raise Refused(name_of(row), _already(row), _("reopen it first"))
    if choice not in Choice.values:
        raise Refused(name_of(row), _("that is no resolution"), _("choose a side"))
    row.decision = _take_out(row, choice, by, because) if takes_out else None
    row.state, row.choice = Standing.RESOLVED, choice
    row.by, row.because, row.resolved_at = by, because, timezone.now()
    row.save()
    note(choice=choice, takes_out=takes_out)
    return row


def _take_out(
    row: Contradiction, choice: str, by: Person, because: str
) -> Decision | None:
    if choice not in (Choice.ONE, Choice.OTHER):
        raise Refused(
            name_of(row),
            _("it has no side that lost by itself"),
            _("say which side stands, or retract each entry on its own page"),
        )
    loser = row.one if choice == Choice.OTHER else row.other or row.finding
    if isinstance(loser, Entry):
        gone = retract(loser, by=by, because=because)
        version = gone.versions.select_related("decision").get(number=gone.version)
        return version.decision
    if isinstance(loser, Finding):
        [rejected] = reject([loser], by=by, because=because)
        return rejected.changes.select_related("decision").latest("id").decision
    return None


def name_of(row: Contradiction) -> str:
    """How a refusal names a contradiction."""
    return _("contradiction %(number)s") % {"number": row.pk}


def _already(row: Contradiction) -> str:
    said = {"state": row.get_state_display(), "who": row.by}
    if row.by is None:
        return _("is already %(state)s") % said
    return _("is already %(state)s by %(who)s") % said


def locked(contradiction: Contradiction) -> Contradiction:
    """The row as it is now, and nobody else's until this act is over."""
    rows = Contradiction.objects.select_for_update(of=("self",))
    row: Contradiction = rows.select_related("one", "other", "finding", "by").get(
        pk=contradiction.pk
    )
    return row
