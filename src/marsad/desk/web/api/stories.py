"""Stories: the reports of one event."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from marsad.desk.documents.models import Story
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.documents import person_of
from marsad.desk.web.api.pointers import MARKING, MARKING_SAYS, marking_of

router = Router(tags=["documents"])


class StoryRow(Schema):
    """An event, and how much was reported of it; /documents?story= lists the reports."""

    id: int = Field(description="Its number at this desk.", examples=[5])
    title: str = Field(
        description="The title of its first report.", examples=["بيان التحالف"]
    )
    language: str = Field(description="The language of the title.", examples=["ar"])
    first_day: date = Field(
        description="The day of its first report.", examples=["2018-02-13"]
    )
    last_day: date = Field(
        description="The day of its last report.", examples=["2018-02-14"]
    )
    began_at: datetime = Field(
        description="When the desk first heard of it, UTC.",
        examples=["2018-02-13T06:00:00Z"],
    )
    document_count: int = Field(description="How many reports it has.", examples=[4])
    source_count: int = Field(description="How many sources reported it.", examples=[3])
    marking: str = Field(description=MARKING_SAYS, examples=[MARKING])


class StoryPage(Page[StoryRow]):
    """One page of stories."""


class StoriesAsked(Asked):
    """What the list of stories may be asked."""

    since: date | None = Field(None, description="Only with this first day or later.")
    until: date | None = Field(None, description="Only with this first day or earlier.")


@router.get("/stories", response=many(StoryPage))
@needs("documents.read")
def stories(request: HttpRequest, asked: Query[StoriesAsked]) -> Any:
    """List stories, the newest first day first."""
    rows = Story.objects.visible_to(person_of(request))
    if asked.since:
        rows = rows.filter(first_day__gte=asked.since)
    if asked.until:
        rows = rows.filter(first_day__lte=asked.until)
    return page_of(request, rows, asked, row_of, by=("first_day", "id"))


@router.get("/stories/{int:story_id}", response=one(StoryRow))
@needs("documents.read")
def story(request: HttpRequest, story_id: int) -> Any:
    """One story."""
    return row_of(
        get_object_or_404(Story.objects.visible_to(person_of(request)), pk=story_id)
    )


def row_of(found: Story) -> StoryRow:
    """A story as a list shows it."""
    return StoryRow(
        id=found.pk,
        title=found.title,
        language=found.language,
        first_day=found.first_day,
        last_day=found.last_day,
        began_at=found.began_at,
        document_count=found.document_count,
        source_count=found.source_count,
        marking=marking_of(found),
    )
