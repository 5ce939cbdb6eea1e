"""Memberships: groupings, and who is a member of each on any day."""

from datetime import date
from typing import Any, Literal

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from marsad.desk.entities.models import Entity
from marsad.desk.memberships.models import Grouping, Member
from marsad.desk.register.models import Entry
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.documents import person_of
from marsad.desk.web.api.pointers import (
    MARKING,
    MARKING_SAYS,
    EntityPointer,
    Names,
    entity_pointer,
    marking_of,
)

router = Router(tags=["memberships"])


class GroupingShape(Schema):
    """A coalition, or a part of one, that has members."""

    id: int = Field(description="Its number at this desk.", examples=[1])
    kind: Literal["coalition", "line", "group", "small_group"] = Field(
        description="Coalition, line of effort, working group or small group.",
        examples=["coalition"],
    )
    names: Names = Field(description="Its names in three languages.")
    parent: int | None = Field(
        description="The grouping that it is part of; null for none."
    )
    marking: str = Field(description=MARKING_SAYS, examples=[MARKING])


class MemberShape(Schema):
    """That an entity is a member, from a day until another or today."""

    id: int = Field(description="Its number at this desk.", examples=[17])
    grouping: int = Field(description="The number of the grouping.", examples=[1])
    entity: EntityPointer = Field(description="The member.")
    since: date = Field(
        description="The first day as a member.", examples=["2014-09-10"]
    )
    is_since_at_latest: bool = Field(
        description="Whether it may have been a member before that day."
    )
    until: date | None = Field(
        description="The first day as a member no longer; null while it is one."
    )
    since_entry: int | None = Field(
        description="The entry that shows since when, if any.", examples=[9]
    )
    until_entry: int | None = Field(
        description="The entry that shows until when, if any."
    )
    marking: str = Field(description=MARKING_SAYS, examples=[MARKING])


class GroupingPage(Page[GroupingShape]):
    """One page of groupings."""


class MemberPage(Page[MemberShape]):
    """One page of members."""


class MembersAsked(Asked):
    """What the members of a grouping may be asked."""

    on: date | None = Field(
        None, description="Only who was a member on this day; without it, ever."
    )
    entity: int | None = Field(None, description="Only this entity.")


@router.get("/groupings", response=many(GroupingPage))
@needs("register.read")
def groupings(request: HttpRequest, asked: Query[Asked]) -> Any:
    """List groupings, the last defined first."""
    rows = _defined(person_of(request))
    return page_of(request, rows, asked, row_of, by=("id",), is_countable=True)


@router.get("/groupings/{int:grouping_id}", response=one(GroupingShape))
@needs("register.read")
def grouping(request: HttpRequest, grouping_id: int) -> Any:
    """One grouping."""
    return row_of(get_object_or_404(_defined(person_of(request)), pk=grouping_id))


@router.get("/groupings/{int:grouping_id}/members", response=one(MemberPage, 400))
@needs("register.read")
def grouping_members(
    request: HttpRequest, grouping_id: int, asked: Query[MembersAsked]
) -> Any:
    """Who is, or was on a day, a member of a grouping, the last admitted first."""
    person = person_of(request)
    found = get_object_or_404(_defined(person), pk=grouping_id)
    rows: QuerySet[Any] = Member.objects.visible_to(person).filter(
        grouping=found, is_void=False, entity__in=Entity.objects.visible_to(person)
    )
    if asked.on is not None:
        rows = rows.filter(Q(until=None) | Q(until__gt=asked.on), since__lte=asked.on)
    if asked.entity is not None:
        one = Entity.objects.filter(pk=asked.entity).first()
        rows = rows.filter(entity__in=one.whole.family() if one else [])
    rows = rows.select_related("entity__joined_into")
    page = page_of(request, rows, asked, lambda row: row, by=("id",), is_countable=True)
    return page | {"rows": _members(page["rows"], person)}


def row_of(found: Any) -> GroupingShape:
    """A grouping as a list shows it."""
    return GroupingShape(
        id=found.pk,
        kind=found.kind,
        names=Names(ar=found.name_ar, en=found.name_en, fr=found.name_fr),
        parent=found.parent_id,
        marking=marking_of(found),
    )


def _defined(person: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = Grouping.objects.visible_to(person)
    return rows.filter(is_void=False)


def _members(rows: list[Member], person: Any) -> list[MemberShape]:
    shown_by = {one for row in rows for one in (row.since_entry_id, row.until_entry_id)}
    may_see = set(
        Entry.objects.visible_to(person)
        .filter(pk__in=shown_by - {None})
        .values_list("pk", flat=True)
    )
    return [
        MemberShape(
            id=row.pk,
            grouping=row.grouping_id,
            entity=entity_pointer(row.entity),
            since=row.since,
            is_since_at_latest=row.is_since_at_latest,
            until=row.until,
            since_entry=row.since_entry_id if row.since_entry_id in may_see else None,
            until_entry=row.until_entry_id if row.until_entry_id in may_see else None,
            marking=marking_of(row),
        )
        for row in rows
    ]
