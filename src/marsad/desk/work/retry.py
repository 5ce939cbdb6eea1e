"""Try a failed job again."""

from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.desk.work.claim import set_job
from marsad.desk.work.models import Job, JobState
from marsad.errors import Refused


@act("work.retry")
def retry(job: Job, *, by: Person, because: str) -> Job:
    """Let a failed job wait again, as if it had never been tried."""
    fresh = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    ticket = DBTaskResult.objects.filter(pk=fresh.ticket_id).first()
    if fresh.state != JobState.FAILED or ticket is None:
        problem = _("is %(state)s") % {"state": fresh.get_state_display()}
        raise Refused(fresh.subject, problem, _("only what failed is tried again"))
    ticket.status = TaskResultStatus.READY
    ticket.worker_ids = []
    ticket.priority = 0
    ticket.finished_at = None
    ticket.save(update_fields=["status", "worker_ids", "priority", "finished_at"])
    set_job(ticket, JobState.WAITING, told="", fault="")
    result: Job = fresh
    result.refresh_from_db()
    return result
