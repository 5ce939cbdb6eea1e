"""Entities as FollowTheMoney, one JSON object a line, for tools that speak it.

The schemata and their properties are those of its published model: PublicBody,
Organization, Person, Membership. Every property is a list of strings.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Field, Router, Schema

from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Entity, EntityKind, ExternalId, Name
from marsad.desk.exports.hand_out import hand_out
from marsad.desk.memberships.models import Grouping, Member
from marsad.desk.register.models import Citation, Entry, State
from marsad.desk.web.api.asking import many, needs
from marsad.desk.web.api.documents import person_of
from marsad.desk.web.api.keys import opens

router = Router(tags=["entities"])

CONTENT_TYPE: Final = "application/x-ndjson"
# An armed group is an organisation there: the model has no word that says no more.
_SCHEMATA: Final[Mapping[str, str]] = {
    EntityKind.STATE: "PublicBody",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.OFFICE: "PublicBody",
    EntityKind.ARMED_GROUP: "Organization",
    EntityKind.PERSON: "Person",
}
_BATCH: Final = 200
# As many sources as show where an entity is known from.
_MOST_SOURCES: Final = 20

Properties = dict[str, list[str]]


class MoneyEntity(Schema):
    """One entity of the FollowTheMoney model."""

    id: str = Field(
        description="A name that stays: marsad-entity- and its number here.",
        examples=["marsad-entity-12"],
    )
    schemata: str = Field(
        serialization_alias="schema",
        description="PublicBody, Organization, Person or Membership.",
        examples=["PublicBody"],
    )
    caption: str = Field(description="The name to show.", examples=["Kuwait"])
    properties: dict[str, list[str]] = Field(
        description="What is known, property by property, each a list of strings.",
        examples=[{"name": ["Kuwait", "الكويت"], "country": ["kw"]}],
    )


@router.get(
    "/entities/export.ftm.jsonl",
    response=many(MoneyEntity),
    by_alias=True,
    openapi_extra={"x-content-type": CONTENT_TYPE},
)
@needs("entities.read")
def entities_money(request: HttpRequest) -> Any:
    """All entities that the person may see, as FollowTheMoney JSON lines."""
    person = person_of(request)
    hand_out(
        "entities", asked="", form="ftm", by=person, because="asked for by a program"
    )
    file = 'attachment; filename="marsad-entities.ftm.jsonl"'
    knows_register = opens(request, "register.read")
    return StreamingHttpResponse(
        lines(person, knows_register=knows_register),
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": file},
    )


def lines(person: Any, *, knows_register: bool) -> Iterator[bytes]:
    """The entities that a person may see and, of the register, their memberships."""
    told = [money_entities(person, knows_register=knows_register)]
    if knows_register:
        told += [money_groupings(person), money_members(person)]
    for one in chain.from_iterable(told):
        yield json.dumps(one, ensure_ascii=False).encode() + b"\n"


def money_groupings(person: Any) -> Iterator[dict[str, Any]]:
    """The groupings that a person may see, as organisations of the model."""
    rows = Grouping.objects.visible_to(person).filter(is_void=False)
    for one in rows.order_by("pk"):
        written = (one.name_en, one.name_ar, one.name_fr)
        names = list(dict.fromkeys(name for name in written if name))
        name = f"marsad-grouping-{one.pk}"
        yield _line(name, "Organization", names[0], {"name": names})


def money_members(person: Any) -> Iterator[dict[str, Any]]:
    """Who is or was a member of what, as far as this person may see."""
    rows = Member.objects.visible_to(person).filter(
        is_void=False,
        grouping__in=Grouping.objects.visible_to(person).filter(is_void=False),
        entity__in=Entity.objects.visible_to(person),
    )
    for one in rows.select_related("entity__joined_into").order_by("pk"):
        said = {
            "member": [f"marsad-entity-{one.entity.whole.pk}"],
            "organization": [f"marsad-grouping-{one.grouping_id}"],
            "role": ["member"],
            "startDate": [one.since.isoformat()],
            "endDate": [one.until.isoformat()] if one.until else [],
        }
        yield _line(f"marsad-member-{one.pk}", "Membership", "member", said)


def money_entities(person: Any, *, knows_register: bool) -> Iterator[dict[str, Any]]:
    """The entities that a person may see, in the shape of the model."""
    seen = Entity.objects.visible_to(person).standing().order_by("pk")
    ids = list(seen.values_list("pk", flat=True))
    for first in range(0, len(ids), _BATCH):
        rows = Entity.objects.in_bulk(ids[first : first + _BATCH])
        more = _Known(list(rows.values()), person)
        if knows_register:
            more.add_sources(person)
        for pk in sorted(rows):
            yield _money(rows[pk], more.of(pk))


class _Known:
    """What stands beside some entities: spellings, numbers elsewhere, sources."""

    def __init__(self, entities: Sequence[Entity], person: Any) -> None:
        self.whole = {one.pk: one.pk for one in entities}
        self._follow_joins()
        self.found: dict[int, Properties] = {one.pk: {} for one in entities}
        self._spellings(person)
        self._numbers()

    def of(self, pk: int) -> Properties:
        """What is known of one entity."""
        return self.found[pk]

    def _follow_joins(self) -> None:
        generation = list(self.whole)
        while generation:
            joined = Entity.objects.filter(joined_into__in=generation)
            pairs = list(joined.values_list("pk", "joined_into"))
            generation = [pk for pk, _ in pairs if pk not in self.whole]
            self.whole |= {pk: self.whole[into] for pk, into in pairs}

    def _say(self, entity: int, name: str, value: str) -> None:
        said = self.found[self.whole[entity]].setdefault(name, [])
        if value and value not in said:
            said.append(value)

    def _spellings(self, person: Any) -> None:
        names = Name.objects.visible_to(person).filter(entity__in=self.whole)
        rows = names.order_by("-mention_count", "id")
        for entity, text in rows.values_list("entity", "text"):
            self._say(entity, "alias", text)

    def _numbers(self) -> None:
        rows = ExternalId.objects.filter(entity__in=self.whole)
        for entity, scheme, value in rows.values_list("entity", "scheme", "value"):
            if scheme.lower() == "wikidata":
                self._say(entity, "wikidataId", value)
            elif scheme.lower() == "iso":
                self._say(entity, "country", value.lower())

    def add_sources(self, person: Any) -> None:
        """Where the register has them from: addresses and outlets of what is cited."""
        standing = Document.objects.visible_to(person).filter(withdrawn_at=None)
        cited = Citation.objects.filter(
            entry__actor__entity__in=self.whole,
            entry__in=Entry.objects.visible_to(person).filter(state=State.CURRENT),
            document__in=standing,
        ).order_by("-document__day", "-id")
        rows = cited.values_list(
            "entry__actor__entity", "document__address", "document__outlet"
        )
        for entity, address, outlet in rows.iterator():
            if len(self.of(self.whole[entity]).get("sourceUrl", ())) < _MOST_SOURCES:
                self._say(entity, "sourceUrl", address)
                self._say(entity, "publisher", outlet)


def _money(entity: Entity, known: Properties) -> dict[str, Any]:
    written = (entity.name_en, entity.name_ar, entity.name_fr)
    names = list(dict.fromkeys(one for one in written if one)) or [entity.canonical]
    aliases = [one for one in known.get("alias", ()) if one not in names]
    said: Properties = {"name": names, **known, "alias": aliases}
    if entity.kind == EntityKind.STATE and entity.canonical:
        said["country"] = [entity.canonical.lower()]
        said["topics"] = ["gov.national"]
    if entity.office:
        said["position"] = [entity.office]
    return _line(f"marsad-entity-{entity.pk}", _SCHEMATA[entity.kind], names[0], said)


def _line(name: str, schema: str, caption: str, said: Properties) -> dict[str, Any]:
    return {
        "id": name,
        "schema": schema,
        "caption": caption,
        "properties": {one: values for one, values in said.items() if values},
    }
