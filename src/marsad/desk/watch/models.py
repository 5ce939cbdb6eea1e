"""Counts of posts by day and week, and wording that rises and matches nothing known."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Stretch(models.TextChoices):
    """How long a count runs; accounts of a week are no sum of those of its days."""

    DAY = "day", _("day")
    WEEK = "week", _("week")


class Tally(models.Model):
    """How much was posted on a theme, in a language, on a platform; derived, no posts in it."""

    stretch = models.CharField(max_length=4, choices=Stretch.choices)
    # The day, or the Monday of the week.
    starts = models.DateField()
    theme = models.CharField(_("theme"), max_length=80)
    # Empty: all of them.
    language = models.CharField(_("language"), max_length=3, blank=True)
    platform = models.CharField(_("platform"), max_length=40, blank=True)
    marking = models.PositiveSmallIntegerField(default=0)
    posts = models.PositiveIntegerField(default=0)
    accounts = models.PositiveIntegerField(default=0)
    reach = models.PositiveBigIntegerField(default=0)
    matched = models.PositiveIntegerField(default=0)
    # Whether it may be read: not of a few accounts, nor what is left over of a sum.
    is_shown = models.BooleanField(default=False)
    counted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        ordering = ["-starts"]
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "stretch",
                    "starts",
                    "theme",
                    "language",
                    "platform",
                    "marking",
                ],
                name="one_tally_a_cell",
            )
        ]

    def __str__(self) -> str:
        return f"{self.theme}, {self.starts}"


class Novelty(models.Model):
    """Wording that rises, by enough accounts to name nobody, and that no bank knows."""

    theme = models.CharField(_("theme"), max_length=80)
    language = models.CharField(_("language"), max_length=3, blank=True)
    words = models.CharField(_("wording"), max_length=300)
    starts = models.DateField()
    marking = models.PositiveSmallIntegerField(default=0)
    posts = models.PositiveIntegerField()
    accounts = models.PositiveIntegerField()
    # How many times as frequent as before, with its interval.
    rise = models.FloatField()
    rise_from = models.FloatField()
    rise_to = models.FloatField()
    noticed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("new wording")
        verbose_name_plural = _("new wordings")
        ordering = ["-starts", "-rise_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "language", "words", "starts", "marking"],
                name="one_row_a_new_wording",
            )
        ]

    def __str__(self) -> str:
        return self.words
