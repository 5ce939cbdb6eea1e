"""Entries of the register: as they stand, as they were known, and every version."""

from datetime import date, datetime
from typing import Any, Literal

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Entity
from marsad.desk.register.models import Citation, Entry, EntryVersion, versions_known
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.documents import person_of
from marsad.desk.web.api.entry_shapes import (
    EntryKind,
    EntryShape,
    VersionShape,
    shape_of,
    shapes_then,
)
from marsad.desk.web.api.freshness import changed_at

router = Router(tags=["register"])

EntryState = Literal["current", "retracted", "merged", "any"]
AS_OF = "The register as it was known at this moment, RFC 3339; without it, as it is."


class EntryPage(Page[EntryShape]):
    """One page of entries."""


class VersionPage(Page[VersionShape]):
    """One page of the versions of an entry."""


class EntriesAsked(Asked):
    """What a list of entries of one kind may be asked."""

    state: EntryState = Field(
        "current", description="Only those that stand so; any for all."
    )
    actor: int | None = Field(
        None, description="Only where this entity speaks, promises, calls or joins."
    )
    series: str | None = Field(None, description="Only of this series of values.")
    since: date | None = Field(None, description="Only of this day and later.")
    until: date | None = Field(None, description="Only of this day and earlier.")
    source: int | None = Field(
        None, description="Only what rests on a document of this source."
    )
    as_of: datetime | None = Field(None, description=AS_OF)


class AllEntriesAsked(EntriesAsked):
    """What the list of all entries may be asked."""

    kind: EntryKind | None = Field(None, description="Only of this kind.")


class OneAsked(Schema):
    """What one entry may be asked."""

    as_of: datetime | None = Field(None, description=AS_OF)


@router.get("/entries", response=many(EntryPage))
@needs("register.read")
def entries(request: HttpRequest, asked: Query[AllEntriesAsked]) -> Any:
    """List entries, the newest day first."""
    return listed(request, asked, asked.kind)


@router.get("/statements", response=many(EntryPage))
@needs("register.read")
def statements(request: HttpRequest, asked: Query[EntriesAsked]) -> Any:
    """List statements: who said what, the newest day first."""
    return listed(request, asked, "quote")


@router.get("/figures", response=many(EntryPage))
@needs("register.read")
def figures(request: HttpRequest, asked: Query[EntriesAsked]) -> Any:
    """List figures: values with their units and bounds, the newest day first."""
    return listed(request, asked, "figure")


@router.get("/entries/{int:entry_id}", response=one(EntryShape, 400))
@needs("register.read")
def entry(request: HttpRequest, entry_id: int, asked: Query[OneAsked]) -> Any:
    """One entry, as it stands or as it was known at a moment."""
    found = get_object_or_404(seen(person_of(request)), pk=entry_id)
    if asked.as_of is None:
        changed_at(request, found.changed_at)
        return shape_of(found)
    version = get_object_or_404(known(person_of(request), asked.as_of), entry=found)
    changed_at(request, version.at)
    return shapes_then([version], person_of(request))[0]


@router.get("/entries/{int:entry_id}/versions", response=one(VersionPage, 400))
@needs("register.read")
def entry_versions(request: HttpRequest, entry_id: int, asked: Query[Asked]) -> Any:
    """Every version of an entry with the decision that made it, the last first."""
    person = person_of(request)
    found = get_object_or_404(Entry.objects.visible_to(person), pk=entry_id)
    rows = readable(EntryVersion.objects.filter(entry=found), person)
    rows = rows.select_related("entry", "decision__by")
    page = page_of(request, rows, asked, lambda row: row, by=("id",), is_countable=True)
    shapes = shapes_then(page["rows"], person)
    page["rows"] = [
        VersionShape(
            number=row.number,
            at=row.at,
            act=row.decision.act,
            by=row.decision.by.name,
            because=row.decision.because,
            entry=shape,
        )
        for row, shape in zip(page["rows"], shapes, strict=True)
    ]
    return page


def listed(request: HttpRequest, asked: EntriesAsked, kind: str | None) -> Any:
    """A page of entries of one kind or of all, now or then."""
    person = person_of(request)
    if asked.as_of is not None:
        return _listed_then(request, asked, kind)
    rows = seen(person)
    wanted = _wanted(asked, kind)
    rows = rows.filter(**wanted)
    if asked.source is not None:
        rows = rows.filter(pk__in=resting_on(asked.source, person))
    return page_of(request, rows, asked, shape_of, is_countable=bool(wanted))


def _listed_then(
    request: HttpRequest, asked: EntriesAsked, kind: str | None
) -> dict[str, Any]:
    person = person_of(request)
    rows = known(person, asked.as_of or timezone.now())
    wanted = _wanted(asked, kind)
    if "series" in wanted:
        wanted["snapshot__series"] = wanted.pop("series")
    rows = rows.filter(**wanted)
    if asked.source is not None:
        rows = rows.filter(entry__in=resting_on(asked.source, person))
    page = page_of(request, rows, asked, lambda row: row, by=("day", "entry_id"))
    return page | {"rows": shapes_then(page["rows"], person)}


def _wanted(asked: EntriesAsked, kind: str | None) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    if kind:
        wanted["kind"] = kind
    if asked.state != "any":
        wanted["state"] = asked.state
    if asked.actor is not None:
        # Nothing new is said of an entity here, so its own marking does not matter.
        actor = Entity.objects.filter(pk=asked.actor).first()
        wanted["actor_id__in"] = actor.whole.name_ids() if actor else []
    if asked.series is not None:
        wanted["series"] = asked.series
    if asked.since:
        wanted["day__gte"] = asked.since
    if asked.until:
        wanted["day__lte"] = asked.until
    return wanted


def seen(person: Any) -> QuerySet[Entry]:
    """The entries that a person may see, with the citations that they may see."""
    standing = Document.objects.visible_to(person).filter(withdrawn_at=None)
    # Asked citation by citation: a list of all documents would be made for each page.
    citations = Citation.objects.filter(
        Exists(standing.filter(pk=OuterRef("document")))
    )
    rows: QuerySet[Entry] = Entry.objects.visible_to(person)
    return rows.select_related("actor__entity__joined_into").prefetch_related(
        Prefetch("citations", citations.select_related("document"))
    )


def known(person: Any, at: datetime) -> QuerySet[EntryVersion]:
    """What was known of each entry at a moment, as far as this person may see."""
    moment = timezone.make_aware(at) if timezone.is_naive(at) else at
    seen_now = Entry.objects.visible_to(person).filter(pk=OuterRef("entry"))
    rows = versions_known(moment).filter(Exists(seen_now))
    return readable(rows, person).select_related("entry")


def readable(rows: QuerySet[EntryVersion], person: Any) -> QuerySet[EntryVersion]:
    """Versions that this person may read: an earlier one may be stricter than today's."""
    return rows.filter(snapshot__marking__lte=person.clearance)


def resting_on(source: int, person: Any) -> QuerySet[Any]:
    """The ids of entries that rest on a document of a source."""
    documents = Document.objects.visible_to(person).filter(
        source=source, withdrawn_at=None
    )
    return Citation.objects.filter(document__in=documents).values("entry")
