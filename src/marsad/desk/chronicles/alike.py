"""Entities that may be the same as another: proposals to join, never joined by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz, process

from marsad.desk.chronicles.bearers import Bearer
from marsad.desk.entities.models import Entity, EntityKind, ExternalId, Name
from marsad.desk.safeguards.models import Person
from marsad.text.names import name_keys

# Of a hundred: below this, two names of a newsroom are seldom one body.
_ALIKE: Final = 88.0
_MOST: Final = 12
# So many spellings are compared at most; the most used ones first.
_COMPARED: Final = 40_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be the same, how alike its name is, and by which spelling."""

    entity: Entity
    score: float
    spelling: str
    # The register whose number both bear; empty where names alone are alike.
    scheme: str = ""


def alike(bearer: Bearer, person: Person) -> list[Candidate]:
    """Whoever bears the same number elsewhere, or a name that reads nearly the same."""
    found: dict[int, Candidate] = {}
    for one in (*_by_id(bearer, person), *_by_name(bearer, person)):
        before = found.get(one.entity.pk)
        if before is None or before.score < one.score:
            found[one.entity.pk] = one
    ranked = sorted(found.values(), key=lambda one: (-one.score, one.entity.pk))
    return ranked[:_MOST]


def _standing(bearer: Bearer, person: Person) -> Any:
    is_person = bearer.entity.kind == EntityKind.PERSON
    rows: Any = Entity.objects.visible_to(person).standing()
    rows = rows.exclude(pk=bearer.entity.pk)
    if is_person:
        return rows.filter(kind=EntityKind.PERSON)
    return rows.exclude(kind=EntityKind.PERSON)


def _by_id(bearer: Bearer, person: Person) -> Iterator[Candidate]:
    own = ExternalId.objects.filter(entity__in=bearer.family)
    others = _standing(bearer, person)
    for one in own:
        same = others.filter(
            external_ids__scheme=one.scheme, external_ids__value=one.value
        )
        for entity in same:
            yield Candidate(entity, 100.0, one.value, one.scheme)


def _by_name(bearer: Bearer, person: Person) -> Iterator[Candidate]:
    spelt = _spelt(bearer, person)
    if not spelt:
        return
    choices = [folded for folded, _ in spelt]
    best: dict[int, tuple[float, str]] = {}
    for own in _own(bearer):
        scored = process.extract(
            own, choices, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=50
        )
        for folded, score, index in scored:
            _keep(best, spelt[index][1], score, folded)
    for pk, folded in _sounding(bearer, spelt):
        _keep(best, pk, _ALIKE, folded)
    entities = _standing(bearer, person).in_bulk(list(best))
    for pk, entity in entities.items():
        yield Candidate(entity, round(best[pk][0], 1), best[pk][1])


def _keep(
    best: dict[int, tuple[float, str]], pk: int, score: float, folded: str
) -> None:
    if pk not in best or best[pk][0] < score:
        best[pk] = (score, folded)


def _own(bearer: Bearer) -> set[str]:
    spelt = Name.objects.filter(pk__in=bearer.name_ids).order_by("-mention_count")
    own = set(spelt.values_list("folded", flat=True)[:50])
    return {one for one in own | set(bearer.entity.folded.split("\n")) if len(one) > 2}


def _spelt(bearer: Bearer, person: Person) -> list[tuple[str, int]]:
    """Folded names of the other entities, each with its entity's id."""
    rows = _standing(bearer, person).order_by("-mention_count", "-id")
    names = rows.values_list("pk", "folded")[:_COMPARED]
    return [
        (one, pk) for pk, folded in names for one in folded.split("\n") if len(one) > 2
    ]


def _sounding(
    bearer: Bearer, spelt: Sequence[tuple[str, int]]
) -> Iterator[tuple[int, str]]:
    """Persons whose name has the same sounds in Arabic and in Latin letters."""
    if bearer.entity.kind != EntityKind.PERSON:
        return
    own = {keys for one in _own(bearer) if len(keys := name_keys(one)) > 1}
    for folded, pk in spelt:
        if name_keys(folded) in own:
            yield pk, folded
