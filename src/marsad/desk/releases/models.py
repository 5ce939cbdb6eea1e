"""What was put before an officer, what was let out, and what was taken back."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.composing.editions import Edition, from_json
from marsad.desk.partners.models import Partner
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.models import Marked, MarkedRows, Person
from marsad.marking import Audience, Marking


class Fate(models.TextChoices):
    """What became of what was put before an officer."""

    WAITING = "waiting", _("waits for a releasing officer")
    RELEASED = "released", _("released")
    RETURNED = "returned", _("returned")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Submission(Marked):
    """A brief in all its languages, frozen, put before a releasing officer."""

    # The brief by its key, which all its languages share.
    translation_key = models.UUIDField(db_index=True)
    title = models.CharField(_("title"), max_length=255)
    kind = models.CharField(_("kind"), max_length=12)
    audience = models.PositiveSmallIntegerField(_("audience"))
    # Canonical JSON, exactly as it was checked, and its hash.
    edition = models.TextField()
    sha256 = models.CharField(max_length=64)
    # Language -> the revision of the page that was frozen.
    revisions = models.JSONField(default=dict)
    # Everybody who had a hand in one of these texts: none of them may release it.
    writers = models.ManyToManyField(Person, related_name="+")
    submitted_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(default=timezone.now)
    because = models.TextField()
    partners = models.ManyToManyField(Partner, related_name="+", blank=True)
    # Of a correction: the number of the release that it puts right, and what was wrong,
    # by language.
    corrects = models.CharField(max_length=20, blank=True)
    correction = models.JSONField(default=dict)
    fate = models.CharField(max_length=9, choices=Fate.choices, default=Fate.WAITING)
    settled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_because = models.TextField(blank=True)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key"],
                condition=models.Q(fate="waiting"),
                name="one_waiting_submission_a_brief",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def frozen(self) -> Edition:
        """The edition that was submitted."""
        return from_json(self.edition.encode())

    @property
    def corrected(self) -> "Release | None":
        """The release that it puts right, if it is a correction."""
        if not self.corrects:
            return None
        found: Release = Release.objects.get(number=self.corrects)
        return found

    def settle(self, fate: Fate, *, by: Person, because: str) -> None:
        """Say what became of it; a part of the acts that decide."""
        self.fate, self.settled_by, self.settled_because = fate, by, because
        self.settled_at = timezone.now()
        self.save(update_fields=["fate", "settled_by", "settled_at", "settled_because"])


class Releases(MarkedRows):
    """Releases, by whom they may reach."""

    def opened(self, at: datetime | None = None) -> Self:
        """Leave out what is still under embargo, or was taken back before it ended."""
        rows = self.filter(opens_at__lte=at or timezone.now())
        return rows.exclude(recall__at__lt=F("opens_at"))

    def public(self) -> Self:
        """Only what was let out to everybody."""
        return self.filter(audience=int(Audience.WORLD))

    def for_partner(self, partner: Partner, at: datetime | None = None) -> Self:
        """Only what a partner may have: what is for all, and what names it."""
        if partner.closed_at is not None:
            return self.none()
        named = Release.partners.through._default_manager.filter(partner=partner)
        whole = Q(audience__gte=int(Audience.COMMUNITY), marking__lte=Marking.GREEN)
        ours = Q(audience=int(Audience.CLIENTS), pk__in=named.values("release"))
        return self.opened(at).filter(whole | ours, marking__lte=partner.ceiling)

    def standing(self) -> Self:
        """Leave out what was recalled, and what a later release corrects."""
        return self.filter(recall__isnull=True, corrected_by__isnull=True)


class Release(Marked):
    """One frozen sending: numbered, hashed, signed; never changed."""

    number = models.CharField(_("number"), max_length=20, unique=True)
    submission = models.OneToOneField(
        Submission, models.PROTECT, related_name="release"
    )
    kind = models.CharField(_("kind"), max_length=12)
    slug = models.SlugField(_("place"), max_length=100, blank=True)
    title = models.CharField(_("title"), max_length=255)
    languages = models.JSONField(default=list)
    topics = models.JSONField(default=list)
    audience = models.PositiveSmallIntegerField(_("audience"))
    partners = models.ManyToManyField(Partner, related_name="releases", blank=True)
    edition = models.TextField()
    sha256 = models.CharField(max_length=64)
    # Of the canonical JSON, in minisign's format, and the key that proves it: who makes
    # a new key can still have the old releases checked.
    signature = models.TextField()
    public_key = models.CharField(max_length=80)
    released_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    released_at = models.DateTimeField(default=timezone.now)
    because = models.TextField()
    # The end of the embargo, or the moment of release; nothing is seen before.
    opens_at = models.DateTimeField(db_index=True)
    time_zone = models.CharField(max_length=40, default="UTC")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    objects = Releases.as_manager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-opens_at", "-id"]
        indexes = [models.Index(fields=["audience", "kind", "-opens_at"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def frozen(self) -> Edition:
        """The edition that was released."""
        return from_json(self.edition.encode())

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.audience == int(Audience.WORLD)

    def is_open(self, at: datetime | None = None) -> bool:
        """Whether its embargo is over."""
        return self.opens_at <= (at or timezone.now())

    @property
    def is_recalled(self) -> bool:
        """Whether it was taken back."""
        return hasattr(self, "recall")

    @property
    def is_corrected(self) -> bool:
        """Whether a later release corrects it."""
        return hasattr(self, "corrected_by")


class Numbering(models.Model):
    """The last number of a year; who releases holds its row until the release stands."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}-{self.last:03}"


class Picture(models.Model):
    """That a picture was frozen: its bytes stand in the content store under its hash."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    kept_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name


class Recall(models.Model):
    """That a release was taken back, by whom, why, and what readers are told."""

    release = models.OneToOneField(Release, models.PROTECT, related_name="recall")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    because = models.TextField()
    # What everybody who had it is told, by language.
    notice = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("recall")

    def __str__(self) -> str:
        return f"{self.release}"


class Carried(models.Model):
    """That a release carries an entry, as the entry was then; never changed."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="carried")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="carried")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    series = models.CharField(max_length=200, blank=True)
    day = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    # marsad.composing.editions.Cited as JSON.
    cited = models.JSONField()

    class Meta:
        verbose_name = _("carried entry")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "entry"], name="one_row_a_carried_entry"
            )
        ]
        indexes = [
            models.Index(fields=["kind", "-day", "-id"]),
            models.Index(fields=["series", "-day"]),
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.entry}"
