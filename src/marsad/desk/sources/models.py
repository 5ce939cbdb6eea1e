"""Outlets and feeds, each with the grade that people gave it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SourceGrade(models.TextChoices):
    """How reliable a source has been, A to F, as the NATO grading of sources has it."""

    A = "A", _("A: completely reliable")
    B = "B", _("B: usually reliable")
    C = "C", _("C: fairly reliable")
    D = "D", _("D: not usually reliable")
    E = "E", _("E: unreliable")
    F = "F", _("F: cannot be judged")


class Source(models.Model):
    """An outlet or a feed that documents come from."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    address = models.URLField(_("address"), max_length=500, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    grade = models.CharField(
        _("grade"), max_length=1, choices=SourceGrade.choices, default=SourceGrade.F
    )
    suspended_at = models.DateTimeField(_("suspended"), null=True, blank=True)
    added_at = models.DateTimeField(_("added"), default=timezone.now)

    class Meta:
        ordering = ["name"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.name
