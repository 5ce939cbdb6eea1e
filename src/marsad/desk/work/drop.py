"""Drop a failed job: nothing more is to be done about it."""

from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.desk.work.models import Job, JobState
from marsad.errors import Refused


@act("work.drop")
def drop(job: Job, *, by: Person, because: str) -> Job:
    """Take a failed job off the page of work; in its batch it stays counted as failed."""
    fresh: Job = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if fresh.state != JobState.FAILED:
        problem = _("is %(state)s") % {"state": fresh.get_state_display()}
        raise Refused(fresh.subject, problem, _("only what failed is dropped"))
    fresh.state = JobState.DROPPED
    fresh.save(update_fields=["state"])
    return fresh
