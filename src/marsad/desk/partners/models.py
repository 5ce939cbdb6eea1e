"""Partners, who sits there, whom we write to, and how each takes a pack."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.entities.models import Entity
from marsad.desk.entities.named import Named
from marsad.desk.safeguards.models import MARKINGS, Person
from marsad.marking import Marking

LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français")]
# The standing sections of a brief, which a partner may leave out of its own pack; the
# editor of briefs (marsad.desk.briefs.blocks) writes under these headings.
SECTIONS = [
    ("new", _("What is new")),
    ("efforts", _("Lines of effort")),
    ("failures", _("The adversary's failures")),
    ("statements", _("Statements")),
    ("figures", _("Facts and figures")),
    ("commitments", _("Commitments")),
    ("meetings", _("Meetings")),
    ("members", _("Members")),
    ("partners", _("News of partners")),
]


class Partner(Named):
    """A government or body that packs are sent to, and how it takes them."""

    # Short and lasting, in addresses and file names: kw, unitad.
    code = models.SlugField(_("code"), max_length=40, unique=True)
    # Which party of the register it is: what it says is compared with our drafts.
    entity = models.ForeignKey(
        Entity, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The strictest marking of anything that is sent to it.
    ceiling = models.PositiveSmallIntegerField(
        _("reads up to"), choices=MARKINGS, default=int(Marking.GREEN)
    )
    # Its own pack: languages in their order, standing sections that it leaves out, and
    # its own words before ours, by language.
    languages = models.JSONField(_("languages"), default=list)
    without = models.JSONField(_("sections left out"), default=list)
    foreword = models.JSONField(_("foreword"), default=dict)
    added_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["code"]

    @property
    def tlp(self) -> Marking:
        """The strictest marking that reaches it."""
        return Marking(self.ceiling)

    @property
    def is_open(self) -> bool:
        """Whether anything reaches it at all."""
        return self.closed_at is None

    def _unnamed(self) -> str:
        return self.code


class Seat(models.Model):
    """That a person of the group of partners sits at one partner, and at no other."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="seat")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="seats")

    def __str__(self) -> str:
        return f"{self.person}: {self.partner}"


class Contact(models.Model):
    """An office of a partner that is written to; an address of an office, not a private one."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="contacts")
    name = models.CharField(_("name"), max_length=120)
    address = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGES)
    # Opens its own page of unsubscribing; known to nobody else.
    token = models.CharField(max_length=64, unique=True)
    added_at = models.DateTimeField(default=timezone.now)
    # When a person last said that the address is right: what came back before that no
    # longer counts.
    opened_at = models.DateTimeField(default=timezone.now)
    unsubscribed_at = models.DateTimeField(null=True, blank=True)
    # After too many letters came back; a person puts it right and opens it again.
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_because = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["partner", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "address"], name="one_contact_an_address"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>"

    @property
    def is_written_to(self) -> bool:
        """Whether letters go there."""
        return self.unsubscribed_at is None and self.stopped_at is None
