"""Findings as the readers proposed them; entries as people made them; every version."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Name
from marsad.desk.safeguards.models import Marked, MarkedRows, Person
from marsad.desk.sources.models import SourceGrade


class Kind(models.TextChoices):
    """What a finding or an entry is."""

    QUOTE = "quote", _("Statement")
    FIGURE = "figure", _("Figure")
    COMMITMENT = "commitment", _("Commitment")
    CALL = "call", _("Call")
    MEETING = "meeting", _("Meeting")
    MEMBERSHIP = "membership", _("Membership")
    PARTY = "party", _("Party")
    PERSON = "person", _("Person")
    DATE = "date", _("Date")


# Mentions and dates serve the other kinds; they are not entered by themselves.
ENTERED = (
    Kind.QUOTE, Kind.FIGURE, Kind.COMMITMENT, Kind.CALL, Kind.MEETING, Kind.MEMBERSHIP,
)  # fmt: skip


class InformationGrade(models.TextChoices):
    """How credible a piece of information is, 1 to 6, as NATO grades information."""

    CONFIRMED = "1", _("1: confirmed by other sources")
    PROBABLE = "2", _("2: probably true")
    POSSIBLE = "3", _("3: possibly true")
    DOUBTFUL = "4", _("4: doubtful")
    IMPROBABLE = "5", _("5: improbable")
    UNJUDGED = "6", _("6: cannot be judged")


class Status(models.TextChoices):
    """Where a finding stands."""

    PROPOSED = "proposed", _("proposed")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")
    # A newer version of the readers no longer sees it, and nobody had decided on it.
    DROPPED = "dropped", _("no longer proposed")


class State(models.TextChoices):
    """Where an entry stands."""

    CURRENT = "current", _("current")
    RETRACTED = "retracted", _("retracted")
    MERGED = "merged", _("merged into another")


class Decision(models.Model):
    """One decision of one person, the unit of undo; never changed."""

    act = models.CharField(max_length=20)
    by = models.ForeignKey(Person, models.PROTECT, related_name="decisions")
    at = models.DateTimeField(default=timezone.now, db_index=True)
    because = models.TextField()
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="undone_by"
    )

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.act}, {self.by}"


class Entries(MarkedRows):
    """Entries of the register."""

    def current(self) -> Self:
        """Leave out what was retracted or merged."""
        return self.filter(state=State.CURRENT)

    def with_sources(self) -> Self:
        """Bring what a list shows of each entry, in few queries."""
        return self.select_related("actor__entity").prefetch_related(
            "citations__document"
        )


class Entry(Marked):
    """A confirmed line of the register; each change makes a version, none is lost."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.CURRENT
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    # The words that stand for it in lists: the quote of its first citation.
    words = models.TextField(_("words"))
    language = models.CharField(_("language"), max_length=2, blank=True)
    # The fields of its kind, as the annotation form has them.
    fields = models.JSONField(default=dict)
    # Who speaks, promises, calls or joins.
    # Here and below, no index of its own: a longer one begins with it.
    actor = models.ForeignKey(
        Name,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="entries",
        db_index=False,
    )
    # The day that it is about: said, as of, held; lists and timelines go by it.
    day = models.DateField(_("day"), db_index=True)
    until = models.DateField(_("until"), null=True, blank=True)
    # Of a figure or a count of members: its series, value and bounds.
    series = models.CharField(_("series"), max_length=200, blank=True)
    value = models.FloatField(_("value"), null=True, blank=True)
    high = models.FloatField(_("upper value"), null=True, blank=True)
    bound = models.CharField(_("bound"), max_length=10, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    expires_on = models.DateField(_("expires"), null=True, blank=True)
    # Of a commitment: the last day on which it can be kept.
    due_on = models.DateField(_("due"), null=True, blank=True)
    source_grade = models.CharField(
        _("source grade"), max_length=1, choices=SourceGrade.choices, default="F"
    )
    information_grade = models.CharField(
        _("information grade"),
        max_length=1,
        choices=InformationGrade.choices,
        default="6",
    )
    # What the linking engine compares it by, so that nobody has to read its text again.
    compared_as = models.JSONField(null=True, blank=True)
    # Counts versions; an act says which version it was decided on.
    version = models.PositiveIntegerField(default=1)
    entered_at = models.DateTimeField(_("entered"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, db_index=True)

    objects = Entries.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        indexes = [
            models.Index(fields=["kind", "state", "-day", "-id"]),
            models.Index(fields=["actor", "-day", "-id"]),
            models.Index(fields=["series", "day"]),
            # The latest value of a series, without reading all the others.
            models.Index(
                models.F("series"),
                Coalesce("until", "day").desc(),
                models.F("day").desc(),
                models.F("id").desc(),
                name="latest_of_series",
            ),
            # A grade that few have, or nobody.
            models.Index(fields=["source_grade", "state", "-day", "-id"]),
            models.Index(fields=["information_grade", "state", "-day", "-id"]),
            models.Index(fields=["kind", "state", "due_on"]),
            models.Index(fields=["kind", "state", "expires_on"]),
        ]

    def __str__(self) -> str:
        return self.words[:80]


class Finding(Marked):
    """What a reader saw in a document; it changes by a person's decision alone."""

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="findings", db_index=False
    )
    # The same finding of the same text has the same key, whichever version read it.
    key = models.CharField(max_length=32)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    fields = models.JSONField(default=dict)
    reader = models.CharField(max_length=40)
    score = models.FloatField(_("score"))
    why = models.CharField(max_length=300)
    is_doubtful = models.BooleanField(default=False)
    day = models.DateField()
    name = models.ForeignKey(
        Name,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        db_index=False,
    )
    series = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.PROPOSED
    )
    entry = models.ForeignKey(
        Entry,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        db_index=False,
    )

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("finding")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "key"], name="one_row_a_finding"
            )
        ]
        indexes = [
            models.Index(fields=["name", "-day", "-id"]),
            # Of all rows: SQLite never sees that a series asked for is not the empty one.
            models.Index(fields=["series", "-day"]),
            models.Index(fields=["kind", "status", "-day", "-id"]),
            models.Index(
                fields=["entry"],
                condition=models.Q(entry__isnull=False),
                name="findings_of_entry",
            ),
        ]

    def __str__(self) -> str:
        return self.quote[:80]


class Citation(models.Model):
    """The words of a document on which an entry rests now."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="citations")
    document = models.ForeignKey(Document, models.PROTECT, related_name="citations")
    finding = models.OneToOneField(
        Finding, models.PROTECT, null=True, blank=True, related_name="citation"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.quote[:80]


class EntryKey(models.Model):
    """A key under which the same thing in another report finds this entry."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="keys")
    key = models.CharField(max_length=250)
    # The entry's day: what is compared lies close by.
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "key"], name="one_row_a_key")
        ]
        indexes = [models.Index(fields=["key", "day"])]

    def __str__(self) -> str:
        return self.key


class EntryVersion(models.Model):
    """An entry as it was known from one moment on; never changed."""

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="versions", db_index=False
    )
    number = models.PositiveIntegerField()
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="versions")
    at = models.DateTimeField()
    # Everything that an entry says, its citations and grades included.
    snapshot = models.JSONField()
    # Of the snapshot, what the register as it was known is listed and filtered by.
    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    day = models.DateField()
    actor = models.ForeignKey(
        Name,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "number"], name="one_row_a_version"
            )
        ]
        # In the order of the list, and with all that tells which version was known:
        # a page of it is read from the index alone.
        indexes = [
            models.Index(fields=["-day", "-entry", "at", "number"]),
            # What was retracted or merged is rare: a walk by day would go on for long.
            models.Index(fields=["state", "-day", "-entry", "at"]),
            models.Index(fields=["actor", "-day", "-entry", "at"]),
            models.Index(fields=["at", "entry"]),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}, {self.number}"


class FindingChange(models.Model):
    """What a decision made of a finding, and what it was before; never changed."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="changes")
    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="finding_changes"
    )
    before = models.JSONField()
    after = models.JSONField()

    def __str__(self) -> str:
        return f"{self.finding_id}, {self.decision_id}"


def versions_known(at: datetime) -> models.QuerySet[EntryVersion]:
    """The version of each entry that was known at a moment."""
    later: Any = EntryVersion.objects.filter(
        entry=models.OuterRef("entry"), at__lte=at, number__gt=models.OuterRef("number")
    )
    return EntryVersion.objects.filter(at__lte=at).exclude(models.Exists(later))
