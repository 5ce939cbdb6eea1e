"""Say whether a machine's find is our line, so that only what people saw is counted."""

from typing import Final

from django.utils.translation import gettext as _

from marsad.desk.measures.models import Uptake
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

VERDICTS: Final = ("right", "wrong", "")


@act("measures.judge")
def judge(uptake: Uptake, verdict: str, *, by: Person, because: str) -> Uptake:
    """Write down what a person made of a find; an empty verdict takes it back."""
    if verdict not in VERDICTS:
        problem = _("is neither right nor wrong")
        raise Refused(verdict, problem, _("choose one of the two"))
    fresh: Uptake = Uptake.objects.select_for_update().get(pk=uptake.pk)
    note(before=fresh.judged, after=verdict)
    fresh.judged = verdict
    fresh.judged_by = by if verdict else None
    fresh.judged_because = because if verdict else ""
    fresh.save(update_fields=["judged", "judged_by", "judged_because"])
    return fresh
