"""Entities: parties and persons, every name they go by, and where they are named."""

from datetime import date, datetime
from typing import Any, Literal

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from marsad.desk.entities.models import Entity, ExternalId, Name
from marsad.desk.register.models import Finding
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of, page_of_several
from marsad.desk.web.api.documents import person_of, within
from marsad.desk.web.api.findings import FindingPage, FindingsAsked, chosen
from marsad.desk.web.api.findings import row_of as finding_row
from marsad.desk.web.api.pointers import (
    MARKING,
    MARKING_SAYS,
    Names,
    marking_of,
    names_of,
)

router = Router(tags=["entities"])

Kind = Literal["state", "organisation", "office", "armed_group", "person"]


class EntityRow(Schema):
    """A party or a public person."""

    id: int = Field(description="Its number at this desk.", examples=[12])
    kind: Kind = Field(description="What it is.", examples=["state"])
    canonical: str = Field(
        description="The readers' own name for it: ISO 3166 alpha-2 for a state.",
        examples=["KW"],
    )
    names: Names = Field(description="Its names in three languages.")
    marking: str = Field(description=MARKING_SAYS, examples=[MARKING])
    office: str = Field(
        description="The public office for which a person has a page.",
        examples=["Minister of Foreign Affairs"],
    )
    joined_into: int | None = Field(
        description="The entity that it is part of now; null while it stands alone."
    )
    added_at: datetime = Field(
        description="When it was added, UTC.", examples=["2018-01-02T08:00:00Z"]
    )


class OuterId(Schema):
    """How another register calls an entity."""

    scheme: str = Field(description="Which register.", examples=["wikidata"])
    value: str = Field(description="Its name there.", examples=["Q817"])


class Alias(Schema):
    """A spelling that the readers met."""

    text: str = Field(description="The spelling.", examples=["دولة الكويت"])
    language: str = Field(
        description="Its language; empty if unknown.", examples=["ar"]
    )


class EntityWhole(EntityRow):
    """One entity, with all its names and numbers."""

    external_ids: list[OuterId] = Field(description="What other registers call it.")
    aliases: list[Alias] = Field(
        description="Every spelling that means it, the most frequent first."
    )
    joined: list[int] = Field(
        description="The numbers of entities that were joined into it.",
        examples=[[48]],
    )


class EntityPage(Page[EntityRow]):
    """One page of entities."""


class EntitiesAsked(Asked):
    """What the list of entities may be asked."""

    kind: Kind | None = Field(None, description="Only of this kind.")
    canonical: str | None = Field(
        None, description="Only with this canonical name, such as an ISO code."
    )
    scheme: str | None = Field(
        None, description="Only with a number of this other register."
    )
    value: str | None = Field(
        None, description="With scheme: only with this number there."
    )


class MentionsAsked(FindingsAsked):
    """What the mentions of an entity may be asked."""

    since: date | None = Field(None, description="Only of this day and later.")
    until: date | None = Field(None, description="Only of this day and earlier.")


@router.get("/entities", response=many(EntityPage))
@needs("entities.read")
def entities(request: HttpRequest, asked: Query[EntitiesAsked]) -> Any:
    """List entities that stand by themselves, the last added first."""
    person = person_of(request)
    rows: QuerySet[Any] = Entity.objects.visible_to(person).standing()
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.canonical:
        rows = rows.filter(canonical=asked.canonical)
    if asked.scheme or asked.value:
        numbers = ExternalId.objects.filter(
            Q(scheme=asked.scheme) if asked.scheme else Q(),
            Q(value=asked.value) if asked.value else Q(),
        )
        rows = rows.filter(pk__in=numbers.values("entity"))
    return page_of(request, rows, asked, row_of, by=("id",), is_countable=True)


@router.get("/entities/{int:entity_id}", response=one(EntityWhole))
@needs("entities.read")
def entity(request: HttpRequest, entity_id: int) -> Any:
    """One entity; what was joined into another says into which."""
    person = person_of(request)
    found = get_object_or_404(Entity.objects.visible_to(person), pk=entity_id)
    family = found.family()
    names = Name.objects.visible_to(person).filter(entity__in=family)
    numbers = ExternalId.objects.filter(entity__in=family).order_by("scheme", "id")
    return EntityWhole(
        **row_of(found).dict(),
        external_ids=[OuterId(scheme=one.scheme, value=one.value) for one in numbers],
        aliases=[
            Alias(text=one.text, language=one.language)
            for one in names.order_by("-mention_count", "id")
        ],
        joined=list(
            Entity.objects.visible_to(person)
            .filter(pk__in=family)
            .exclude(pk=found.pk)
            .order_by("pk")
            .values_list("pk", flat=True)
        ),
    )


@router.get("/entities/{int:entity_id}/mentions", response=one(FindingPage, 400))
@needs("findings.read")
def entity_mentions(
    request: HttpRequest, entity_id: int, asked: Query[MentionsAsked]
) -> Any:
    """What the readers found about an entity, the newest day first."""
    person = person_of(request)
    found = get_object_or_404(Entity.objects.visible_to(person), pk=entity_id)
    rows: QuerySet[Any] = Finding.objects.visible_to(person)
    rows = chosen(rows.filter(document__withdrawn_at=None), asked)
    rows = within(rows, asked.since, asked.until)
    # Name by name: a state has hundreds of thousands, which nobody sorts for a page.
    lists = [rows.filter(name=name) for name in found.name_ids()]
    return page_of_several(request, lists, asked, finding_row)


def row_of(found: Any) -> EntityRow:
    """An entity as a list shows it."""
    return EntityRow(
        id=found.pk,
        kind=found.kind,
        canonical=found.canonical,
        names=names_of(found),
        marking=marking_of(found),
        office=found.office,
        joined_into=found.joined_into_id,
        added_at=found.added_at,
    )
