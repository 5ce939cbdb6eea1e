"""The public account of a period: frozen figures, and who let them out."""

import json
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import Person


class Reports(models.QuerySet["Report"]):
    """Reports, and which of them everybody may read."""

    def public(self) -> Self:
        """Only what was published and not taken back."""
        return self.filter(published_at__isnull=False, withdrawn_at__isnull=True)

    def once_public(self) -> Self:
        """What was published, also where it was taken back since."""
        return self.filter(published_at__isnull=False)


class Report(models.Model):
    """What was asked of platforms in a period and what came of it, counted from records."""

    begins = models.DateField(_("from"))
    ends = models.DateField(_("to"))
    # marsad.desk.transparency.figures: canonical JSON, and its hash.
    figures = models.TextField()
    sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    # By another person than who made it; until then it is only read at the desk.
    published_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = Reports.as_manager()

    class Meta:
        verbose_name = _("transparency report")
        verbose_name_plural = _("transparency reports")
        ordering = ["-begins", "-id"]

    def __str__(self) -> str:
        return f"{self.begins} – {self.ends}"

    @property
    def period(self) -> str:
        """Its period as it stands in addresses and names of files."""
        return f"{self.begins:%Y-%m-%d}--{self.ends:%Y-%m-%d}"

    @property
    def said(self) -> dict[str, Any]:
        """The frozen figures."""
        found: dict[str, Any] = json.loads(self.figures)
        return found

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.published_at is not None and self.withdrawn_at is None
