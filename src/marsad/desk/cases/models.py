"""Matches, the cases they make, what each reader found, and how much anybody had to see."""

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.banks.models import Bank, BankedSignal, Severity
from marsad.desk.posts.models import Medium, Post
from marsad.desk.safeguards.models import Marked, MarkedRows, Person

# How long a case may wait, by severity: a threat to life an hour, high a day, else three.
DEADLINES: Final = {4: timedelta(hours=1), 3: timedelta(days=1)}
USUAL_DEADLINE: Final = timedelta(days=3)


def due_after(severity: int, since: datetime) -> datetime:
    """By when something of a severity should be read."""
    return since + DEADLINES.get(severity, USUAL_DEADLINE)


class Stage(models.TextChoices):
    """Where a case stands."""

    FIRST = "first", _("waits for a first reader")
    SECOND = "second", _("waits for a second reader")
    THIRD = "third", _("readers differ: waits for a third")
    AGREED = "agreed", _("two readers agree on a referral")
    CLOSED = "closed", _("closed without a referral")
    REFERRED = "referred", _("referred")

    @property
    def is_waiting(self) -> bool:
        """Whether some reader is still needed."""
        return self in (Stage.FIRST, Stage.SECOND, Stage.THIRD)


class Cases(MarkedRows):
    """Cases, in the order in which people should read them."""

    def waiting(self) -> Self:
        """Only those that some reader is still needed for."""
        return self.filter(stage__in=(Stage.FIRST, Stage.SECOND, Stage.THIRD))

    def for_reader(self, person: Person) -> Self:
        """What waits for this person, second looks among it; nobody reads a case twice.

        ``wants_by`` and ``waits_since`` are those of the second look where there is one,
        so that it looks like any other.
        """
        read = Reading.objects.filter(reader=person).values("case")
        drawn = Reread.objects.filter(case=OuterRef("pk"), reading__isnull=True)
        rows = self.visible_to(person).exclude(pk__in=read)
        rows = rows.annotate(
            drawn_at=Subquery(drawn.values("drawn_at")[:1]),
            wants_by=Coalesce(Subquery(drawn.values("due_at")[:1]), "due_at"),
        )
        rows = rows.annotate(waits_since=Coalesce("drawn_at", "started_at"))
        waiting = Q(stage__in=(Stage.FIRST, Stage.SECOND, Stage.THIRD))
        return rows.filter(waiting | Q(stage=Stage.CLOSED, drawn_at__isnull=False))

    def in_order(self) -> Self:
        """The gravest first, then what is due, what reaches most, what waits longest.

        For cases of ``for_reader``.
        """
        return self.order_by("-severity", "wants_by", "-reach", "id")


class Case(Marked):
    """Posts that carry one known content, put before people together."""

    # What the matched signals share; one case a content takes further posts.
    content = models.CharField(max_length=64, db_index=True)
    bank = models.ForeignKey(Bank, models.PROTECT, related_name="cases")
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=Severity.choices, default=Severity.MEDIUM
    )
    reach = models.PositiveBigIntegerField(_("reach"), default=0)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.FIRST)
    started_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(_("due"))
    # How often it was opened anew: readings of an earlier round no longer count.
    round = models.PositiveSmallIntegerField(default=1)
    # Whether weak evidence is all there is: then nobody can refer it.
    has_strong_match = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    # Takes further posts of its content until somebody opens it: so that every reader of
    # a case has seen all of it. What comes later makes a case of its own.
    is_gathering = models.BooleanField(default=False)
    # Who has it open now, so that two people do not look at one thing by accident.
    held_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    held_until = models.DateTimeField(null=True, blank=True)

    objects = Cases.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content"],
                condition=Q(is_gathering=True),
                name="one_gathering_case_a_content",
            )
        ]
        indexes = [models.Index(fields=["stage", "-severity", "due_at"])]

    def __str__(self) -> str:
        return _("case %(number)s") % {"number": self.pk}

    def is_open_to(self, person: Person, at: datetime | None = None) -> bool:
        """Whether this person has it open at the moment."""
        if self.held_by_id != person.pk or self.held_until is None:
            return False
        return self.held_until > (at or timezone.now())

    def is_held_from(self, person: Person, at: datetime | None = None) -> bool:
        """Whether somebody else has it open at the moment."""
        if self.held_by_id in (None, person.pk) or self.held_until is None:
            return False
        return self.held_until > (at or timezone.now())


class Match(models.Model):
    """That a post resembles a signal: how near, where on both sides, and why."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="matches")
    signal = models.ForeignKey(BankedSignal, models.PROTECT, related_name="matches")
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="matches"
    )
    medium = models.ForeignKey(
        Medium, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=13)
    distance = models.FloatField(_("distance"))
    # marsad.matching.signals.Band: 1 look, 2 same.
    band = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=30)
    details = models.JSONField(default=dict)
    # Pairs of start and end; the words stand in the post and in the signal alone.
    ours = models.JSONField(default=list)
    theirs = models.JSONField(default=list)
    # A harmless look-alike that is nearer: the match then starts no case.
    harmless = models.ForeignKey(
        BankedSignal, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "signal"], name="one_match_a_post_and_signal"
            )
        ]

    def __str__(self) -> str:
        return f"{self.post}: {self.signal}"


class Capture(models.Model):
    """What a post was when it came before people: sealed by its hash, chained, never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="captures")
    post = models.ForeignKey(Post, models.PROTECT, related_name="captures")
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=130)
    # Who brought a page or a picture of it; nobody where the worker made it.
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    tool = models.CharField(max_length=80)
    # Of the canonical record of the post and its media, and of the capture before it.
    sha256 = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    # A page or a picture of it that a person brought: its bytes in the store of media.
    attached = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case}: {self.sha256[:12]}"


class Verdict(models.TextChoices):
    """What one reader found."""

    REFER = "refer", _("known content, spread for its own sake")
    JOURNALISM = "journalism", _("journalism")
    RESEARCH = "research", _("research or teaching")
    COUNTER_SPEECH = "counter_speech", _("speech against it")
    SATIRE = "satire", _("satire or art")
    DOCUMENTATION = "documentation", _("documentation of crimes")
    NOT_THE_SAME = "not_the_same", _("not the known content")
    NO_ACTION = "no_action", _("no ground to act")

    @property
    def refers(self) -> bool:
        """Whether the reader would write to the platform."""
        return self is Verdict.REFER


class Reading(models.Model):
    """One reader's decision on a case, made without seeing the others'."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="readings")
    round = models.PositiveSmallIntegerField(default=1)
    reader = models.ForeignKey(Person, models.PROTECT, related_name="+")
    verdict = models.CharField(_("verdict"), max_length=14, choices=Verdict.choices)
    # The exception check of Reg. (EU) 2021/784, art. 1(3): what the posts are for, and
    # that each exception was looked at; without it nothing is referred.
    purpose_seen = models.TextField(_("what the posts are for"), blank=True)
    exceptions = models.JSONField(default=dict)
    # Posts that this reading does not speak of, by their numbers: what the reader found
    # them to be, or that they were not on the page. None of them is ever referred.
    left_out = models.JSONField(default=dict)
    because = models.TextField(_("reason"))
    at = models.DateTimeField(default=timezone.now)
    # The captures that were there when it was read.
    captures = models.ManyToManyField(Capture, related_name="readings")
    # Drawn to be read again although nobody asked: a measure of what we miss.
    is_sample = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "round", "reader"],
                name="one_reading_a_reader_and_round",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.get_verdict_display()}"

    @property
    def says_refer(self) -> bool:
        """Whether this reader would write to the platform."""
        return Verdict(self.verdict).refers


class Reopening(models.Model):
    """That a case was opened anew, why, and by whose word."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="reopenings")
    round = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    because = models.TextField()

    class Meta:
        verbose_name = _("reopening")
        verbose_name_plural = _("reopenings")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case}, {self.round}"


class Reread(models.Model):
    """A closed case that was drawn for another reader, blind; and what they found."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="rereads")
    drawn_at = models.DateTimeField(default=timezone.now)
    # As for a case that is new: the queue tells the two apart by nothing.
    due_at = models.DateTimeField(default=timezone.now)
    reading = models.OneToOneField(
        Reading, models.PROTECT, null=True, blank=True, related_name="reread"
    )

    class Meta:
        verbose_name = _("second look")
        verbose_name_plural = _("second looks")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case}"


class Look(models.Model):
    """That a reader asked to see a picture, a film or hard words; counted for their sake."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    medium = models.ForeignKey(
        Medium, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks")
        ordering = ["-id"]
        indexes = [models.Index(fields=["person", "-at"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.at:%Y-%m-%d %H:%M}"


class Rest(models.Model):
    """A break of a reader, taken or due: until it ends nothing hard is shown to them."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    began_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("break")
        verbose_name_plural = _("breaks")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.person}, {self.until:%Y-%m-%d %H:%M}"
