"""Banks of known content, their signals with who put them there, disputes, imports."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.posts.models import Grounded
from marsad.desk.safeguards.models import Marked, MarkedRows, Person
from marsad.matching.signals import Kind

KINDS = [
    (Kind.SHA256.value, _("file (SHA-256)")),
    (Kind.MD5.value, _("file (MD5)")),
    (Kind.PDQ.value, _("picture (PDQ)")),
    (Kind.VPDQ.value, _("film (vPDQ)")),
    (Kind.URL.value, _("address")),
    (Kind.URL_PATTERN.value, _("pattern of addresses")),
    (Kind.EXACT_WORDING.value, _("exact wording")),
    (Kind.WORDING.value, _("wording")),
]


class Severity(models.IntegerChoices):
    """How urgent content is; a threat to life is always first."""

    LOW = 1, _("low")
    MEDIUM = 2, _("medium")
    HIGH = 3, _("high")
    THREAT = 4, _("threat to life")


class Bank(Grounded, Marked):
    """A curated set of known content, or of known harmless look-alikes."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)
    # Where its signals come from: which list, of whom, by what agreement.
    provenance = models.TextField(_("provenance"), max_length=2000)
    # Of harmless look-alikes: what is nearer to one of these is not put before people.
    is_harmless = models.BooleanField(_("harmless look-alikes"), default=False)
    category = models.CharField(_("category"), max_length=80, blank=True)
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=Severity.choices, default=Severity.MEDIUM
    )
    # How many posts an hour one signal may match before it is set aside as a flood.
    flood_limit = models.PositiveIntegerField(_("matches an hour"), default=200)
    # Below this share of matches that readers upheld, a signal stops by itself.
    least_precision = models.FloatField(_("least precision"), default=0.5)
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("bank")
        verbose_name_plural = _("banks")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether its signals are searched at all."""
        return self.closed_at is None and self.is_grounded()


class Standing(models.TextChoices):
    """What has become of a signal."""

    LIVE = "live", _("in use")
    DISPUTED = "disputed", _("disputed")
    FLOOD = "flood", _("set aside: matched too much")
    IMPRECISE = "imprecise", _("set aside: too often wrong")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Signals(MarkedRows):
    """Signals, and which of them are searched."""

    def searched(self) -> Self:
        """Only those in use, of open banks, on a legal basis that holds today."""
        today = timezone.localdate()
        grounded = Q(bank__closed_at__isnull=True, bank__until__gte=today)
        lasting = Q(until__isnull=True) | Q(until__gte=today)
        return self.filter(grounded, lasting, standing=Standing.LIVE)


class BankedSignal(Marked):
    """One sign of known content: on whose word it is here, and how often it was right."""

    bank = models.ForeignKey(Bank, models.PROTECT, related_name="signals")
    kind = models.CharField(_("kind"), max_length=13, choices=KINDS)
    value = models.TextField(_("value"))
    # SHA-256 of the canonical value: the same sign stands in a bank once.
    value_sha256 = models.CharField(max_length=64)
    # Signs of one thing (a picture's bytes and its look) share this; cases group by it.
    content = models.CharField(_("content"), max_length=64, db_index=True)
    title = models.CharField(_("what it is"), max_length=200, blank=True)
    provenance = models.CharField(_("provenance"), max_length=500)
    # The number of the entry in the list that it came from.
    reference = models.CharField(_("number in its list"), max_length=200, blank=True)
    # What else its list says of it: ideology, tags, kind of file, days.
    told = models.JSONField(_("what its list says"), default=dict, blank=True)
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=Severity.choices, null=True, blank=True
    )
    # Earlier than its bank's, if it is told.
    until = models.DateField(_("valid until"), null=True, blank=True)
    standing = models.CharField(
        max_length=9, choices=Standing.choices, default=Standing.LIVE
    )
    added_by = models.CharField(max_length=130)
    # Who that was, so that nobody settles a doubt about their own signal.
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField(default=timezone.now)
    because = models.TextField()
    # The turn at which it last changed for those who search.
    turn = models.PositiveBigIntegerField(default=0, db_index=True)
    # How often it matched, and what readers found of the cases it led to.
    met = models.PositiveIntegerField(default=0)
    upheld = models.PositiveIntegerField(default=0)
    overturned = models.PositiveIntegerField(default=0)

    objects = Signals.as_manager()

    class Meta:
        verbose_name = _("signal")
        verbose_name_plural = _("signals")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["bank", "kind", "value_sha256"], name="one_row_a_sign_of_a_bank"
            )
        ]
        indexes = [
            # Counts of a bank of a million signals are read from this alone.
            models.Index(
                fields=["bank", "kind", "standing", "marking"], name="counts_of_signals"
            ),
            # Of a million signals readers judge a few hundred.
            models.Index(
                fields=["bank"],
                name="judged_signals",
                condition=Q(upheld__gt=0) | Q(overturned__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} {self.pk}"

    @property
    def precision(self) -> float | None:
        """The share of its cases that readers upheld; None before anybody decided."""
        judged = self.upheld + self.overturned
        return self.upheld / judged if judged else None


class Dispute(models.Model):
    """That somebody doubts a signal, why, and how it was settled; until then it rests."""

    signal = models.ForeignKey(BankedSignal, models.PROTECT, related_name="disputes")
    by = models.CharField(max_length=130)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    because = models.TextField()
    settled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_because = models.TextField(blank=True)
    # Once settled: whether the signal was taken out for good.
    is_upheld = models.BooleanField(null=True)
    # What readers had found of it by then: what comes after is judged afresh.
    upheld_by_then = models.PositiveIntegerField(default=0)
    overturned_by_then = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("dispute")
        verbose_name_plural = _("disputes")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["signal"],
                condition=Q(settled_at__isnull=True),
                name="one_open_dispute_a_signal",
            )
        ]

    def __str__(self) -> str:
        return f"{self.signal}"


class Intake(models.Model):
    """A file that was brought into a bank: what was taken, and each row that was not."""

    bank = models.ForeignKey(Bank, models.PROTECT, related_name="intakes")
    form = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)
    by = models.CharField(max_length=130)
    at = models.DateTimeField(default=timezone.now)
    new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    # Row, what is wrong with it, and the way out.
    faults = models.JSONField(default=list)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.bank}, {self.at:%Y-%m-%d %H:%M}"


class Turn(models.Model):
    """A change of the banks, in their order; who searches them sees by it that they did."""

    # 0 is the beginning; who makes the next one holds that row meanwhile.
    number = models.PositiveBigIntegerField(primary_key=True)
    # Drawn: after a restore the same number may be another change.
    mark = models.CharField(max_length=16, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}"
