"""An entry as a page shows it, whether it is today's or one that was known on a past day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Entity, Name
from marsad.desk.register.marked import SIGNS
from marsad.desk.register.models import Entry, EntryVersion, Kind, State
from marsad.desk.register.wording import Said, Writer, writer_for
from marsad.desk.safeguards.models import Person


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry with all that a list shows of it."""

    number: int
    kind: str
    state: str
    words: str
    language: str
    actor: Name | None
    day: date
    until: date | None
    grade: str
    marking: int
    source_count: int
    said: Sequence[Said]
    # All its documents were withdrawn: its words and fields are shown to nobody.
    is_withdrawn: bool = False

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return str(Kind(self.kind).label)

    @property
    def state_label(self) -> str:
        """The state in words."""
        return str(State(self.state).label)

    @property
    def is_current(self) -> bool:
        """Whether it stands."""
        return self.state == State.CURRENT

    @property
    def sign(self) -> str:
        """The sign of its kind."""
        return SIGNS[self.kind]

    @property
    def entity(self) -> Entity | None:
        """Who acts, where there is a page of it."""
        entity = self.actor.entity if self.actor else None
        return entity.whole if entity and entity.has_page else None

    @property
    def actor_name(self) -> str:
        """Who acts, by name."""
        if self.actor is None:
            return ""
        return self.entity.name if self.entity else self.actor.text


def shown_now(entries: Iterable[Entry], person: Person) -> list[Shown]:
    """Entries as they are today."""
    rows = list(entries)
    writer = writer_for(person, (one.fields for one in rows))
    return [_now(one, writer) for one in rows]


def _now(one: Entry, writer: Writer) -> Shown:
    cited = {citation.document for citation in one.citations.all()}
    is_withdrawn = bool(cited) and all(document.withdrawn_at for document in cited)
    return Shown(
        one.pk,
        one.kind,
        one.state,
        "" if is_withdrawn else one.words,
        one.language,
        one.actor,
        one.day,
        one.until,
        one.source_grade + one.information_grade,
        one.marking,
        len(cited),
        () if is_withdrawn else writer.said(one.kind, one.fields),
        is_withdrawn,
    )


def shown_then(versions: Iterable[EntryVersion], person: Person) -> list[Shown]:
    """Entries as they were known; their marking is that of today."""
    rows = list(versions)
    said: list[dict[str, Any]] = [one.snapshot for one in rows]
    writer = writer_for(person, (one["fields"] for one in said))
    names = Name.objects.select_related("entity__joined_into").in_bulk(
        {one["actor_id"] for one in said if one["actor_id"]}
    )
    cited = {citation["document_id"] for one in said for citation in one["citations"]}
    gone = set(
        Document.objects.filter(pk__in=cited, withdrawn_at__isnull=False).values_list(
            "pk", flat=True
        )
    )
    return [_then(version, writer, names, gone) for version in rows]


def _then(
    version: EntryVersion, writer: Writer, names: Mapping[int, Name], gone: set[int]
) -> Shown:
    one = version.snapshot
    cited = {citation["document_id"] for citation in one["citations"]}
    is_withdrawn = bool(cited) and cited <= gone
    return Shown(
        version.entry_id,
        one["kind"],
        one["state"],
        "" if is_withdrawn else one["words"],
        one["language"],
        names.get(one["actor_id"]),
        date.fromisoformat(one["day"]),
        date.fromisoformat(one["until"]) if one["until"] else None,
        one["source_grade"] + one["information_grade"],
        max(version.entry.marking, one["marking"]),
        len(cited),
        () if is_withdrawn else writer.said(one["kind"], one["fields"]),
        is_withdrawn,
    )
