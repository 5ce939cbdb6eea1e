"""What runs by the clock: packs and letters of what has opened, and of what was recalled."""

from typing import Any, Final

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from marsad.desk.dispatches.claim import left_behind, waiting
from marsad.desk.dispatches.make import due, make
from marsad.desk.dispatches.send import WORKER, send_due
from marsad.desk.mailing.office import server
from marsad.errors import Refused

# Then somebody else has a turn; what is left over is taken up again a second later.
_SECONDS: Final = 30.0
_MOST: Final = 200
_OPENED: Final = "its release is open"


@task()
def carry_out() -> dict[str, Any]:
    """Make the packs that are due, then send the letters that are."""
    made = [make(one, cause, by=WORKER, because=_OPENED) for one, cause in due()]
    where = server()
    sent = send_due(where, seconds=_SECONDS, most=_MOST) if where else 0
    return {"made": len(made), "letters": sent}


def keep_up() -> int:
    """Put the work into the queue once, as soon as there is any; say whether there was."""
    if not _is_due() or _is_queued():
        return 0
    carry_out.enqueue()
    return 1


def _is_due() -> bool:
    if next(iter(due()), None) is not None:
        return True
    now = timezone.now()
    if not (waiting(now).exists() or left_behind(now).exists()):
        return False
    try:
        return server() is not None
    except Refused:
        # Wrongly set up: the page of letters says how, and the letters wait.
        return False


def _is_queued() -> bool:
    open_states = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    rows = DBTaskResult.objects.filter(task_path=carry_out.module_path)
    return bool(rows.filter(status__in=open_states).exists())
