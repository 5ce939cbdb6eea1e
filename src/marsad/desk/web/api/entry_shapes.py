"""What is said of an entry: as it stands now, and as it was known on a day."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Literal

from ninja import Field, Schema

from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Name
from marsad.desk.register.models import Entry, EntryVersion
from marsad.desk.web.api.pointers import (
    MARKING,
    MARKING_SAYS,
    Actor,
    DocumentPointer,
    actor_of,
    document_pointer,
    marking_of,
)
from marsad.marking import Marking

EntryKind = Literal["quote", "figure", "commitment", "call", "meeting", "membership"]


class CitationShape(Schema):
    """The words of a document on which an entry rests."""

    document: DocumentPointer = Field(description="The document.")
    finding: int | None = Field(
        description="The finding that was entered, if any.", examples=[104]
    )
    start: int = Field(
        description="Where the words begin in the text, in Unicode code points.",
        examples=[31],
    )
    end: int = Field(
        description="Where they end: the code point after the last.", examples=[45]
    )
    quote: str = Field(description="The exact words.", examples=["98 في المئة"])


class EntryShape(Schema):
    """A line of the register, confirmed by a person."""

    id: int = Field(description="Its number at this desk.", examples=[9])
    kind: EntryKind = Field(description="What it is.", examples=["figure"])
    state: Literal["current", "retracted", "merged"] = Field(
        description="Where it stands.", examples=["current"]
    )
    merged_into: int | None = Field(
        description="The entry that holds it now, if it was merged."
    )
    words: str = Field(
        description="The words that stand for it in lists.", examples=["98 في المئة"]
    )
    language: str = Field(
        description="The language of the words; empty if unknown.", examples=["ar"]
    )
    fields: dict[str, Any] = Field(
        description="What it says, in the fields of its kind.",
        examples=[{"value": 98, "unit": "percent", "bound": "exact"}],
    )
    actor: Actor | None = Field(
        description="Who speaks, promises, calls or joins, if known."
    )
    day: date = Field(
        description="The day that it is about: said, as of, held.",
        examples=["2018-02-13"],
    )
    until: date | None = Field(description="Its last day, if it has several.")
    series: str = Field(
        description="The series of values that it stands in; empty for none.",
        examples=["liberated land|Iraq|percent"],
    )
    value: float | None = Field(
        description="Its value, of a figure, a count or an amount.", examples=[98]
    )
    high: float | None = Field(description="The upper value of a range.")
    bound: str = Field(
        description="exact, at_least, more_than, at_most, less_than, about or empty.",
        examples=["exact"],
    )
    unit: str = Field(
        description="What is counted; a currency as ISO 4217.", examples=["percent"]
    )
    expires_on: date | None = Field(
        description="From which day it may no longer be shown as current."
    )
    due_on: date | None = Field(
        description="Of a commitment, the last day on which it can be kept."
    )
    source_grade: str = Field(
        description="How reliable the source is, A to F.", examples=["B"]
    )
    information_grade: str = Field(
        description="How credible the information is, 1 to 6.", examples=["2"]
    )
    marking: str = Field(description=MARKING_SAYS, examples=[MARKING])
    version: int = Field(description="Which version this is, from 1.", examples=[1])
    entered_at: datetime = Field(
        description="When it was entered, UTC.", examples=["2018-02-13T07:30:00Z"]
    )
    changed_at: datetime = Field(
        description="When this version was made, UTC.",
        examples=["2018-02-13T07:30:00Z"],
    )
    citations: list[CitationShape] = Field(
        description="The words it rests on; without those of withdrawn documents."
    )


class VersionShape(Schema):
    """One version of an entry, and the decision that made it."""

    number: int = Field(description="Which version, from 1.", examples=[2])
    at: datetime = Field(
        description="From when on it was known, UTC.",
        examples=["2018-02-13T07:30:00Z"],
    )
    act: str = Field(description="What was decided.", examples=["correct"])
    by: str = Field(description="Who decided.", examples=["Lina"])
    because: str = Field(description="Why.", examples=["The outlet corrected it."])
    entry: EntryShape = Field(description="The entry as it was from then on.")


def shape_of(entry: Entry) -> EntryShape:
    """An entry as it stands; its citations were fetched with what may be seen."""
    return EntryShape(
        id=entry.pk,
        merged_into=entry.merged_into_id,
        actor=actor_of(entry.actor),
        marking=marking_of(entry),
        version=entry.version,
        entered_at=entry.entered_at,
        changed_at=entry.changed_at,
        citations=[
            CitationShape(
                document=document_pointer(one.document),
                finding=one.finding_id,
                start=one.start,
                end=one.end,
                quote=one.quote,
            )
            for one in entry.citations.all()
        ],
        **{name: getattr(entry, name) for name in _PLAIN},
    )


# What an entry and its snapshot say under the same names.
_PLAIN = (
    "kind", "state", "words", "language", "fields", "day", "until", "series", "value",
    "high", "bound", "unit", "expires_on", "due_on", "source_grade",
    "information_grade",
)  # fmt: skip


def shapes_then(versions: Iterable[EntryVersion], person: Any) -> list[EntryShape]:
    """Entries as they were known, citing only what this person may see today."""
    kept = list(versions)
    cited = {one["document_id"] for v in kept for one in v.snapshot["citations"]}
    standing = Document.objects.visible_to(person).filter(withdrawn_at=None)
    documents = standing.in_bulk(cited)
    named = {v.snapshot["actor_id"] for v in kept} - {None}
    names = Name.objects.select_related("entity__joined_into").in_bulk(named)
    return [_then(one, documents, names) for one in kept]


def _then(
    version: EntryVersion, documents: Mapping[int, Document], names: Mapping[int, Name]
) -> EntryShape:
    said = version.snapshot
    return EntryShape(
        id=version.entry_id,
        merged_into=said["merged_into_id"],
        actor=actor_of(names.get(said["actor_id"])),
        marking=str(Marking(said["marking"])),
        version=version.number,
        entered_at=version.entry.entered_at,
        changed_at=version.at,
        citations=[
            CitationShape(
                document=document_pointer(documents[one["document_id"]]),
                finding=one["finding_id"],
                start=one["start"],
                end=one["end"],
                quote=one["quote"],
            )
            for one in said["citations"]
            if one["document_id"] in documents
        ],
        **{name: said[name] for name in _PLAIN},
    )
