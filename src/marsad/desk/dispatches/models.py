"""What was sent to whom, by which way, whether it arrived; and each partner's own pack."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.partners.models import Contact, Partner
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.models import Person


class Cause(models.TextChoices):
    """Why something was sent."""

    RELEASE = "release", _("release")
    CORRECTION = "correction", _("correction")
    RECALL = "recall", _("recall")


class Outcome(models.TextChoices):
    """What became of a letter."""

    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    BOUNCED = "bounced", _("came back")


class PartnerPack(models.Model):
    """A release as one partner takes it, frozen when it was made for them."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="packs")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="packs")
    # The adapted edition as canonical JSON, and its hash.
    edition = models.TextField()
    sha256 = models.CharField(max_length=64)
    left_out = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("partner's pack")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "partner"], name="one_pack_a_partner"
            )
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.partner}"


class Dispatch(models.Model):
    """One letter to one contact about one release."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="dispatches")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="dispatches")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    outcome = models.CharField(
        max_length=7, choices=Outcome.choices, default=Outcome.WAITING
    )
    # The letter's own number, by which its return is known.
    message_id = models.CharField(max_length=120, unique=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    # What the mail server, or the letter that came back, said.
    said = models.CharField(max_length=500, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("dispatch")
        verbose_name_plural = _("dispatches")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "contact", "cause"], name="one_letter_a_cause"
            )
        ]
        indexes = [models.Index(fields=["outcome", "next_try_at"])]

    def __str__(self) -> str:
        return f"{self.release}: {self.contact}"


class Handing(models.Model):
    """That a person of a partner took a pack or read it; never changed."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="handings")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="handings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    what = models.CharField(max_length=20)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("handing out")
        indexes = [models.Index(fields=["release", "partner"])]

    def __str__(self) -> str:
        return f"{self.release}: {self.person}"
