"""How one thing names another in an answer: entities, documents, people, markings."""

from typing import Any

from ninja import Field, Schema

from marsad.desk.entities.models import Entity, Name
from marsad.marking import Marking

MARKING_SAYS = "Who may read it, as a marking of the Traffic Light Protocol 2.0."
MARKING = "TLP:GREEN"


class Names(Schema):
    """The names of an entity in three languages; empty where none is known."""

    ar: str = Field(description="The name in Arabic.", examples=["الكويت"])
    en: str = Field(description="The name in English.", examples=["Kuwait"])
    fr: str = Field(description="The name in French.", examples=["Koweït"])


class EntityPointer(Schema):
    """Which entity is meant."""

    id: int = Field(description="The entity's number at this desk.", examples=[12])
    kind: str = Field(
        description="state, organisation, office, armed_group or person.",
        examples=["state"],
    )
    canonical: str = Field(
        description="The readers' own name for it: ISO 3166 alpha-2 for a state.",
        examples=["KW"],
    )
    names: Names = Field(description="Its names in three languages.")


class Actor(Schema):
    """Who speaks, promises, calls or joins: the spelling met, and the entity meant."""

    name: str = Field(
        description="The spelling in the source.", examples=["وزير الخارجية الكويتي"]
    )
    entity: EntityPointer | None = Field(
        description="The entity; null while nobody has said who this is."
    )


class DocumentPointer(Schema):
    """Which document is meant."""

    id: int = Field(description="The document's number at this desk.", examples=[7])
    title: str = Field(
        description="Its title, as published.", examples=["بيان التحالف"]
    )
    outlet: str = Field(description="Who published it.", examples=["Al-Jarida"])
    language: str = Field(description="Its language, BCP 47.", examples=["ar"])


def marking_of(row: Any) -> str:
    """A row's marking in the words of the protocol."""
    return str(Marking(row.marking))


def names_of(entity: Entity) -> Names:
    """The names of an entity."""
    return Names(ar=entity.name_ar, en=entity.name_en, fr=entity.name_fr)


def entity_pointer(entity: Entity) -> EntityPointer:
    """Point at an entity, or at the one that it was joined into."""
    whole = entity.whole
    return EntityPointer(
        id=whole.pk,
        kind=whole.kind,
        canonical=whole.canonical,
        names=names_of(whole),
    )


def actor_of(name: Name | None) -> Actor | None:
    """Point at whoever a name means."""
    if name is None:
        return None
    entity = entity_pointer(name.entity) if name.entity else None
    return Actor(name=name.text, entity=entity)


def document_pointer(document: Any) -> DocumentPointer:
    """Point at a document."""
    return DocumentPointer(
        id=document.pk,
        title=document.title,
        outlet=document.outlet,
        language=document.language,
    )
