"""Names that the readers met, and the entities that they mean."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db.models import F

from marsad.desk.entities.models import Entity, EntityKind, Name
from marsad.reading.findings import Party, Person
from marsad.reading.pipeline import Reading
from marsad.text.language import runs


def names_of(reading: Reading) -> Mapping[tuple[str, str], Name]:
    """The rows of all names in a reading, by sort ("party", "person") and canonical."""
    met: Counter[tuple[str, str, str, str]] = Counter()
    offices: dict[str, str] = {}
    language = _language_of(reading)
    for finding in reading.findings:
        if isinstance(finding, Party):
            text = finding.span.quote[:300]
            met[finding.type, finding.canonical, text, language] += 1
        elif isinstance(finding, Person):
            text = finding.span.quote[:300]
            met[EntityKind.PERSON.value, finding.canonical, text, language] += 1
            if finding.role:
                offices.setdefault(finding.canonical, finding.role)
    found: dict[tuple[str, str], Name] = {}
    for (kind, canonical, text, lang), count in met.items():
        name = _row(kind, canonical[:200], text, lang, offices)
        Name.objects.filter(pk=name.pk).update(mention_count=F("mention_count") + count)
        sort = "person" if kind == EntityKind.PERSON else "party"
        found.setdefault((sort, canonical), name)
    return found


def _language_of(reading: Reading) -> str:
    if reading.document.language:
        return reading.document.language[:2]
    first = next(iter(runs(reading.document.text, None)), None)
    return (first.language or "")[:2] if first else ""


def _row(
    kind: str, canonical: str, text: str, language: str, offices: Mapping[str, str]
) -> Name:
    name, _ = Name.objects.get_or_create(
        kind=kind, canonical=canonical, text=text, defaults={"language": language}
    )
    if name.entity_id is None:
        entity = _entity(kind, canonical, offices.get(canonical, ""))
        if entity is not None:
            Name.objects.filter(pk=name.pk, entity__isnull=True).update(entity=entity)
            name.entity = entity
    return name


def _entity(kind: str, canonical: str, office: str) -> Entity | None:
    entity = Entity.objects.filter(kind=kind, canonical=canonical).first()
    # Who is named without a public office gets no page: a private person is not profiled.
    if entity is None and (kind != EntityKind.PERSON or office):
        named: dict[str, Any] = (
            {} if kind == EntityKind.STATE else {"name_en": canonical}
        )
        entity = Entity.objects.create(
            kind=kind, canonical=canonical, office=office[:300], **named
        )
    return entity
