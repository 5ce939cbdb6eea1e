"""Names that the readers met, and the entities that they mean."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from marsad.desk.entities.models import Entity, EntityKind, ExternalId, Name
from marsad.desk.entities.offices import is_public_office, written_out
from marsad.desk.entities.official_names import LANGUAGES, official
from marsad.desk.entities.spellings import quoted, spelling_of
from marsad.desk.safeguards.acts import touch
from marsad.marking import Marking
from marsad.reading.findings import Finding, Party, Person
from marsad.reading.pipeline import Reading
from marsad.text.language import runs

# Of a name: its kind, canonical name and spelling; of an entity: the first two.
_Spelt = tuple[str, str, str]
_Called = tuple[str, str]
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class _Mention:
    """One mention of a party or a person, and how it spells the name."""

    kind: str
    canonical: str
    quote: str
    spelling: str
    # "His country", "the members": words that mean somebody and name nobody.
    is_name: bool
    office: str

    @property
    def sort(self) -> str:
        """How findings refer to it: as a party or as a person."""
        return "person" if self.kind == EntityKind.PERSON else "party"

    @property
    def called(self) -> _Called:
        """By what its entity is known."""
        return (self.kind, self.canonical)


def names_of(reading: Reading) -> Mapping[tuple[str, ...], Name]:
    """The rows of all names in a reading.

    They are found by sort ("party", "person") and canonical name, and each spelling
    also by the words of its mention after these two. Few queries, however many names.
    """
    beside = _after_no_preposition(reading)
    met = [_mention(one, reading, beside) for one in reading.findings if _names(one)]
    if not met:
        return {}
    best = _best_spellings(met)
    wanted = {(*one.called, _spelling(one, best)) for one in met}
    entities = _entities(met, best, _language_of(reading))
    rows = _rows(wanted, entities, _language_of(reading))
    found: dict[tuple[str, ...], Name] = {}
    for one in met:
        found.setdefault((one.sort, one.canonical), rows[*one.called, best[one.called]])
        found[one.sort, one.canonical, one.quote] = rows[
            *one.called, _spelling(one, best)
        ]
    return found


def _names(finding: Finding) -> bool:
    return isinstance(finding, Party | Person)


def _after_no_preposition(reading: Reading) -> Mapping[str, frozenset[str]]:
    """How the same text spells each party where no l- stands before it."""
    text = reading.document.text
    found: dict[str, set[str]] = {}
    for one in reading.findings:
        start = one.span.start
        if isinstance(one, Party) and text[max(0, start - 1) : start] != "ل":
            found.setdefault(one.canonical, set()).add(one.span.quote)
    return {canonical: frozenset(texts) for canonical, texts in found.items()}


def _mention(
    finding: Finding, reading: Reading, beside: Mapping[str, frozenset[str]]
) -> _Mention:
    kind, canonical, is_name, office = EntityKind.PERSON.value, "", True, ""
    if isinstance(finding, Party):
        kind, canonical = finding.type, finding.canonical
        is_name = finding.mention == "name"
    elif isinstance(finding, Person):
        canonical = finding.canonical
        if finding.role and is_public_office(finding.role, finding.party):
            office = written_out(finding.role)
    others = beside.get(canonical, frozenset())
    return _Mention(
        kind=kind,
        canonical=canonical[:_LONGEST_NAME],
        quote=quoted(finding),
        spelling=spelling_of(finding, canonical, reading.document.text, others),
        is_name=is_name,
        office=office[:300],
    )


def _best_spellings(met: Sequence[_Mention]) -> dict[_Called, str]:
    """The spelling that stands for each name: of a person the fullest, else the usual."""
    counts: dict[_Called, Counter[str]] = {}
    for one in met:
        # Whoever is only described, never named, goes by the canonical name.
        spelling = one.spelling if one.is_name else ""
        counts.setdefault(one.called, Counter())[spelling] += 1
    return {
        called: _best(called, found) or called[1] for called, found in counts.items()
    }


def _best(called: _Called, counts: Counter[str]) -> str:
    is_person = called[0] == EntityKind.PERSON

    def rank(spelling: str) -> tuple[bool, int, int, str]:
        words = len(spelling.split()) if is_person else 0
        return (not spelling, -words, -counts[spelling], spelling)

    return min(counts, key=rank)


def _spelling(one: _Mention, best: Mapping[_Called, str]) -> str:
    return one.spelling if one.is_name else best[one.called]


def _language_of(reading: Reading) -> str:
    if reading.document.language:
        return reading.document.language[:2]
    first = next(iter(runs(reading.document.text, None)), None)
    return (first.language or "")[:2] if first else ""


def _entities(
    met: Sequence[_Mention], best: Mapping[_Called, str], language: str
) -> Mapping[_Called, Entity]:
    """The entity of each name; of a person only if known already, or by an office."""
    offices: dict[_Called, str] = {}
    for one in met:
        offices.setdefault(one.called, "")
        offices[one.called] = offices[one.called] or one.office
    found = _standing(offices)
    missing = [
        _new(called, office, best[called], language)
        for called, office in sorted(offices.items())
        if called not in found and (office or called[0] != EntityKind.PERSON)
    ]
    if missing:
        # In one order, and again read back: another worker may have met them, too.
        Entity.objects.bulk_create(missing, ignore_conflicts=True)
        made = _standing((one.kind, one.canonical) for one in missing)
        _give_ids(made.values())
        touch(*made.values())
        found |= made
    return found


def _standing(called: Iterable[_Called]) -> dict[_Called, Entity]:
    wanted = set(called)
    rows = Entity.objects.filter(canonical__in={canonical for _, canonical in wanted})
    found = {(one.kind, one.canonical): one for one in rows}
    return {key: one for key, one in found.items() if key in wanted}


def _new(called: _Called, office: str, spelling: str, language: str) -> Entity:
    kind, canonical = called
    known = official(kind, canonical)
    names = dict(known.names) if known else {"en": canonical}
    if language in LANGUAGES and spelling != canonical:
        names.setdefault(language, spelling)
    entity = Entity(
        kind=kind,
        canonical=canonical,
        office=office,
        known_marking=int(Marking.CLEAR) if known else None,
        marking=int(Marking.CLEAR if known else Marking.RED),
        **{f"name_{one}": names.get(one, "")[:_LONGEST_NAME] for one in LANGUAGES},
    )
    entity.refold()
    return entity


def _give_ids(entities: Iterable[Entity]) -> None:
    codes = []
    for one in entities:
        known = official(one.kind, one.canonical)
        if known and known.iso:
            codes.append(ExternalId(entity=one, scheme="iso", value=known.iso))
    ExternalId.objects.bulk_create(codes, ignore_conflicts=True)


def _rows(
    wanted: Iterable[_Spelt], entities: Mapping[_Called, Entity], language: str
) -> Mapping[_Spelt, Name]:
    keys = set(wanted)
    found = _kept(keys)
    missing = [
        _spelt(key, entities.get(key[:2]), language)
        for key in sorted(keys - found.keys())
    ]
    if missing:
        Name.objects.bulk_create(missing, ignore_conflicts=True)
        found = _kept(keys)
    _take_in(found.values(), entities)
    return found


def _spelt(key: _Spelt, entity: Entity | None, language: str) -> Name:
    name = Name(
        kind=key[0], canonical=key[1], text=key[2], entity=entity, language=language
    )
    name.refold()
    return name


def _kept(keys: set[_Spelt]) -> dict[_Spelt, Name]:
    rows = Name.objects.filter(canonical__in={canonical for _, canonical, _ in keys})
    rows = rows.filter(text__in={text for _, _, text in keys})
    found = {(one.kind, one.canonical, one.text): one for one in rows}
    return {key: one for key, one in found.items() if key in keys}


def _take_in(names: Iterable[Name], entities: Mapping[_Called, Entity]) -> None:
    """Give names that stood alone to the entity that is known from now on."""
    alone = {
        (one.kind, one.canonical) for one in names if one.entity_id is None
    } & entities.keys()
    for kind, canonical in sorted(alone):
        entity = entities[kind, canonical]
        waiting = Q(kind=kind, canonical=canonical, entity__isnull=True)
        Name.objects.filter(waiting).update(entity=entity)
    for one in names:
        if one.entity_id is None:
            one.entity = entities.get((one.kind, one.canonical))
