"""Write down how a task ended: what came out, the sentence of its error, or not at all."""

from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from marsad.desk.work.claim import set_job
from marsad.desk.work.models import Fault, JobState, Ticket
from marsad.errors import MarsadError, Refused


def succeed(ticket: Ticket, outcome: Any) -> bool:
    """Say that a task is done; False where it is no longer this worker's."""
    with transaction.atomic():
        fresh = _still_running(ticket)
        if fresh is None:
            return False
        fresh.set_successful(outcome)
        said = outcome if isinstance(outcome, dict) else {}
        set_job(fresh, JobState.DONE, outcome=said, told="", fault="")
    return True


def fail(ticket: Ticket, error: BaseException) -> bool:
    """Say that a task failed, and why; False where it is no longer this worker's."""
    with transaction.atomic():
        fresh = _still_running(ticket)
        if fresh is None:
            return False
        set_aside(fresh, error, Fault.ERROR)
    return True


def put_back(ticket: Ticket) -> None:
    """Let a task wait again that was not to blame for being stopped."""
    with transaction.atomic():
        fresh = _still_running(ticket)
        if fresh is not None:
            fresh.status = TaskResultStatus.READY
            fresh.worker_ids = fresh.worker_ids[:-1]
            fresh.save(update_fields=["status", "worker_ids"])
            set_job(fresh, JobState.WAITING)


def set_aside(ticket: Ticket, error: BaseException, fault: Fault) -> None:
    """Take a task out of the queue for good, until somebody asks for it again."""
    ticket.set_failed(error)
    set_job(ticket, JobState.FAILED, told=sentence(error), fault=fault)


def sentence(error: BaseException) -> str:
    """An error in one line that people can read."""
    if isinstance(error, MarsadError):
        return str(error)
    first_line = str(error).strip().partition("\n")[0][:300]
    return f"{type(error).__name__}: {first_line}"


def poison(deaths: int) -> Refused:
    """Why a task that ends its workers is not tried again."""
    problem = f"ended its worker {deaths} times"
    return Refused("this job", problem, "look at what it is about before trying again")


def _still_running(ticket: Ticket) -> Ticket | None:
    """The task, unless it was put back meanwhile and is another's now."""
    fresh = DBTaskResult.objects.select_for_update().filter(pk=ticket.pk).first()
    is_ours = (
        fresh is not None
        and fresh.status == TaskResultStatus.RUNNING
        and fresh.worker_ids == ticket.worker_ids
    )
    return fresh if is_ours else None
