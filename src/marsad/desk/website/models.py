"""Appeals of readers: what they object to, and what they were answered."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marsad.desk.releases.models import Release
from marsad.desk.safeguards.models import Person


class About(models.TextChoices):
    """What an appeal is about."""

    WRONG = "wrong", _("Something is wrong")
    PERSON = "person", _("It harms or names me")
    SOURCE = "source", _("My words or work are used wrongly")
    OTHER = "other", _("Something else")


class Outcome(models.TextChoices):
    """What an officer found of an appeal."""

    UPHELD = "upheld", _("upheld")
    PARTLY = "partly", _("upheld in part")
    REJECTED = "rejected", pgettext_lazy("appeal", "rejected")


class Appeal(models.Model):
    """A reader's objection; answered by a named officer."""

    # Given to the reader, who asks after it by this alone.
    reference = models.CharField(max_length=20, unique=True)
    about = models.CharField(_("about"), max_length=6, choices=About.choices)
    release = models.ForeignKey(
        Release, models.PROTECT, null=True, blank=True, related_name="appeals"
    )
    page = models.CharField(_("page"), max_length=300, blank=True)
    words = models.TextField(_("what is wrong"), max_length=4000)
    language = models.CharField(max_length=2)
    # Only if the reader wants a letter; forgotten after the answer.
    address = models.EmailField(_("e-mail"), blank=True)
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    # Once answered.
    outcome = models.CharField(
        _("outcome"), max_length=8, choices=Outcome.choices, blank=True
    )

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.reference
