"""Contradictions: pairs of lines that cannot both hold, and what people said of them."""

from datetime import date, datetime
from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from marsad.desk.contradictions.models import Contradiction
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.documents import person_of
from marsad.desk.web.api.pointers import MARKING, MARKING_SAYS, marking_of

router = Router(tags=["contradictions"])


class ContradictionShape(Schema):
    """Two entries, or an entry and a proposed finding, that cannot both hold."""

    id: int = Field(description="Its number at this desk.", examples=[6])
    about: Literal["value", "days", "attendance", "amount"] = Field(
        description="What the two disagree on.", examples=["value"]
    )
    series: str = Field(
        description="The series of values, if they stand in one.",
        examples=["land liberated||IQ|percent"],
    )
    day: date = Field(description="The day it is about.", examples=["2018-02-13"])
    one: int = Field(description="The entry on the one side.", examples=[9])
    other: int | None = Field(
        description="The entry on the other side; null for a proposal."
    )
    finding: int | None = Field(
        description="The proposed finding on the other side; null for an entry.",
        examples=[104],
    )
    why: str = Field(
        description="Why they cannot both hold.", examples=["98 and 95 percent"]
    )
    found_at: datetime = Field(
        description="When it was noticed, UTC.", examples=["2018-02-13T07:30:00Z"]
    )
    state: Literal["open", "resolved", "settled"] = Field(
        description="Where it stands; settled: one side went away by itself.",
        examples=["open"],
    )
    choice: str = Field(
        description="What people said: one, other, both or neither; empty while open."
    )
    by: str | None = Field(description="Who resolved it.", examples=["Lina"])
    because: str = Field(description="Why it was resolved so.")
    resolved_at: datetime | None = Field(description="When it was resolved, UTC.")
    marking: str = Field(description=MARKING_SAYS, examples=[MARKING])


class ContradictionPage(Page[ContradictionShape]):
    """One page of contradictions."""


class ContradictionsAsked(Asked):
    """What the list of contradictions may be asked."""

    state: Literal["open", "resolved", "settled"] | None = Field(
        None, description="Only those that stand so."
    )
    series: str | None = Field(None, description="Only of this series of values.")


@router.get("/contradictions", response=many(ContradictionPage))
@needs("findings.read")
def contradictions(request: HttpRequest, asked: Query[ContradictionsAsked]) -> Any:
    """List contradictions, the last noticed first."""
    rows: QuerySet[Any] = _seen(request)
    if asked.state is not None:
        rows = rows.filter(state=asked.state)
    if asked.series is not None:
        rows = rows.filter(series=asked.series)
    is_countable = asked.state == "open"
    return page_of(request, rows, asked, row_of, by=("id",), is_countable=is_countable)


@router.get("/contradictions/{int:contradiction_id}", response=one(ContradictionShape))
@needs("findings.read")
def contradiction(request: HttpRequest, contradiction_id: int) -> Any:
    """One contradiction."""
    return row_of(get_object_or_404(_seen(request), pk=contradiction_id))


def row_of(found: Any) -> ContradictionShape:
    """A contradiction as a list shows it."""
    return ContradictionShape(
        id=found.pk,
        about=found.about,
        series=found.series,
        day=found.day,
        one=found.one_id,
        other=found.other_id,
        finding=found.finding_id,
        why=found.why,
        found_at=found.found_at,
        state=found.state,
        choice=found.choice,
        by=found.by.name if found.by else None,
        because=found.because,
        resolved_at=found.resolved_at,
        marking=marking_of(found),
    )


def _seen(request: HttpRequest) -> QuerySet[Any]:
    rows: QuerySet[Any] = Contradiction.objects.visible_to(person_of(request))
    return rows.select_related("by")
