"""Sources: the outlets and feeds that documents come from, with their grades."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from marsad.desk.sources.models import Source
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of

router = Router(tags=["sources"])


class SourceRow(Schema):
    """An outlet or a feed."""

    id: int = Field(description="Its number at this desk.", examples=[3])
    name: str = Field(description="Its name.", examples=["Al-Jarida"])
    address: str = Field(
        description="Where it publishes; empty if unknown.",
        examples=["https://news.example/"],
    )
    country: str = Field(
        description="Its country, ISO 3166 alpha-2; empty if unknown.",
        examples=["KW"],
    )
    language: str = Field(description="Its language, BCP 47.", examples=["ar"])
    grade: str = Field(
        description="How reliable people found it: A to E, or F for unknown.",
        examples=["B"],
    )
    suspended_at: datetime | None = Field(
        description="Since when nothing is taken in from it; null while it is."
    )
    added_at: datetime = Field(
        description="When it was added, UTC.", examples=["2018-01-02T08:00:00Z"]
    )


class SourcePage(Page[SourceRow]):
    """One page of sources."""


@router.get("/sources", response=many(SourcePage))
@needs("sources.read")
def sources(request: HttpRequest, asked: Query[Asked]) -> Any:
    """List sources, the last added first."""
    rows = Source.objects.all()
    return page_of(request, rows, asked, row_of, by=("id",), is_countable=True)


@router.get("/sources/{int:source_id}", response=one(SourceRow))
@needs("sources.read")
def source(request: HttpRequest, source_id: int) -> Any:
    """One source."""
    return row_of(get_object_or_404(Source, pk=source_id))


def row_of(found: Source) -> SourceRow:
    """A source as a list shows it."""
    return SourceRow(
        id=found.pk,
        name=found.name,
        address=found.address,
        country=found.country,
        language=found.language,
        grade=found.grade,
        suspended_at=found.suspended_at,
        added_at=found.added_at,
    )
