"""Groupings, who is a member of each and since when, and who decided it."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.entities.models import Entity
from marsad.desk.entities.named import Named
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.models import Marked, MarkedRows, Person


class GroupingKind(models.TextChoices):
    """What a grouping is."""

    COALITION = "coalition", _("Coalition")
    LINE = "line", _("Line of effort")
    GROUP = "group", _("Working group")
    SMALL_GROUP = "small_group", _("Small group")


class Grouping(Named, Marked):
    """A coalition, or a part of one, that has members."""

    kind = models.CharField(_("kind"), max_length=12, choices=GroupingKind.choices)
    # The readers' own name for it, by which counts of its members are found.
    canonical = models.CharField(_("canonical name"), max_length=200, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts"
    )
    # An undone definition leaves its row, so that the history can be read.
    is_void = models.BooleanField(default=False)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("grouping")
        verbose_name_plural = _("groupings")
        ordering = ["id"]


class Member(Marked):
    """That an entity is a member of a grouping, from a day until another or today."""

    grouping = models.ForeignKey(Grouping, models.PROTECT, related_name="members")
    entity = models.ForeignKey(Entity, models.PROTECT, related_name="memberships")
    since = models.DateField(_("since"))
    # The proof shows that it was a member by then, perhaps before.
    is_since_at_latest = models.BooleanField(_("at the latest"), default=False)
    # The first day on which it is one no longer.
    until = models.DateField(_("until"), null=True, blank=True)
    since_entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="+"
    )
    until_entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_void = models.BooleanField(default=False)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("member")
        constraints = [
            models.UniqueConstraint(
                fields=["grouping", "entity"],
                condition=models.Q(until__isnull=True, is_void=False),
                name="a_member_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(until__gt=models.F("since")),
                name="ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["grouping", "since"])]

    def __str__(self) -> str:
        return f"{self.grouping}: {self.entity}"

    def standing(self) -> dict[str, Any]:
        """What a decision may change, as plain JSON."""
        return {
            "since": self.since.isoformat(),
            "is_since_at_latest": self.is_since_at_latest,
            "until": self.until.isoformat() if self.until else None,
            "since_entry_id": self.since_entry_id,
            "until_entry_id": self.until_entry_id,
            "marking": self.marking,
            "is_void": self.is_void,
        }


class Ruling(models.Model):
    """One decision of one person about members, the unit of undo."""

    act = models.CharField(
        max_length=8,
        choices=[
            ("define", _("defined")),
            ("admit", _("admitted")),
            ("end", _("ended")),
        ],
    )
    grouping = models.ForeignKey(Grouping, models.PROTECT, related_name="rulings")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="rulings"
    )
    # What the member was before and after, as Member.standing writes it.
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    because = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.member or self.grouping}"
