"""What was put into the queue: jobs, and the batches that they came in."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from marsad.desk.safeguards.models import Marked, MarkedRows, Person
from marsad.desk.work.subjects import said

# A row of the queue itself, whatever its task takes and gives.
Ticket = DBTaskResult[Any, Any]


class Batch(Marked):
    """Jobs that were put into the queue together."""

    label = models.CharField(max_length=200)
    # A person, or the name of a part of the system.
    by = models.CharField(max_length=130)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, db_index=True)
    total = models.PositiveIntegerField(default=0)
    done_count = models.PositiveIntegerField(default=0)
    failed_count = models.PositiveIntegerField(default=0)

    objects = MarkedRows.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return said(self.label)

    @property
    def ended_count(self) -> int:
        """How many of its jobs are over, well or badly."""
        return self.done_count + self.failed_count


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    # It failed, and somebody said that nothing more is to be done about it.
    DROPPED = "dropped", _("dropped")


class Fault(models.TextChoices):
    """Why a job failed."""

    ERROR = "error", _("It could not be done")
    POISON = "poison", _("It ended its worker three times and was set aside")


class Job(Marked):
    """One thing to do: what it is about, where it stands, what came out."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="jobs")
    ticket = models.OneToOneField(
        DBTaskResult, models.SET_NULL, null=True, related_name="job"
    )
    # The name of a file, an address: what people know it by.
    subject = models.CharField(max_length=500)
    state = models.CharField(
        _("state"), max_length=7, choices=JobState.choices, default=JobState.WAITING
    )
    fault = models.CharField(max_length=6, blank=True, choices=Fault.choices)
    # The sentence of the error.
    told = models.TextField(blank=True)
    # What came out, as plain JSON: counts, ids, faults of single rows.
    outcome = models.JSONField(default=dict)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = MarkedRows.as_manager()

    class Meta:
        ordering = ["-changed_at"]
        indexes = [models.Index(fields=["state", "-changed_at"])]

    def __str__(self) -> str:
        return said(self.subject)
