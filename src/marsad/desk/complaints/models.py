"""Appeals against referrals: by anybody, without an account, answered by a stranger to them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marsad.desk.cases.models import Case
from marsad.desk.referrals.models import Referral
from marsad.desk.safeguards.models import Person


class Outcome(models.TextChoices):
    """What became of an appeal."""

    UPHELD = "upheld", _("upheld")
    REJECTED = "rejected", pgettext_lazy("appeal", "rejected")
    # No referral of ours was found under the address that was given.
    NOT_OURS = "not_ours", _("no referral of ours")


class Complaint(models.Model):
    """An appeal against a referral, in its writer's words, with a day by which it is answered."""

    # Given to its writer, who asks after it by this alone.
    reference = models.CharField(max_length=20, unique=True)
    # Of the address that was given only a keyed hash is kept.
    address_mark = models.CharField(max_length=26, db_index=True)
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="complaints"
    )
    referral = models.ForeignKey(
        Referral, models.PROTECT, null=True, blank=True, related_name="complaints"
    )
    words = models.TextField(_("why it was wrong"), max_length=4000)
    language = models.CharField(max_length=2)
    # Only if its writer wants a letter; forgotten after the answer.
    address = models.EmailField(_("e-mail"), blank=True)
    at = models.DateTimeField(default=timezone.now)
    # Two weeks, as Reg. (EU) 2021/784, art. 10(2), asks of a host.
    due_at = models.DateTimeField(_("due"))
    answer = models.TextField(_("answer"), blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    answered_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("appeal against a referral")
        verbose_name_plural = _("appeals against referrals")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.reference
