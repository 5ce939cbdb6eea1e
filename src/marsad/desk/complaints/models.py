"""Appeals against referrals: by anybody, without an account, answered by a stranger to them."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marsad.desk.cases.models import Case, Cases
from marsad.desk.posts.models import Post
from marsad.desk.referrals.models import Fate, Referral
from marsad.desk.safeguards.models import Person


class Outcome(models.TextChoices):
    """What became of an appeal."""

    UPHELD = "upheld", _("upheld")
    REJECTED = "rejected", pgettext_lazy("appeal", "rejected")
    # No referral of ours was found under the address that was given.
    NOT_OURS = "not_ours", _("no referral of ours")


class Complaints(models.QuerySet["Complaint"]):
    """Appeals, in the order in which people should answer them."""

    def visible_to(self, person: Person) -> Self:
        """Leave out what is about a case above this person's clearance."""
        if not person.is_active:
            return self.none()
        seen = Q(case__isnull=True) | Q(case__marking__lte=person.clearance)
        return self.filter(seen)

    def waiting(self) -> Self:
        """Only those that nobody has answered, what is due first before the others."""
        return self.filter(answered_at__isnull=True).order_by("due_at", "id")


class Complaint(models.Model):
    """An appeal against a referral, in its writer's words, with a day by which it is answered."""

    # Given to its writer, who asks after it by this alone.
    reference = models.CharField(max_length=20, unique=True)
    # Of the address that was given only a keyed hash is kept.
    address_mark = models.CharField(max_length=26, db_index=True)
    # The post behind the address, the notice that named it last, and the notice's case.
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="complaints"
    )
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

    objects = Complaints.as_manager()

    class Meta:
        verbose_name = _("appeal against a referral")
        verbose_name_plural = _("appeals against referrals")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.reference

    def is_overdue(self, at: datetime | None = None) -> bool:
        """Whether its day has passed without an answer, or passed before there was one."""
        return (self.answered_at or at or timezone.now()) > self.due_at

    def cases(self) -> Cases:
        """Every case whose notices name the post: the appeal is about all of them."""
        # Of no post there are none.
        named = Referral.objects.filter(posts__post=self.post_id)
        found: Cases = Case.objects.filter(pk__in=named.values("case")).order_by("pk")
        return found if self.post_id else found.none()

    def notices(self) -> "models.QuerySet[Referral]":
        """The notices of these cases that nobody has withdrawn yet."""
        standing = Referral.objects.exclude(fate=Fate.WITHDRAWN)
        return standing.filter(case__in=self.cases()).order_by("pk")
