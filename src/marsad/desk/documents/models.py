"""Captured bytes, the documents that were read out of them, their custody and stories."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import Marked, MarkedRows, Person
from marsad.desk.sources.models import Source


class Capture(models.Model):
    """Original bytes in the content store, named by their hash."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    # The name that the bytes came under: its ending says how they are opened.
    name = models.CharField(max_length=300)
    kept_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.sha256


class Story(models.Model):
    """Reports of one event."""

    title = models.CharField(max_length=500)
    language = models.CharField(max_length=8, blank=True)
    first_day = models.DateField(db_index=True)
    last_day = models.DateField()
    began_at = models.DateTimeField(default=timezone.now, db_index=True)
    document_count = models.PositiveIntegerField(default=0)
    source_count = models.PositiveIntegerField(default=0)
    marking = models.PositiveSmallIntegerField(default=0)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self) -> str:
        return self.title


class Document(Marked):
    """One published text; its bytes, its text and its metadata never change."""

    capture = models.ForeignKey(Capture, models.PROTECT, related_name="documents")
    # Which of several documents in one file; empty where the file is the document.
    part = models.CharField(max_length=200, blank=True)
    text_sha256 = models.CharField(max_length=64, db_index=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    # The day of publication, and the day that lists go by: it, or the day of taking in.
    published = models.DateField(_("published"), null=True, blank=True)
    day = models.DateField(_("day"), db_index=True)
    outlet = models.CharField(_("outlet"), max_length=200, blank=True)
    address = models.URLField(_("address"), max_length=2000, blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="documents"
    )
    story = models.ForeignKey(
        Story, models.PROTECT, null=True, blank=True, related_name="documents"
    )
    taken_at = models.DateTimeField(_("taken in"), default=timezone.now, db_index=True)
    # With which version of the readers its findings were recorded.
    read_with = models.CharField(max_length=40, blank=True)
    finding_count = models.PositiveIntegerField(default=0)
    open_count = models.PositiveIntegerField(default=0)
    # A withdrawn document leaves this tombstone; its text is shown to nobody.
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.UniqueConstraint(
                fields=["capture", "part"], name="one_document_a_part"
            )
        ]
        indexes = [
            models.Index(fields=["-day", "-id"]),
            models.Index(fields=["source", "-day", "-id"]),
            models.Index(fields=["story", "day"]),
        ]

    def __str__(self) -> str:
        return self.title or self.outlet or str(self.pk)


class DocumentText(models.Model):
    """The exact text of a document, apart so that lists do not carry it."""

    document = models.OneToOneField(
        Document, models.PROTECT, primary_key=True, related_name="wording"
    )
    text = models.TextField()

    def __str__(self) -> str:
        return self.text[:60]


class Custody(models.Model):
    """One line of a document's custody: who or what had it, when, from where."""

    class Event(models.TextChoices):
        """What happened to the document."""

        TAKEN_IN = "taken_in", _("taken in")
        SIGHTED = "sighted", _("seen again")
        READ = "read", _("read")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REINSTATED = "reinstated", _("reinstated")
        EXPORTED = "exported", _("handed out")

    document = models.ForeignKey(Document, models.PROTECT, related_name="custody")
    event = models.CharField(max_length=10, choices=Event.choices)
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=130)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    origin = models.CharField(_("from where"), max_length=2000, blank=True)
    version = models.CharField(_("version"), max_length=40)
    because = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.get_event_display()}, {self.by}"


class StorySignature(models.Model):
    """What a document is compared by when the next report of its event comes."""

    document = models.OneToOneField(
        Document, models.PROTECT, primary_key=True, related_name="signature"
    )
    day = models.DateField(db_index=True)
    signature = models.JSONField()

    def __str__(self) -> str:
        return str(self.document_id)


class StoryKey(models.Model):
    """One of the keys under which a signature is found again."""

    key = models.CharField(max_length=40)
    day = models.DateField()
    # Looked for by key alone: an index by document would be as large as the table.
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="story_keys", db_index=False
    )

    class Meta:
        indexes = [models.Index(fields=["key", "day"])]

    def __str__(self) -> str:
        return self.key
