"""Meetings: where and when they are or were, and who counted how many."""

from datetime import date
from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from marsad.desk.register.models import Entry, Kind, State
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.documents import person_of, within
from marsad.desk.web.api.entries import seen
from marsad.desk.web.api.entry_shapes import EntryShape, shape_of

router = Router(tags=["meetings"])


class MeetingShape(Schema):
    """A meeting of the register."""

    name: str = Field(
        description="What it is called, in short English.",
        examples=["Ministerial meeting"],
    )
    city: str | None = Field(
        description="The city, if known.", examples=["Kuwait City"]
    )
    country: str | None = Field(
        description="The country, ISO 3166 alpha-2, if known.", examples=["KW"]
    )
    first_day: date = Field(description="Its first day.", examples=["2018-02-13"])
    last_day: date = Field(description="Its last day.", examples=["2018-02-13"])
    held: Literal["past", "planned"] | None = Field(
        description="Whether the source speaks of it as past or as planned.",
        examples=["past"],
    )
    attendance: float | None = Field(
        description="How many took part, if known.", examples=[74]
    )
    entry: EntryShape = Field(description="The meeting as the register has it.")


class MeetingPage(Page[MeetingShape]):
    """One page of meetings."""


class MeetingsAsked(Asked):
    """What the list of meetings may be asked."""

    country: str | None = Field(
        None, description="Only in this country, ISO 3166 alpha-2."
    )
    held: Literal["past", "planned"] | None = Field(
        None, description="Only past ones, or planned ones."
    )
    since: date | None = Field(None, description="Only of this day and later.")
    until: date | None = Field(None, description="Only of this day and earlier.")


@router.get("/meetings", response=many(MeetingPage))
@needs("register.read")
def meetings(request: HttpRequest, asked: Query[MeetingsAsked]) -> Any:
    """List meetings, the last day first."""
    rows: QuerySet[Any] = _met(person_of(request))
    if asked.country:
        rows = rows.filter(fields__country=asked.country.upper())
    if asked.held:
        rows = rows.filter(fields__held=asked.held)
    rows = within(rows, asked.since, asked.until)
    return page_of(request, rows, asked, row_of, is_countable=True)


@router.get("/meetings/{int:entry_id}", response=one(MeetingShape))
@needs("register.read")
def meeting(request: HttpRequest, entry_id: int) -> Any:
    """One meeting, by the number of its entry."""
    return row_of(get_object_or_404(_met(person_of(request)), pk=entry_id))


def row_of(found: Entry) -> MeetingShape:
    """A meeting as a list shows it."""
    said = found.fields
    return MeetingShape(
        name=said.get("name") or "",
        city=said.get("city"),
        country=said.get("country"),
        first_day=found.day,
        last_day=found.until or found.day,
        held=said.get("held"),
        attendance=said.get("attendance"),
        entry=shape_of(found),
    )


def _met(person: Any) -> QuerySet[Entry]:
    return seen(person).filter(kind=Kind.MEETING, state=State.CURRENT)
