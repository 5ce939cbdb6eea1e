"""Briefs in Wagtail: one page a language, its blocks, its state against the original.

Wagtail keeps the drafts, their revisions, comments and comparisons. It publishes
nothing: a page is never live, and what goes out is a release (marsad.desk.releases).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page

from marsad.desk.briefs.blocks import BLOCKS
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Audience


class BriefKind(models.TextChoices):
    """What a brief is."""

    DAILY = "daily", _("Daily brief")
    WEEKLY = "weekly", _("Weekly brief")
    SITUATIONAL = "situational", _("Situational brief")
    # A page of the website that stands: mission, how we work.
    STANDING = "standing", _("Standing page")


class Topic(models.TextChoices):
    """The coalition's lines of effort, and what cuts across them."""

    MILITARY = "military", _("Military campaign")
    FINANCE = "finance", _("Counter-finance")
    FIGHTERS = "fighters", _("Foreign terrorist fighters")
    STABILISATION = "stabilisation", _("Stabilisation")
    MESSAGING = "messaging", _("Counter-messaging")
    JUSTICE = "justice", _("Justice and survivors")


# Whom a brief may be written for; a circle of the Traffic Light Protocol each.
AUDIENCES = [
    (int(Audience.WORLD), _("The public")),
    (int(Audience.COMMUNITY), _("All partners")),
    (int(Audience.CLIENTS), _("Named partners")),
]


# The pages of the website whose words are written here.
PLACES = [
    ("mission", _("Mission and lines of effort")),
    ("how-we-work", _("How we work")),
]


class _NeverLive:
    """A page that Wagtail itself cannot publish, now or at an hour to come.

    What goes out is a release, cleared by two people; a live page would be neither.
    """

    title: str
    live: bool
    go_live_at: datetime | None
    expire_at: datetime | None

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Keep the page as a draft; refuse to keep it as anything else."""
        if self.live or self.go_live_at or self.expire_at:
            problem = gettext("cannot be published by the editor")
            raise Refused(self.title, problem, gettext("submit it for release"))
        return super().save(*args, **kwargs)  # type: ignore[misc]


class Shelf(_NeverLive, Page):
    """The place of all briefs of one language in the editor's tree."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["briefs.Brief"]
    is_creatable = False


class Brief(_NeverLive, Page):
    """A brief in one language; its translations are pages of their own."""

    kind = models.CharField(
        _("kind"), max_length=12, choices=BriefKind.choices, default=BriefKind.DAILY
    )
    # What the brief knows of: what is new, and what is past, goes by this day.
    as_of = models.DateField(_("as of"), default=timezone.localdate)
    audience = models.PositiveSmallIntegerField(
        _("audience"), choices=AUDIENCES, default=int(Audience.WORLD)
    )
    # Of a standing page: where it stands on the website.
    place = models.CharField(
        _("place on the website"), max_length=20, choices=PLACES, blank=True
    )
    topics = models.JSONField(_("topics"), default=list, blank=True)
    summary = models.TextField(_("summary"), blank=True, max_length=600)
    body = StreamField(BLOCKS, verbose_name=_("text"), blank=True, use_json_field=True)
    # In which language people wrote it first; the others are held against that one.
    original = models.CharField(max_length=2, default="ar")
    # Of a translation: block -> the hash of the original's block that it stands for.
    stands_for = models.JSONField(default=dict, blank=True)
    # Of a translation: blocks that a machine wrote and nobody has accepted.
    by_machine = models.JSONField(default=list, blank=True)
    begun_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )

    parent_page_types: ClassVar[list[str]] = ["briefs.Shelf"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("briefs")

    @property
    def language(self) -> str:
        """The language of this page."""
        return str(self.locale.language_code)

    @property
    def is_original(self) -> bool:
        """Whether the other languages are held against this page."""
        return self.language == self.original

    def make_preview_request(
        self,
        original_request: HttpRequest,
        preview_mode: str | None = None,
        extra_request_attrs: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        """The page as it will be printed, for whoever asks to see it in the editor."""
        # It reads this model.
        from marsad.desk.briefs.previewing import preview  # noqa: PLC0415

        person: Any = original_request.user
        return preview(self, person)


class Override(models.Model):
    """That a named officer lets a doubt of the support check stand, and why; never changed.

    It holds for the very words and entries that it was said of: the key changes with them.
    """

    translation_key = models.UUIDField(db_index=True)
    key = models.CharField(max_length=64)
    code = models.CharField(max_length=30)
    language = models.CharField(max_length=2)
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    because = models.TextField(_("reason"))
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "key"], name="one_override_a_doubt"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.words[:60]}"
