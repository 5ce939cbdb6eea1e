"""Commitments: who promised what by when, and what became of it."""

from datetime import date, datetime
from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from marsad.desk.commitments.ledger import Asked as Wanted
from marsad.desk.commitments.ledger import Row, asked_for, with_states
from marsad.desk.commitments.models import Outcome
from marsad.desk.documents.models import Document
from marsad.desk.register.models import Entry, Kind, State
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.documents import person_of
from marsad.desk.web.api.entries import seen
from marsad.desk.web.api.entry_shapes import EntryShape, shape_of

router = Router(tags=["commitments"])

CommitmentState = Literal["open", "due", "kept", "broken", "withdrawn"]


class OutcomeShape(Schema):
    """What a person said became of a commitment, with what shows it."""

    status: Literal["kept", "broken", "withdrawn"] = Field(
        description="What became of it.", examples=["kept"]
    )
    by: str = Field(description="Who said so.", examples=["Lina"])
    because: str = Field(
        description="Why.", examples=["The ministry published the transfer."]
    )
    at: datetime = Field(
        description="When it was said, UTC.", examples=["2019-07-01T08:00:00Z"]
    )
    evidence: int | None = Field(
        description="The entry that shows it, if one does.", examples=[31]
    )
    document: int | None = Field(
        description="The document that shows it, if one does and may be seen."
    )
    quote: str = Field(description="The words of that document that show it.")
    address: str = Field(
        description="The address that shows it; empty for none.",
        examples=["https://ministry.example/transfer"],
    )


class CommitmentShape(Schema):
    """A commitment of the register, and where it stands today."""

    state: CommitmentState = Field(
        description="Where it stands; due: its last day has come.", examples=["open"]
    )
    days_over: int = Field(
        description="For how many days it has been due.", examples=[0]
    )
    outcome: OutcomeShape | None = Field(
        description="What became of it; null while nobody has said."
    )
    entry: EntryShape = Field(description="The commitment as the register has it.")


class CommitmentPage(Page[CommitmentShape]):
    """One page of commitments."""


class CommitmentsAsked(Asked):
    """What the list of commitments may be asked."""

    state: CommitmentState | None = Field(
        None, description="Only those that stand so today; without it, all."
    )
    party: int | None = Field(None, description="Only promised by this entity.")
    due_since: date | None = Field(None, description="Only due on this day or later.")
    due_until: date | None = Field(None, description="Only due on this day or earlier.")


@router.get("/commitments", response=many(CommitmentPage))
@needs("register.read")
def commitments(request: HttpRequest, asked: Query[CommitmentsAsked]) -> Any:
    """List commitments with where they stand, the last promised first."""
    person = person_of(request)
    wanted = Wanted(
        state=asked.state or "any",
        party="" if asked.party is None else str(asked.party),
        since=asked.due_since,
        until=asked.due_until,
    )
    rows = asked_for(_promised(person), wanted, timezone.localdate())
    page = page_of(request, rows, asked, lambda row: row, is_countable=True)
    return page | {"rows": _shapes(page["rows"], person)}


@router.get("/commitments/{int:entry_id}", response=one(CommitmentShape))
@needs("register.read")
def commitment(request: HttpRequest, entry_id: int) -> Any:
    """One commitment, by the number of its entry."""
    person = person_of(request)
    found = get_object_or_404(_promised(person), pk=entry_id)
    return _shapes([found], person)[0]


def _promised(person: Any) -> QuerySet[Entry]:
    return seen(person).filter(kind=Kind.COMMITMENT, state=State.CURRENT)


def _shapes(entries: list[Entry], person: Any) -> list[CommitmentShape]:
    rows = with_states(entries, timezone.localdate())
    outcomes = [row.outcome for row in rows if row.outcome]
    shown = _Shown(outcomes, person)
    return [_shape(row, shown) for row in rows]


class _Shown:
    """Which entries and documents that show something this person may see."""

    def __init__(self, outcomes: list[Outcome], person: Any) -> None:
        entries = Entry.objects.visible_to(person)
        documents = Document.objects.visible_to(person).filter(withdrawn_at=None)
        shows = {one.evidence_id for one in outcomes}
        cited = {one.document_id for one in outcomes}
        self.entries = set(entries.filter(pk__in=shows).values_list("pk", flat=True))
        self.documents = set(
            documents.filter(pk__in=cited).values_list("pk", flat=True)
        )


def _shape(row: Row, shown: _Shown) -> CommitmentShape:
    state: Any = row.state
    return CommitmentShape(
        state=state,
        days_over=row.days_over,
        outcome=_outcome(row.outcome, shown) if row.outcome else None,
        entry=shape_of(row.entry),
    )


def _outcome(said: Any, shown: _Shown) -> OutcomeShape:
    is_hidden = said.document_id is not None and said.document_id not in shown.documents
    return OutcomeShape(
        status=said.status,
        by=said.by.name,
        because=said.because,
        at=said.at,
        evidence=said.evidence_id if said.evidence_id in shown.entries else None,
        document=None if is_hidden else said.document_id,
        quote="" if is_hidden else said.quote,
        address=said.address,
    )
