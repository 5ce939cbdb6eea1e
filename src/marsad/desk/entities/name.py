"""Name an entity: in three languages, by its office, and as other registers do."""

import re
from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from marsad.desk.entities.add import require_office, tidy
from marsad.desk.entities.models import Entity, EntityKind, ExternalId
from marsad.desk.entities.official_names import LANGUAGES, is_state
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# Wikidata numbers its items Q1, Q2 and so on.
_WIKIDATA: Final = re.compile(r"Q[1-9]\d{0,11}")
SCHEMES: Final = ("iso", "wikidata")


@act("entities.name")
def name(
    entity: Entity,
    names: Mapping[str, str] | None = None,
    *,
    by: Person,
    because: str,
    office: str | None = None,
    ids: Mapping[str, str] | None = None,
) -> Entity:
    """Set what is given and leave the rest; an id that is given empty is taken away."""
    fresh: Entity = Entity.objects.select_for_update().get(pk=entity.pk)
    if fresh.joined_into_id:
        raise Refused(
            f"«{fresh.name}»", _("is part of another now"), _("name the whole")
        )
    note(before=_said(fresh))
    if names is not None:
        _set_names(fresh, names)
    if office is not None:
        require_office(fresh.kind, office)
        fresh.office = office.strip()[:300]
    fresh.save()
    for scheme, value in (ids or {}).items():
        _set_id(fresh, scheme, value.strip())
    note(after=_said(fresh))
    return fresh


def _said(entity: Entity) -> dict[str, str]:
    said = {one: getattr(entity, f"name_{one}") for one in LANGUAGES}
    said["office"] = entity.office
    return said | {one.scheme: one.value for one in entity.external_ids.all()}


def _set_names(entity: Entity, names: Mapping[str, str]) -> None:
    said = tidy(names)
    if not said:
        raise Refused(
            f"«{entity.name}»", _("needs a name"), _("write it in a language")
        )
    for language in LANGUAGES:
        setattr(entity, f"name_{language}", said.get(language, ""))


def _set_id(entity: Entity, scheme: str, value: str) -> None:
    if scheme not in SCHEMES:
        raise Refused(f"«{scheme}»", _("is not kept here"), _("use iso or wikidata"))
    if not value:
        ExternalId.objects.filter(entity=entity, scheme=scheme).delete()
        return
    value = value.upper()
    if scheme == "iso" and (entity.kind != EntityKind.STATE or not is_state(value)):
        raise Refused(
            f"«{value}»",
            _("is no code of a state"),
            _("write two letters, as ISO 3166 has"),
        )
    if scheme == "wikidata" and not _WIKIDATA.fullmatch(value):
        raise Refused(
            f"«{value}»", _("is no number of Wikidata"), _("write Q and digits")
        )
    other = ExternalId.objects.filter(scheme=scheme, value=value)
    taken = other.exclude(entity__in=entity.family()).select_related("entity").first()
    if taken:
        raise Refused(
            f"{scheme} {value}",
            _("is that of %(name)s") % {"name": taken.entity.whole.name},
            _("join the two"),
        )
    ExternalId.objects.update_or_create(
        entity=entity, scheme=scheme, defaults={"value": value}
    )
