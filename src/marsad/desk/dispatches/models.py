"""What was sent to whom, by which way, whether it arrived; and each partner's own pack."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.composing.editions import Edition, from_json
from marsad.desk.partners.models import Contact, Partner
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.models import Marked, MarkedRows, Person


class Cause(models.TextChoices):
    """Why something was sent."""

    RELEASE = "release", _("release")
    CORRECTION = "correction", _("correction")
    RECALL = "recall", _("recall")


class Outcome(models.TextChoices):
    """What became of a letter."""

    WAITING = "waiting", _("waiting")
    # A worker has it in hand; one that died may have sent it or not.
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    BOUNCED = "bounced", _("came back")
    # The mail server had it and did not say whether it took it: nobody knows.
    UNSURE = "unsure", _("not known whether it was sent")
    # What it was to bring may not go there any more: recalled, corrected, closed.
    DROPPED = "dropped", _("not to be sent any more")


# Letters of which the contact has, or may have, one copy.
RECEIVED = (Outcome.SENDING, Outcome.SENT, Outcome.UNSURE)


class PartnerPack(Marked):
    """A release as one partner takes it, frozen when it was made for them."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="packs")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="packs")
    # The adapted edition as canonical JSON, and its hash.
    edition = models.TextField()
    sha256 = models.CharField(max_length=64)
    # How many blocks of the release are not in it.
    left_out = models.PositiveIntegerField(default=0)
    # What lists say of it, by language: {"ar": {"title": ..., "summary": ...}}.
    says = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("partner's pack")
        verbose_name_plural = _("partners' packs")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "partner"], name="one_pack_a_partner"
            )
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.partner}"

    @property
    def adapted(self) -> Edition:
        """The edition as this partner takes it."""
        return from_json(self.edition.encode())


class Making(models.Model):
    """That everybody's packs and letters of a release, or of its recall, were made."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="makings")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("making of packs")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "cause"], name="one_making_a_cause"
            )
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.get_cause_display()}"


class Dispatch(models.Model):
    """One letter to one contact about one release."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="dispatches")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="dispatches")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    outcome = models.CharField(
        max_length=7, choices=Outcome.choices, default=Outcome.WAITING
    )
    # The letter's own secret number, by which its return is known.
    message_id = models.CharField(max_length=120, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
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

    @property
    def waits_until(self) -> datetime | None:
        """When it is tried next; None once it is settled."""
        return self.next_try_at if self.outcome == Outcome.WAITING else None


class Bounce(models.TextChoices):
    """What a letter that came back says of the address."""

    HARD = "hard", _("the address does not exist")
    SOFT = "soft", _("it was not taken this time")
    LATE = "late", _("it is late, and tried again elsewhere")


class Return(models.Model):
    """A report that a letter came back, or is late; never changed."""

    dispatch = models.ForeignKey(Dispatch, models.PROTECT, related_name="returns")
    bounce = models.CharField(max_length=4, choices=Bounce.choices)
    # The enhanced status code of RFC 3463, such as 5.1.1, where there is one.
    status = models.CharField(max_length=12, blank=True)
    said = models.CharField(max_length=500, blank=True)
    # Of the report's bytes: read twice, it counts once.
    sha256 = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("letter that came back")
        verbose_name_plural = _("letters that came back")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.dispatch}: {self.status}"


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


class Acknowledgement(models.Model):
    """That a person who took a pack has read that it was recalled or corrected."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("notice that was read")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "person", "cause"], name="one_reading_a_notice"
            )
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.person}"
