"""What became of commitments: kept, broken, withdrawn; never changed, only taken back."""

from typing import Final

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marsad.desk.documents.models import Document
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.models import Person


class Status(models.TextChoices):
    """What a person said of a commitment."""

    KEPT = "kept", _("kept")
    BROKEN = "broken", _("broken")
    WITHDRAWN = "withdrawn", pgettext_lazy("commitment", "withdrawn")
    # Takes an earlier word back; the commitment is open again.
    REOPENED = "reopened", _("reopened")


SETTLED: Final = (Status.KEPT, Status.BROKEN, Status.WITHDRAWN)
# Whether a promise was kept is shown by something, or it is not said.
NEEDS_EVIDENCE: Final = (Status.KEPT, Status.BROKEN)


class Outcome(models.Model):
    """One person's word on one commitment, with what shows it."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="outcomes")
    status = models.CharField(_("outcome"), max_length=10, choices=Status.choices)
    evidence = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="shows"
    )
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    quote = models.TextField(_("quote"), blank=True)
    address = models.URLField(_("address"), max_length=2000, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    because = models.TextField(_("reason"))
    at = models.DateTimeField(default=timezone.now)
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="undone_by"
    )

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["status", "entry"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status__in=("kept", "broken"))
                | models.Q(evidence__isnull=False)
                | models.Q(document__isnull=False)
                | ~models.Q(address=""),
                name="kept_and_broken_are_shown",
            )
        ]

    def __str__(self) -> str:
        return self.get_status_display()


# The words for where a commitment stands; "due" is told from today and kept nowhere.
WORDS: Final[dict[str, str | Promise]] = {
    "open": pgettext_lazy("commitment", "open"),
    "due": pgettext_lazy("commitment", "due"),
    "kept": _("kept"),
    "broken": _("broken"),
    "withdrawn": pgettext_lazy("commitment", "withdrawn"),
}
