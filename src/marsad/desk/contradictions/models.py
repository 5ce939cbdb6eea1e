"""Pairs of lines of the register that cannot both hold, and what people said of them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.register.models import Decision, Entry, Finding
from marsad.desk.safeguards.models import Marked, MarkedRows, Person


class About(models.TextChoices):
    """What two lines disagree on."""

    VALUE = "value", _("the value")
    DAYS = "days", _("the days of a meeting")
    ATTENDANCE = "attendance", _("how many took part")
    AMOUNT = "amount", _("the amount promised")


class Standing(models.TextChoices):
    """Where a contradiction stands."""

    OPEN = "open", _("open")
    RESOLVED = "resolved", _("resolved")
    # One of the two was retracted, merged, corrected or rejected meanwhile.
    SETTLED = "settled", _("settled by itself")


class Choice(models.TextChoices):
    """What a person said of the two sides."""

    ONE = "one", _("The first stands")
    OTHER = "other", _("The second stands")
    BOTH = "both", _("Both stand: they speak of different things")
    NEITHER = "neither", _("Neither stands")


class Contradiction(Marked):
    """Two entries, or an entry and a proposed finding, that cannot both hold."""

    # The pair by its names: one row, however often it is noticed.
    key = models.CharField(max_length=50, unique=True)
    about = models.CharField(_("about"), max_length=10, choices=About.choices)
    series = models.CharField(max_length=200, blank=True)
    day = models.DateField(_("day"))
    one = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    other = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # In place of the other entry: what a reader proposes and nobody has confirmed yet.
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, blank=True, related_name="+"
    )
    why = models.CharField(max_length=300)
    # What both sides said when they were compared: other values are another matter.
    compared = models.CharField(max_length=300)
    found_at = models.DateTimeField(_("found"), default=timezone.now)
    state = models.CharField(
        _("state"), max_length=8, choices=Standing.choices, default=Standing.OPEN
    )
    choice = models.CharField(
        _("resolution"), max_length=7, choices=Choice.choices, blank=True
    )
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    because = models.TextField(_("reason"), blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    # The decision that took a losing side out of the register, if one was asked for.
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("contradiction")
        verbose_name_plural = _("contradictions")
        indexes = [
            models.Index(fields=["state", "-id"]),
            models.Index(fields=["series", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(other__isnull=False, finding__isnull=True)
                | models.Q(other__isnull=True, finding__isnull=False),
                name="two_sides",
            )
        ]

    def __str__(self) -> str:
        return self.why
