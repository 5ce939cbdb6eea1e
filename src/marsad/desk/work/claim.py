"""Take the next task out of the queue, and set where its job stands."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from marsad.desk.work.models import Job, JobState, Ticket


def claim(worker: str, tasks: Collection[str]) -> Ticket | None:
    """The next task that waits, now running with this worker; only known tasks run."""
    waiting = DBTaskResult.objects.ready().filter(task_path__in=tasks)
    # Asked first without a lock: an idle worker keeps nobody from writing.
    if not waiting.exists():
        return None
    with transaction.atomic():
        ticket: Ticket | None = waiting.get_locked()
        if ticket is not None:
            ticket.claim(worker)
            set_job(ticket, JobState.RUNNING)
    return ticket


def set_job(ticket: Ticket, state: JobState, **said: object) -> None:
    """Set where a task's job stands, and count it in its batch when it is over."""
    job = Job.objects.select_related("batch").filter(ticket=ticket).first()
    if job is None:
        return
    was = job.state
    job.state, job.changed_at = state, timezone.now()
    for name, value in said.items():
        setattr(job, name, value)
    job.save(update_fields=["state", "changed_at", *said])
    batch = type(job.batch).objects.filter(pk=job.batch_id)
    for over, count in (
        (JobState.DONE, "done_count"),
        (JobState.FAILED, "failed_count"),
    ):
        if state == over and was != over:
            batch.update(**{count: F(count) + 1})
        elif was == over and state != over:
            batch.update(**{count: F(count) - 1})
