"""What stands around a meeting: who counted whom, who came, what was said, where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Entity
from marsad.desk.register.models import Entry, Finding, Kind, Status
from marsad.desk.safeguards.models import Person

# Reports of a meeting come out in the days around it.
_DAYS: Final = timedelta(days=7)
_MOST: Final = 60
_ATTENDED: Final = "attended"


@dataclass(frozen=True, slots=True)
class Count:
    """How many came, as one document has it."""

    attendance: float
    document: Document


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said in a report of the meeting: entered, or proposed."""

    row: Entry | Finding
    document: Document

    @property
    def is_entry(self) -> bool:
        """Whether a person entered it in the register."""
        return isinstance(self.row, Entry)

    @property
    def words(self) -> str:
        """What was said."""
        return self.row.words if isinstance(self.row, Entry) else self.row.quote

    @property
    def entity(self) -> Entity | None:
        """Who said it, where there is a page of it."""
        name = self.row.actor if isinstance(self.row, Entry) else self.row.name
        return name.entity.whole if name and name.entity else None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with all that its reports say around it."""

    entry: Entry
    merged: Sequence[Entry]
    documents: Sequence[Document]
    counts: Sequence[Count]
    participants: Sequence[Entity]
    statements: Sequence[Statement]

    @property
    def has_rivals(self) -> bool:
        """Whether two sources counted differently."""
        return len({one.attendance for one in self.counts}) > 1


def around(entry: Entry, person: Person) -> Meeting:
    """Everything that the reader may see around a meeting."""
    cited = _cited(entry, person)
    documents = _documents(cited, person)
    may_see_proposals = person.may("findings.read")
    came = list(_attended(cited, person, with_proposals=may_see_proposals))
    seen = {one.pk for one in documents}
    statements = [*_entered(seen, person)]
    if may_see_proposals:
        statements += _proposed(seen, person)
    merged: Any = Entry.objects.visible_to(person).filter(merged_into=entry)
    return Meeting(
        entry=entry,
        merged=list(merged.order_by("pk")[:_MOST]),
        documents=documents,
        counts=list(_counts(entry, cited, came)),
        participants=_participants(came, person),
        statements=statements[:_MOST],
    )


def _cited(entry: Entry, person: Person) -> list[Document]:
    rows: Any = Document.objects.visible_to(person).filter(
        citations__entry=entry, withdrawn_at__isnull=True
    )
    return list(rows.distinct().order_by("-day", "-id"))


def _documents(cited: Sequence[Document], person: Person) -> list[Document]:
    """The documents that name the meeting, and others of the same stories, in its days."""
    stories = {one.story_id for one in cited if one.story_id}
    if not stories:
        return list(cited)
    days = [one.day for one in cited]
    rows: Any = Document.objects.visible_to(person).filter(
        story__in=stories,
        withdrawn_at__isnull=True,
        day__range=(min(days) - _DAYS, max(days) + _DAYS),
    )
    others = rows.exclude(pk__in=[one.pk for one in cited])
    return [*cited, *others.order_by("-day", "-id")[:_MOST]]


def _attended(
    cited: Sequence[Document], person: Person, *, with_proposals: bool
) -> Iterable[Finding]:
    """What the reports of the meeting say of who came; entered, or proposed as well."""
    rows: Any = Finding.objects.visible_to(person).filter(
        document__in=[one.pk for one in cited], kind=Kind.MEMBERSHIP
    )
    statuses = [Status.CONFIRMED, *([Status.PROPOSED] if with_proposals else [])]
    rows = rows.filter(status__in=statuses).select_related("document", "entry")
    for one in rows.order_by("document", "start"):
        # What people made of it counts, where they entered it.
        fields = one.entry.fields if one.entry else one.fields
        if fields.get("event") == _ATTENDED:
            yield one


def _counts(
    entry: Entry, cited: Sequence[Document], came: Iterable[Finding]
) -> Iterable[Count]:
    """How many came, once for each document and number."""
    known = {one.pk: one for one in cited}
    named = entry.citations.filter(document__in=known).select_related("finding")
    found: dict[tuple[int, float], Count] = {}
    for citation in named:
        fields = citation.finding.fields if citation.finding else {}
        _count(found, fields.get("attendance"), known[citation.document_id])
    for one in came:
        fields = one.entry.fields if one.entry else one.fields
        _count(found, fields.get("count"), known[one.document_id])
    return found.values()


def _count(
    found: dict[tuple[int, float], Count], number: float | None, document: Document
) -> None:
    if number is not None:
        found.setdefault((document.pk, number), Count(number, document))


def _participants(came: Iterable[Finding], person: Person) -> list[Entity]:
    named: set[str] = set()
    for one in came:
        fields = one.entry.fields if one.entry else one.fields
        named.update(fields.get("who") or ())
    rows: Any = Entity.objects.visible_to(person).filter(canonical__in=named)
    wholes = {one.whole.pk: one.whole for one in rows.select_related("joined_into")}
    return sorted(wholes.values(), key=lambda one: one.name)


def _entered(documents: set[int], person: Person) -> list[Statement]:
    rows: Any = Entry.objects.visible_to(person).current()
    rows = rows.filter(
        kind__in=(Kind.QUOTE, Kind.CALL), citations__document__in=documents
    )
    rows = rows.select_related("actor__entity__joined_into").distinct()
    rows = rows.prefetch_related("citations__document").order_by("-day", "-id")
    found = []
    for one in rows[:_MOST]:
        seen = [each.document for each in one.citations.all()]
        found.append(
            Statement(one, next(each for each in seen if each.pk in documents))
        )
    return found


def _proposed(documents: set[int], person: Person) -> list[Statement]:
    rows: Any = Finding.objects.visible_to(person).filter(
        document__in=documents,
        kind__in=(Kind.QUOTE, Kind.CALL),
        status=Status.PROPOSED,
    )
    rows = rows.select_related("document", "name__entity__joined_into")
    found = rows.order_by("document", "start")[:_MOST]
    return [Statement(one, one.document) for one in found]
