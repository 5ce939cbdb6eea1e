"""Forget what was done long ago; what failed stays until it is dealt with."""

from datetime import timedelta
from typing import Final

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from marsad.desk.work.models import Batch, Job, JobState

# A month: long enough to ask what became of last week's reports.
KEPT_DAYS: Final = 30


def prune() -> int:
    """Take finished jobs and their batches out of the queue; say how many jobs."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    over = (JobState.DONE, JobState.DROPPED)
    old = Job.objects.filter(state__in=over, changed_at__lt=before)
    count, _ = old.delete()
    done = DBTaskResult.objects.finished().filter(finished_at__lt=before)
    done.filter(job__isnull=True).delete()
    Batch.objects.filter(at__lt=before, jobs__isnull=True).delete()
    return count
