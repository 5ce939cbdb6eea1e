"""A schedule with a task that ends its worker, as a parser that runs out of memory does."""

import os
import signal

from django_tasks import task

from marsad.desk.register.intake_tasks import take_in_bytes


@task()
def end_the_worker(**_):
    """End the process that runs this, at once."""
    os.kill(os.getpid(), signal.SIGKILL)


TASKS = (take_in_bytes, end_the_worker)
FOLLOWERS = ()
DAILY = ()


def warm():
    """Nothing is needed."""
