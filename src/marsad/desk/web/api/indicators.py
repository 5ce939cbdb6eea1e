"""Indicators: series of figures with their values, as they are and as once known."""

from datetime import date, datetime
from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from marsad.desk.documents.models import Document
from marsad.desk.indicators.models import Indicator
from marsad.desk.indicators.points import Shown, page_known
from marsad.desk.indicators.points import page_of as values_of
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.documents import person_of
from marsad.desk.web.api.entries import AS_OF
from marsad.desk.web.api.pointers import DocumentPointer, document_pointer

router = Router(tags=["indicators"])


class Titles(Schema):
    """The title of a series in three languages; empty where there is none."""

    ar: str = Field(description="In Arabic.", examples=["الأراضي المحررة"])
    en: str = Field(description="In English.", examples=["Land liberated"])
    fr: str = Field(description="In French.", examples=["Territoires libérés"])


class IndicatorShape(Schema):
    """One series: what is counted, of which body, where, and in which unit."""

    id: int = Field(description="Its number at this desk.", examples=[4])
    key: str = Field(
        description="indicator|body|place|unit, as entries carry it.",
        examples=["land liberated||IQ|percent"],
    )
    titles: Titles = Field(description="What it is called.")
    unit: str = Field(description="What is counted.", examples=["percent"])
    days: int | None = Field(
        description="For how many days a value holds, where people set it."
    )
    description: str = Field(description="What people wrote of it.")
    is_followed: bool = Field(description="Whether the cell looks at it every day.")


class PointShape(Schema):
    """One value of a series, with its bounds and who says it."""

    entry: int | None = Field(
        description="The entry that says it; null for a proposal.", examples=[9]
    )
    finding: int | None = Field(
        description="The finding that proposes it; null for an entry."
    )
    state: Literal["entered", "proposed"] = Field(
        description="Whether a person entered it, or a reader only proposes it.",
        examples=["entered"],
    )
    day: date = Field(description="The first day it is about.", examples=["2018-02-13"])
    until: date | None = Field(description="The last day, if there are several.")
    value: float = Field(description="The value.", examples=[98])
    high: float | None = Field(description="The upper value of a range.")
    bound: str = Field(
        description="exact, at_least, more_than, at_most, less_than or about.",
        examples=["exact"],
    )
    unit: str = Field(description="What is counted.", examples=["percent"])
    words: str = Field(description="The words that say it.", examples=["98 في المئة"])
    is_rival: bool = Field(description="Whether another value contradicts it.")
    is_latest: bool = Field(description="Whether it supersedes the others.")
    expires_on: date | None = Field(
        description="From which day it may no longer be shown as current."
    )
    documents: list[DocumentPointer] = Field(description="Where it stands.")


class PointsShape(Schema):
    """The values of a series in the order of their days."""

    indicator: IndicatorShape = Field(description="The series.")
    points: list[PointShape] = Field(description="What was entered.")
    proposals: list[PointShape] = Field(
        description="What readers propose; empty for who may not see proposals."
    )
    is_cut: bool = Field(
        description="Whether there are more values than the newest 400 shown."
    )


class IndicatorPage(Page[IndicatorShape]):
    """One page of indicators."""


class IndicatorsAsked(Asked):
    """What the list of indicators may be asked."""

    key: str | None = Field(None, description="Only the series with this key.")
    is_followed: bool | None = Field(
        None, description="Only those that the cell looks at every day, or the rest."
    )


class PointsAsked(Schema):
    """What the values of a series may be asked."""

    as_of: datetime | None = Field(None, description=AS_OF)


@router.get("/indicators", response=many(IndicatorPage))
@needs("register.read")
def indicators(request: HttpRequest, asked: Query[IndicatorsAsked]) -> Any:
    """List indicators, the last met first."""
    rows: QuerySet[Any] = Indicator.objects.seen_by(person_of(request))
    if asked.key is not None:
        rows = rows.filter(key=asked.key)
    if asked.is_followed is not None:
        rows = rows.filter(is_followed=asked.is_followed)
    return page_of(request, rows, asked, row_of, by=("id",))


@router.get("/indicators/{int:indicator_id}", response=one(IndicatorShape))
@needs("register.read")
def indicator(request: HttpRequest, indicator_id: int) -> Any:
    """One indicator."""
    return row_of(_seen(request, indicator_id))


@router.get("/indicators/{int:indicator_id}/points", response=one(PointsShape, 400))
@needs("register.read")
def indicator_points(
    request: HttpRequest, indicator_id: int, asked: Query[PointsAsked]
) -> Any:
    """The values of an indicator, with their bounds and rivals."""
    person = person_of(request)
    found = _seen(request, indicator_id)
    if asked.as_of is None:
        page = values_of(found, person)
    else:
        at = asked.as_of
        moment = timezone.make_aware(at) if timezone.is_naive(at) else at
        page = page_known(found, person, moment)
    may_see = _may_see([*page.values, *page.proposals], person)
    return PointsShape(
        indicator=row_of(found),
        points=[_point(one, may_see) for one in page.values],
        proposals=[_point(one, may_see) for one in page.proposals],
        is_cut=page.is_cut,
    )


def row_of(found: Any) -> IndicatorShape:
    """An indicator as a list shows it."""
    return IndicatorShape(
        id=found.pk,
        key=found.key,
        titles=Titles(ar=found.title_ar, en=found.title_en, fr=found.title_fr),
        unit=found.unit,
        days=found.days,
        description=found.description,
        is_followed=found.is_followed,
    )


def _seen(request: HttpRequest, indicator_id: int) -> Indicator:
    rows = Indicator.objects.seen_by(person_of(request))
    found: Indicator = get_object_or_404(rows, pk=indicator_id)
    return found


def _may_see(points: list[Shown], person: Any) -> frozenset[int]:
    """The ids of those documents that the person may see and that stand."""
    cited = {document.pk for one in points for document in one.documents}
    standing = Document.objects.visible_to(person).filter(withdrawn_at=None)
    return frozenset(standing.filter(pk__in=cited).values_list("pk", flat=True))


def _point(one: Shown, may_see: frozenset[int]) -> PointShape:
    row = one.row
    return PointShape(
        entry=None if one.finding else row.pk,
        finding=one.finding.pk if one.finding else None,
        state="proposed" if one.finding else "entered",
        day=row.day,
        until=row.until,
        value=one.point.value,
        high=one.point.high,
        bound=one.point.bound,
        unit=one.point.unit,
        words=row.words,
        is_rival=one.is_rival,
        is_latest=one.is_latest,
        expires_on=one.expires_on,
        documents=[
            document_pointer(document)
            for document in one.documents
            if document.pk in may_see
        ],
    )
