"""Parties and persons, every name they go by, and who follows them.

A finding points at a name, a name at an entity. Joining two entities, or splitting one,
moves names and never touches a finding, so that both can be undone.
"""

from typing import Self

from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards.models import Person


class EntityKind(models.TextChoices):
    """What an entity is."""

    STATE = "state", _("State")
    ORGANISATION = "organisation", _("Organisation")
    OFFICE = "office", _("Office")
    ARMED_GROUP = "armed_group", _("Armed group")
    PERSON = "person", _("Person")


class Entities(models.QuerySet["Entity"]):
    """Entities as people see them."""

    def standing(self) -> Self:
        """Leave out those that were joined into another."""
        return self.filter(joined_into__isnull=True)


class Entity(models.Model):
    """A party or a public person: one page, whatever the spelling."""

    kind = models.CharField(_("kind"), max_length=14, choices=EntityKind.choices)
    # The readers' own name for it: ISO 3166 alpha-2 for a state, else a short English
    # name. Empty after a person took names out of it to make another.
    canonical = models.CharField(_("canonical name"), max_length=200, db_index=True)
    name_ar = models.CharField(_("name in Arabic"), max_length=200, blank=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    name_fr = models.CharField(_("name in French"), max_length=200, blank=True)
    # A person has a page only because of a public office, which stands here.
    office = models.CharField(_("public office"), max_length=300, blank=True)
    joined_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="joined"
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now)

    objects = Entities.as_manager()

    class Meta:
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        indexes = [models.Index(fields=["kind", "canonical"])]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language, or in the language there is one in."""
        language = (translation.get_language() or "en")[:2]
        asked = getattr(self, f"name_{language}", "")
        return asked or self.name_en or self.name_ar or self.name_fr or self.canonical

    @property
    def whole(self) -> "Entity":
        """The entity that this one is now part of, or itself."""
        one = self
        while one.joined_into is not None:
            one = one.joined_into
        return one

    def family(self) -> list[int]:
        """The ids of this entity and of all that were joined into it."""
        ids, generation = [self.pk], [self.pk]
        while generation:
            joined = Entity.objects.filter(joined_into__in=generation)
            generation = list(joined.values_list("pk", flat=True))
            ids += generation
        return ids

    def name_ids(self) -> list[int]:
        """The ids of all names that mean this entity."""
        names = Name.objects.filter(entity__in=self.family())
        return list(names.values_list("pk", flat=True))


class Name(models.Model):
    """One spelling that the readers met, for one canonical name."""

    kind = models.CharField(max_length=14, choices=EntityKind.choices)
    canonical = models.CharField(max_length=200)
    text = models.CharField(_("spelling"), max_length=300)
    language = models.CharField(_("language"), max_length=2, blank=True)
    # None while nobody has said that this person is a public one.
    entity = models.ForeignKey(
        Entity, models.PROTECT, null=True, blank=True, related_name="names"
    )
    mention_count = models.PositiveIntegerField(_("mentions"), default=0)

    class Meta:
        verbose_name = _("name")
        constraints = [
            models.UniqueConstraint(
                fields=["canonical", "kind", "text"], name="one_row_a_spelling"
            )
        ]

    def __str__(self) -> str:
        return self.text


class ExternalId(models.Model):
    """How another register calls an entity: an ISO code, a Wikidata number."""

    entity = models.ForeignKey(Entity, models.PROTECT, related_name="external_ids")
    scheme = models.CharField(_("scheme"), max_length=20)
    value = models.CharField(_("value"), max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entity", "scheme"], name="one_id_a_scheme")
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class Following(models.Model):
    """A person at the desk who wants to see what an entity says and does."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="followings")
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="followers")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "entity"], name="followed_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.entity}"


class Move(models.Model):
    """One join or split: what moved where, so that it can be moved back."""

    act = models.CharField(
        max_length=10, choices=[("join", _("join")), ("split", _("split"))]
    )
    # For a join the joined entity; for a split the new one.
    entity = models.ForeignKey(Entity, models.PROTECT, related_name="moves")
    other = models.ForeignKey(Entity, models.PROTECT, related_name="moves_to")
    names = models.JSONField(default=list)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    because = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.act}: {self.entity}, {self.other}"
