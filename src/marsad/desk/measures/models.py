"""Where released lines turned up, and what people said of each find."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.documents.models import Document
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.models import Marked, MarkedRows, Person


class How(models.TextChoices):
    """How a line stands in a later document."""

    VERBATIM = "verbatim", _("word for word")
    EDITED = "edited", _("edited")
    TRANSLATED = "translated", _("translated")


class Uptake(Marked):
    """A released line, or what was made of it, in a later document."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="uptakes")
    block = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    line = models.TextField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="uptakes")
    how = models.CharField(_("how"), max_length=10, choices=How.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    score = models.FloatField(_("score"))
    # What was left out, added, replaced; numbers and names first.
    changes = models.JSONField(default=list)
    found_at = models.DateTimeField(default=timezone.now)
    # "" while nobody looked; right or wrong.
    judged = models.CharField(max_length=5, blank=True)
    judged_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    judged_because = models.TextField(blank=True)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("uptake")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "block", "language", "document", "start"],
                name="one_row_an_uptake",
            )
        ]

    def __str__(self) -> str:
        return self.quote[:80]
