"""Give a submission back to its writers, with what is to be mended."""

from marsad.desk.releases.models import Fate, Submission
from marsad.desk.releases.waiting import held
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person


@act("releases.return")
def send_back(submission: Submission, *, by: Person, because: str) -> Submission:
    """Return a submission to its writers with the reason."""
    fresh = held(submission)
    fresh.settle(Fate.RETURNED, by=by, because=because)
    return fresh
