"""Put back what dead workers left: nothing that was begun is lost."""

from typing import Final
from uuid import UUID

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from marsad.desk.work.claim import set_job
from marsad.desk.work.finish import poison, set_aside
from marsad.desk.work.leases import Leases
from marsad.desk.work.models import Fault, JobState

# What ended so many workers ends the next one too.
MOST_DEATHS: Final = 3
_LOWEST: Final = -100


def reclaim(leases: Leases) -> int:
    """Let the running tasks of dead workers wait again; say how many there were."""
    running = DBTaskResult.objects.running()
    left = [
        (pk, workers)
        for pk, workers in running.values_list("pk", "worker_ids")
        if not workers or leases.is_free(workers[-1])
    ]
    for pk, workers in left:
        _put_back(pk, workers)
    return len(left)


def _put_back(pk: UUID, workers: list[str]) -> None:
    with transaction.atomic():
        rows = DBTaskResult.objects.select_for_update().running()
        ticket = rows.filter(pk=pk).first()
        if ticket is None or ticket.worker_ids != workers:
            return  # another worker was quicker
        deaths = len(ticket.worker_ids)
        if deaths >= MOST_DEATHS:
            set_aside(ticket, poison(deaths), Fault.POISON)
            return
        ticket.status = TaskResultStatus.READY
        # Behind the others: what ends its worker does not keep them waiting.
        ticket.priority = max(_LOWEST, ticket.priority - 1)
        ticket.save(update_fields=["status", "priority"])
        set_job(ticket, JobState.WAITING)
