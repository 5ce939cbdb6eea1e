"""Take back what one put before a releasing officer."""

from django.utils.translation import gettext as _

from marsad.desk.releases.models import Fate, Submission
from marsad.desk.releases.waiting import held
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("releases.withdraw")
def withdraw(submission: Submission, *, by: Person, because: str) -> Submission:
    """Withdraw a submission; only who submitted it does."""
    fresh = held(submission)
    if fresh.submitted_by_id != by.pk:
        problem = _("was submitted by %(who)s") % {"who": fresh.submitted_by}
        raise Refused(fresh.title, problem, _("ask an officer to return it"))
    fresh.settle(Fate.WITHDRAWN, by=by, because=because)
    return fresh
