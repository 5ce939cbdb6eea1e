"""Who joined or attended by the reports, and stands in no roll yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, OuterRef

from marsad.desk.entities.models import Entity, EntityKind
from marsad.desk.entities.official_names import is_state
from marsad.desk.memberships.models import Grouping, Member
from marsad.desk.memberships.rolls import ids_on_day
from marsad.desk.register.models import Citation, Entry, Finding, Kind, Status
from marsad.desk.safeguards.models import Person

_EVENTS: Final = ("joined", "attended", "count")
# So many of the newest entries and proposals are looked at.
_MOST: Final = 300
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Joining:
    """A report by which an entity is a member, and no roll says so yet."""

    entity: Entity
    proof: Entry | Finding

    @property
    def is_entry(self) -> bool:
        """Whether a person entered it in the register."""
        return isinstance(self.proof, Entry)

    @property
    def words(self) -> str:
        """The words of the report."""
        proof = self.proof
        return proof.words if isinstance(proof, Entry) else proof.quote

    @property
    def language(self) -> str:
        """The language of these words."""
        proof = self.proof
        if isinstance(proof, Entry):
            return proof.language
        return str(proof.document.language)

    @property
    def event(self) -> str:
        """Whether it joined, or came to a meeting, or is named among the members."""
        return str(self.proof.fields.get("event"))


def joinings(
    grouping: Grouping, spells: Sequence[Member], person: Person
) -> list[Joining]:
    """Who may be admitted: entries first, then proposals if the reader may see them."""
    proofs: list[Entry | Finding] = [*_entries(person), *_proposals(person)]
    entities = _entities(proofs, person)
    known = {day: ids_on_day(spells, day) for day in {one.day for one in proofs}}
    found: dict[int, Joining] = {}
    for proof in proofs:
        for who in proof.fields.get("who") or ():
            entity = entities.get(str(who))
            is_itself = who == grouping.canonical
            if entity and not is_itself and entity.pk not in known[proof.day]:
                found.setdefault(entity.pk, Joining(entity, proof))
    return list(found.values())[:_SHOWN]


def _entries(person: Person) -> Iterator[Entry]:
    rows: Any = Entry.objects.visible_to(person).current()
    rows = rows.filter(kind=Kind.MEMBERSHIP).order_by("-day", "-id")
    # What rests on withdrawn documents alone proves nothing any more.
    rows = rows.filter(
        Exists(
            Citation.objects.filter(
                entry=OuterRef("pk"), document__withdrawn_at__isnull=True
            )
        )
    )
    yield from (one for one in rows[:_MOST] if _names_somebody(one.fields))


def _proposals(person: Person) -> Iterator[Finding]:
    if not person.may("findings.read"):
        return
    rows: Any = Finding.objects.visible_to(person).filter(
        kind=Kind.MEMBERSHIP,
        status=Status.PROPOSED,
        document__withdrawn_at__isnull=True,
        document__marking__lte=person.clearance,
    )
    rows = rows.select_related("document").order_by("-day", "-id")
    yield from (one for one in rows[:_MOST] if _names_somebody(one.fields))


def _names_somebody(fields: Mapping[str, Any]) -> bool:
    return bool(fields.get("who")) and fields.get("event") in _EVENTS


def _entities(proofs: Iterable[Entry | Finding], person: Person) -> dict[str, Entity]:
    """Who can be a member: states and bodies, no groups of states, nobody private."""
    named = {str(who) for one in proofs for who in one.fields.get("who") or ()}
    rows: Any = Entity.objects.visible_to(person).filter(canonical__in=named)
    rows = rows.filter(
        kind__in=(EntityKind.STATE, EntityKind.ORGANISATION)
    ).select_related("joined_into")
    return {
        one.canonical: one.whole
        for one in rows
        if one.kind != EntityKind.STATE or is_state(one.canonical)
    }
