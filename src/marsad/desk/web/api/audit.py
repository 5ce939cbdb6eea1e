"""The audit trail: who did what, when and why, each line chained to the one before."""

from datetime import datetime
from typing import Any, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.freshness import changed_at

router = Router(tags=["audit"])

_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class AuditLine(Schema):
    """One line of the trail."""

    number: int = Field(description="Its place in the chain, from 1.", examples=[42])
    at: datetime = Field(description="When, UTC.", examples=["2018-02-13T06:00:00Z"])
    act: str = Field(description="What was done.", examples=["register.confirm"])
    outcome: Literal["done", "refused"] = Field(
        description="Whether it was done, or refused.", examples=["done"]
    )
    by: str = Field(
        description="Who: a person as named then, or a worker.",
        examples=["Lina (lina)"],
    )
    person: int | None = Field(
        description="The person's number; null for a worker.", examples=[2]
    )
    because: str = Field(description="Why.", examples=["read in the source"])
    subject: str = Field(
        description="What it was done to, as app.model:number.",
        examples=["register.entry:9"],
    )
    touched: list[str] = Field(
        description="All that it touched, as app.model:number.",
        examples=[["register.entry:9", "register.finding:104"]],
    )
    details: dict[str, Any] = Field(
        description="What the act noted besides.", examples=[{"format": "csv"}]
    )
    previous_hash: str = Field(
        description="The hash of the line before.", examples=[_HASH]
    )
    hash: str = Field(
        description="The SHA-256 of this line's canonical JSON.", examples=[_HASH]
    )


class AuditPage(Page[AuditLine]):
    """One page of the trail."""


class AuditAsked(Asked):
    """What the trail may be asked."""

    act: str | None = Field(None, description="Only this act.")
    person: int | None = Field(None, description="Only of this person, by number.")
    subject: str | None = Field(
        None, description="Only what was done to this, as app.model:number."
    )
    outcome: Literal["done", "refused"] | None = Field(
        None, description="Only what was done, or what was refused."
    )


@router.get("/audit", response=many(AuditPage))
@needs("audit.read")
def audit(request: HttpRequest, asked: Query[AuditAsked]) -> Any:
    """List the lines of the trail, the last first."""
    chosen = {
        "act": asked.act,
        "person_id": asked.person,
        "subject": asked.subject,
        "outcome": asked.outcome,
    }
    rows = AuditRecord.objects.filter(
        **{name: value for name, value in chosen.items() if value is not None}
    )
    is_countable = any(value is not None for value in chosen.values())
    return page_of(
        request, rows, asked, row_of, by=("number",), is_countable=is_countable
    )


@router.get("/audit/{int:number}", response=one(AuditLine))
@needs("audit.read")
def audit_line(request: HttpRequest, number: int) -> Any:
    """One line of the trail."""
    found = get_object_or_404(AuditRecord, pk=number)
    changed_at(request, found.at)
    return row_of(found)


def row_of(found: Any) -> AuditLine:
    """A line of the trail as a list shows it."""
    return AuditLine(
        number=found.number,
        at=found.at,
        act=found.act,
        outcome=found.outcome,
        by=found.by,
        person=found.person_id,
        because=found.because,
        subject=found.subject,
        touched=found.touched,
        details=found.details,
        previous_hash=found.previous_hash,
        hash=found.hash,
    )
