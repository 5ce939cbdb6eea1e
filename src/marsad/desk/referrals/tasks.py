"""What runs by the clock: notices that people let go, and evidence whose time is over."""

from typing import Any, Final

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from marsad.desk.mailing.office import server
from marsad.desk.referrals.claim import left_behind, waiting
from marsad.desk.referrals.models import Route
from marsad.desk.referrals.send import (
    post_notices,
    send_letters,
    settle_left_behind,
)
from marsad.errors import Refused

_SECONDS: Final = 30.0


@task()
def carry_notices() -> dict[str, Any]:
    """Send the notices that wait, by letter and by interface."""
    left = settle_left_behind()
    posted = post_notices(seconds=_SECONDS)
    where = server()
    letters = send_letters(where, seconds=_SECONDS) if where else 0
    return {"left_behind": left, "letters": letters, "posted": posted}


def keep_up() -> int:
    """Put the work into the queue once, as soon as there is any; say whether there was."""
    if not _is_due() or _is_queued():
        return 0
    carry_notices.enqueue()
    return 1


def _is_due() -> bool:
    if waiting(Route.API).exists() or left_behind(timezone.now()).exists():
        return True
    if not waiting(Route.LETTER).exists():
        return False
    try:
        return server() is not None
    except Refused:
        # Wrongly set up: the page of referrals says how, and the letters wait.
        return False


def _is_queued() -> bool:
    open_states = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    rows = DBTaskResult.objects.filter(task_path=carry_notices.module_path)
    return bool(rows.filter(status__in=open_states).exists())
