"""Series of figures: what they are called, how long their values last, what moved."""

from typing import Self

from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from marsad.desk.register.models import Decision, Entry, State
from marsad.desk.safeguards.models import Marked, MarkedRows, Person


class Indicators(MarkedRows):
    """Series as people see them."""

    def seen_by(self, person: Person) -> Self:
        """Series of which this person may see at least one value or one proposal."""
        rows = self.visible_to(person)
        if person.may("findings.read"):
            return rows
        entries = Entry.objects.visible_to(person).filter(
            series=models.OuterRef("key"), state=State.CURRENT
        )
        return rows.filter(models.Exists(entries))


class Indicator(Marked):
    """One series: what is counted, of which body, where, and in which unit.

    Its marking is the lowest of its values: each value is shown by its own marking.
    """

    # indicator|body|place|unit, as entries and findings carry it.
    key = models.CharField(max_length=200, unique=True)
    title_ar = models.CharField(_("title in Arabic"), max_length=200, blank=True)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    title_fr = models.CharField(_("title in French"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    # For how many days a value holds; empty: as the house has it for this indicator.
    days = models.PositiveIntegerField(
        _("days until it expires"), null=True, blank=True
    )
    description = models.TextField(_("description"), blank=True)
    # The cell looks at this one every morning: it stands first in the list.
    is_followed = models.BooleanField(_("followed by the cell"), default=False)
    met_at = models.DateTimeField(_("first met"), default=timezone.now)

    objects = Indicators.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        indexes = [models.Index(fields=["-is_followed", "key"])]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title in the reader's language, or in the language there is one in."""
        language = (translation.get_language() or "en")[:2]
        asked: str = getattr(self, f"title_{language}", "")
        return asked or self.title_en or self.title_ar or self.title_fr or self.key

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """Indicator, body, place and unit, as the key has them."""
        indicator, body, place, unit = (*self.key.split("|"), "", "", "")[:4]
        return indicator, body, place, unit


class Assignment(models.Model):
    """An entry that a person moved from one series to another; never changed."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="assignments")
    before = models.CharField(max_length=200, blank=True, db_index=True)
    after = models.CharField(max_length=200, blank=True, db_index=True)
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="assignment")

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
