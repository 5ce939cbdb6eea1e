"""Streams, the posts that came by them, accounts behind their pseudonyms, what was purged."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import Marked, MarkedRows, Person


class Basis(models.TextChoices):
    """On what ground of law a stream is read, a signal kept, or an account opened."""

    MANDATE = "mandate", _("a mandate of the coalition")
    PUBLIC_TASK = "public_task", _("a task in the public interest, laid down by law")
    COURT = "court", _("an order of a court or a prosecutor")
    AGREEMENT = "agreement", _("an agreement with a partner")
    CONSENT = "consent", _("consent of those concerned")


class Grounded(models.Model):
    """A row that stands on a purpose and a legal basis, and only until a day."""

    purpose = models.TextField(_("purpose"), max_length=2000)
    basis = models.CharField(_("legal basis"), max_length=12, choices=Basis.choices)
    # Which law, decision, order or agreement, so that somebody can look it up.
    basis_words = models.TextField(_("which one exactly"), max_length=2000)
    until = models.DateField(_("valid until"))

    class Meta:
        abstract = True

    def is_grounded(self, on: date | None = None) -> bool:
        """Whether its legal basis still holds on a day."""
        return self.until >= (on or timezone.localdate())


class Stream(Grounded, Marked):
    """Public posts that are taken in for one purpose, from one platform, for a time."""

    # Short and lasting, in addresses and names of folders: telegram-weather.
    code = models.SlugField(_("code"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)
    platform = models.SlugField(_("platform"), max_length=40)
    # What it is about, for counts: several streams may share one.
    theme = models.CharField(_("theme"), max_length=80)
    retention_days = models.PositiveSmallIntegerField(_("kept for days"), default=90)
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("stream")
        verbose_name_plural = _("streams")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title

    @property
    def keeps(self) -> timedelta:
        """How long a post is kept after it came."""
        return timedelta(days=self.retention_days)

    def is_open(self, on: date | None = None) -> bool:
        """Whether posts may still come by it."""
        return self.ended_at is None and self.is_grounded(on)


class Arrival(models.Model):
    """Posts that came together: taken in whole or not at all, and looked at after that."""

    stream = models.ForeignKey(Stream, models.PROTECT, related_name="arrivals")
    at = models.DateTimeField(default=timezone.now)
    # A person's name or a program's, as it was then.
    by = models.CharField(max_length=130)
    form = models.CharField(_("form"), max_length=20)
    new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    # Rows that could not be read: their number, what is wrong, the way out; no contents.
    refused = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    # Once its posts were compared with the banks; until then they wait for it.
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("arrival")
        verbose_name_plural = _("arrivals")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["id"],
                name="arrivals_to_look_at",
                condition=models.Q(looked_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.stream}, {self.at:%Y-%m-%d %H:%M}"


class Account(models.Model):
    """An account of a platform by its pseudonym; what it is called is sealed."""

    # A keyed hash of platform and account; nobody without the key can try names out.
    pseudonym = models.CharField(_("pseudonym"), max_length=26, unique=True)
    platform = models.SlugField(max_length=40)
    # Account, name and number as they came, encrypted; opened by two people's act alone.
    sealed = models.BinaryField()
    key = models.CharField(max_length=12)
    first_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.pseudonym


class Posts(MarkedRows):
    """Posts, and which of them still have their words."""

    def standing(self) -> Self:
        """Leave out what was purged and is only a place by now."""
        return self.filter(purged_at__isnull=True)


class Post(Marked):
    """A public post without its author's name: words, language, addresses, reach."""

    stream = models.ForeignKey(Stream, models.PROTECT, related_name="posts")
    arrival = models.ForeignKey(Arrival, models.PROTECT, related_name="posts")
    platform = models.SlugField(max_length=40)
    # A keyed hash of the platform's own number: knows a post again, and names nobody.
    mark = models.CharField(max_length=26)
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="posts"
    )
    # Accounts in the text stand there by their pseudonyms.
    text = models.TextField(_("text"), blank=True)
    language = models.CharField(_("language"), max_length=3, blank=True)
    at = models.DateTimeField(_("published"))
    received_at = models.DateTimeField(default=timezone.now)
    # Canonical in form, never fetched.
    addresses = models.JSONField(default=list)
    # The post's own address and number, encrypted: a notice needs it, nobody else.
    sealed = models.BinaryField(null=True, blank=True)
    key = models.CharField(max_length=12, blank=True)
    # A keyed hash of its own address, so that who appeals finds it by that.
    address_mark = models.CharField(max_length=26, blank=True, db_index=True)
    # Whether the address is of one post; of a whole channel nobody makes a notice.
    reach = models.PositiveBigIntegerField(_("reach"), default=0)
    # SHA-256 of what came, as it came, before anything was left out.
    sha256 = models.CharField(max_length=64)
    purged_at = models.DateTimeField(null=True, blank=True)

    objects = Posts.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "mark"], name="one_row_a_post_of_a_platform"
            )
        ]
        indexes = [models.Index(fields=["stream", "received_at"])]

    def __str__(self) -> str:
        return f"{self.platform} {self.pk}"


class Medium(models.Model):
    """A picture or film of a post: by its hashes, and its bytes while they are kept."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="media")
    kind = models.CharField(
        _("kind"),
        max_length=7,
        choices=[("picture", _("picture")), ("film", _("film")), ("other", _("other"))],
    )
    content_type = models.CharField(max_length=80, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    md5 = models.CharField(max_length=32, blank=True)
    # The PDQ hashes of the picture and of its turns, each with its name.
    pdq = models.JSONField(default=list)
    quality = models.PositiveSmallIntegerField(null=True, blank=True)
    # Frames of a film, as vPDQ writes them.
    frames = models.TextField(blank=True)
    is_kept = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("medium")
        verbose_name_plural = _("media")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.sha256[:12]}"


class Purge(models.Model):
    """That posts were taken away: how many of which day and language; nothing of them."""

    class Why(models.TextChoices):
        """What posts were taken away for."""

        RETENTION = "retention", _("their time was over")
        DEMAND = "demand", _("it was asked for")

    stream = models.ForeignKey(Stream, models.PROTECT, related_name="purges")
    why = models.CharField(max_length=9, choices=Why.choices)
    at = models.DateTimeField(default=timezone.now)
    day = models.DateField(_("day of the posts"))
    language = models.CharField(max_length=3, blank=True)
    posts = models.PositiveIntegerField(default=0)
    accounts = models.PositiveIntegerField(default=0)
    media = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("purge")
        verbose_name_plural = _("purges")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.stream}, {self.day}: {self.posts}"


class Reveal(models.Model):
    """That somebody asks who an account is, on what ground, and what another one said."""

    account = models.ForeignKey(
        Account, models.SET_NULL, null=True, related_name="reveals"
    )
    pseudonym = models.CharField(max_length=26)
    purpose = models.TextField(_("purpose"), max_length=2000)
    basis = models.CharField(_("legal basis"), max_length=12, choices=Basis.choices)
    basis_words = models.TextField(_("which one exactly"), max_length=2000)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    is_granted = models.BooleanField(null=True)
    # Shown once, to who asked; then nobody sees it here again.
    shown_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("opening of an account")
        verbose_name_plural = _("openings of accounts")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.pseudonym}, {self.asked_at:%Y-%m-%d}"
