"""Parties and persons, every name they go by, and who follows them.

A finding points at a name, a name at an entity. A join points one entity at another, a
split moves names; neither touches a finding, so that both can be undone.
"""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marsad.desk.entities.named import Named
from marsad.desk.safeguards.models import MARKINGS, Marked, MarkedRows, Person
from marsad.marking import Marking
from marsad.text.normalise import fold


class EntityKind(models.TextChoices):
    """What an entity is."""

    STATE = "state", pgettext_lazy("country", "State")
    ORGANISATION = "organisation", _("Organisation")
    OFFICE = "office", _("Office")
    ARMED_GROUP = "armed_group", _("Armed group")
    PERSON = "person", _("Person")


class Entities(MarkedRows):
    """Entities as people see them."""

    def standing(self) -> Self:
        """Leave out those that were joined into another."""
        return self.filter(joined_into__isnull=True)


class Entity(Named, Marked):
    """A party or a public person: one page, whatever the spelling."""

    kind = models.CharField(_("kind"), max_length=14, choices=EntityKind.choices)
    # The readers' own name for it: ISO 3166 alpha-2 for a state, else a short English
    # name. Empty after a person took names out of it to make another.
    canonical = models.CharField(_("canonical name"), max_length=200, db_index=True)
    # A person has a page only because of a public office, which stands here.
    office = models.CharField(_("public office"), max_length=300, blank=True)
    joined_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="joined"
    )
    # The marking under which it is known whatever the documents say: that a state
    # exists is no secret. None where documents alone tell of it; then its marking is
    # that of the least strict of them.
    known_marking = models.PositiveSmallIntegerField(
        choices=MARKINGS, null=True, blank=True
    )
    # All its names, folded: what a search compares with.
    folded = models.TextField(blank=True)
    # Of the whole family; lists go by it.
    mention_count = models.PositiveIntegerField(_("mentions"), default=0)
    added_at = models.DateTimeField(_("added"), default=timezone.now)

    objects = Entities.as_manager()

    class Meta:
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        constraints = [
            # Two workers that meet one name at the same time make one entity.
            models.UniqueConstraint(
                fields=["kind", "canonical"],
                condition=~models.Q(canonical=""),
                name="one_entity_a_canonical_name",
            ),
            # A private person gets no page: the database itself says so.
            models.CheckConstraint(
                condition=~models.Q(kind=EntityKind.PERSON) | ~models.Q(office=""),
                name="a_person_has_an_office",
            ),
        ]
        indexes = [
            models.Index(fields=["-mention_count", "-id"]),
            models.Index(fields=["kind", "-mention_count", "-id"]),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded names in step with the names."""
        self.refold()
        if "update_fields" in kwargs and kwargs["update_fields"] is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)

    def refold(self) -> None:
        """Write the folded names anew; for rows that are written in bulk."""
        written = (*self.written_names.values(), self.canonical)
        self.folded = "\n".join(dict.fromkeys(fold(one) for one in written if one))

    def _unnamed(self) -> str:
        return self.canonical

    @property
    def whole(self) -> "Entity":
        """The entity that this one is now part of, or itself."""
        one = self
        while one.joined_into is not None:
            one = one.joined_into
        return one

    @property
    def has_page(self) -> bool:
        """Whether anything may be shown of it by itself; the rule of privacy."""
        return self.kind != EntityKind.PERSON or bool(self.office)

    def family(self) -> list[int]:
        """The ids of this entity and of all that were joined into it."""
        return with_joined([self.pk])

    def name_ids(self) -> list[int]:
        """The ids of all names that mean this entity."""
        names = Name.objects.filter(entity__in=self.family())
        return list(names.values_list("pk", flat=True))


def with_joined(ids: Iterable[int]) -> list[int]:
    """The ids of entities and of all that were joined into them, however often."""
    found = list(dict.fromkeys(ids))
    generation = found
    while generation:
        joined = Entity.objects.filter(joined_into__in=generation)
        # Chains never close by the acts; a row written by hand must not hang a page.
        fresh = joined.exclude(pk__in=found).values_list("pk", flat=True)
        generation = list(fresh)
        found = found + generation
    return found


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
    folded = models.CharField(max_length=300, blank=True, db_index=True)
    # A person at the desk added it; no document need have it.
    is_by_hand = models.BooleanField(default=False)
    # In all documents that stand, whatever their marking; and the least strict of them.
    mention_count = models.PositiveIntegerField(_("mentions"), default=0)
    marking = models.PositiveSmallIntegerField(
        choices=MARKINGS, default=int(Marking.RED)
    )

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("name")
        constraints = [
            models.UniqueConstraint(
                fields=["canonical", "kind", "text"], name="one_row_a_spelling"
            )
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded spelling in step with the spelling."""
        self.refold()
        super().save(*args, **kwargs)

    def refold(self) -> None:
        """Write the folded spelling anew; for rows that are written in bulk."""
        self.folded = fold(self.text)[:300]


class MonthCount(models.Model):
    """How often a name stands in the documents of one month and one marking."""

    # No index of its own: that of the constraint begins with it.
    name = models.ForeignKey(
        Name, models.CASCADE, related_name="months", db_index=False
    )
    month = models.DateField()
    marking = models.PositiveSmallIntegerField(choices=MARKINGS)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "month", "marking"], name="one_count_a_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name_id}, {self.month:%Y-%m}: {self.count}"


class Counted(models.Model):
    """What of a document is in the counts now, so that nothing is counted twice."""

    # The document's id; documents stand above entities and cannot be referred to.
    document_id = models.PositiveBigIntegerField(primary_key=True)
    month = models.DateField()
    marking = models.PositiveSmallIntegerField(choices=MARKINGS)
    # False once the document was withdrawn.
    is_standing = models.BooleanField(default=True)
    # The id of a name, as JSON writes it, and how often it stands in the document.
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.document_id}, {self.month:%Y-%m}"


class ExternalId(models.Model):
    """How another register calls an entity: an ISO code, a Wikidata number."""

    entity = models.ForeignKey(Entity, models.PROTECT, related_name="external_ids")
    scheme = models.CharField(_("scheme"), max_length=20)
    value = models.CharField(_("value"), max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entity", "scheme"], name="one_id_a_scheme")
        ]
        indexes = [models.Index(fields=["scheme", "value"])]

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
    # For a join the whole; for a split the entity that the names were taken out of.
    other = models.ForeignKey(Entity, models.PROTECT, related_name="moves_to")
    # Of a split: the id of each name, and of the entity that it came from.
    names = models.JSONField(default=list)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    because = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.act}: {self.entity}, {self.other}"
