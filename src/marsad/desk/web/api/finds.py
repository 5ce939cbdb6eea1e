"""Search: documents, entries and entities by words, however they are written."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from marsad.desk.catalogue.asking import Asked as Words
from marsad.desk.catalogue.asking import Shown, index_at, rows_of
from marsad.desk.catalogue.records import DOCUMENT, ENTITY
from marsad.desk.entities.models import Entity
from marsad.desk.register.models import ENTERED
from marsad.desk.web.api.asking import many, needs
from marsad.desk.web.api.cursors import MOST, following, read
from marsad.desk.web.api.documents import person_of
from marsad.desk.web.api.keys import opens
from marsad.desk.web.api.pointers import (
    DocumentPointer,
    EntityPointer,
    document_pointer,
    entity_pointer,
)
from marsad.desk.web.api.problems import Wrong
from marsad.errors import MarsadError
from marsad.searching.hits import Found, search
from marsad.searching.hits import Query as Question

router = Router(tags=["search"])

Sort = Literal[
    "document", "entity", "quote", "figure", "commitment", "call", "meeting",
    "membership",
]  # fmt: skip


class Place(Schema):
    """Where in the excerpt the words stand that were asked for."""

    start: int = Field(description="The first code point.", examples=[4])
    end: int = Field(description="The code point after the last.", examples=[12])


class FoundShape(Schema):
    """One thing that was found: a document, an entity or an entry."""

    sort: str = Field(description="document, entity or entry.", examples=["document"])
    document: DocumentPointer | None = Field(description="The document, if it is one.")
    entity: EntityPointer | None = Field(description="The entity, if it is one.")
    entry: int | None = Field(
        description="The number of the entry, if it is one.", examples=[9]
    )
    excerpt: str = Field(
        description="The words around what was asked.",
        examples=["… إن التحالف يضم 74 عضوا …"],
    )
    places: list[Place] = Field(description="Where in the excerpt it was found.")
    starts_at: int = Field(
        description="Where in the whole text the excerpt begins.", examples=[0]
    )


class FoundPage(Schema):
    """One page of what was found."""

    rows: list[FoundShape] = Field(description="What was found, in order.")
    total: int = Field(
        description="How many are found in all; of those some may not be shown.",
        examples=[21],
    )
    is_loosened: bool = Field(
        description="Nothing has all the words: these have some of them."
    )
    next: str | None = Field(
        description="The address of the next page; null on the last one.",
        examples=["https://desk.example/api/v1/search?q=74&cursor=WyI1MCJd"],
    )


class SearchAsked(Schema):
    """What a search may be asked."""

    q: str = Field("", max_length=400, description="The words that are looked for.")
    kind: Sort | None = Field(None, description="Only of this kind.")
    source: str | None = Field(None, description="Only of the source of this name.")
    party: int | None = Field(None, description="Only where this entity is named.")
    language: str | None = Field(None, description="Only in this language.")
    since: date | None = Field(None, description="Only of this day and later.")
    until: date | None = Field(None, description="Only of this day and earlier.")
    order: Literal["relevance", "newest"] = Field(
        "relevance", description="Which come first."
    )
    cursor: str | None = Field(
        None, description="Where the page begins: taken from the page before."
    )
    limit: int = Field(
        50, ge=1, le=MOST, description="How many rows a page has at most."
    )


@router.get("/search", response=many(FoundPage, 503))
@needs("search.read")
def find(request: HttpRequest, asked: Query[SearchAsked]) -> Any:
    """Find documents, entries and entities by words, with what is around them."""
    person = person_of(request)
    try:
        found = search(index_at(settings.SEARCH_INDEX), _question(request, asked))
    except MarsadError as error:
        index_at.cache_clear()
        raise Wrong(503, "no-index", "Search does not answer", str(error)) from error
    shown = rows_of(found, Words(words=asked.q), person)
    return FoundPage(
        rows=[_shape(one) for one in shown],
        total=found.total,
        is_loosened=found.is_loosened,
        next=_next(request, asked, found),
    )


def _question(request: HttpRequest, asked: SearchAsked) -> Question:
    person = person_of(request)
    place = _place(asked)
    return Question(
        words=asked.q,
        kinds=_kinds(request, asked.kind),
        sources=_given(asked.source),
        parties=tuple(map(str, _family(asked.party))),
        languages=_given(asked.language),
        since=asked.since,
        until=asked.until,
        markings_up_to=person.clearance,
        order=asked.order,
        after=place if asked.order == "newest" else None,
        offset=0 if asked.order == "newest" else place or 0,
        limit=asked.limit,
    )


def _place(asked: SearchAsked) -> int | None:
    if not asked.cursor:
        return None
    [place] = read(asked.cursor, 1)
    if not (place.isascii() and place.isdecimal() and len(place) < 19):
        detail = "The cursor is not one of ours: take it from the page before."
        raise Wrong(400, "bad-cursor", "The cursor is wrong", detail)
    return int(place)


def _next(request: HttpRequest, asked: SearchAsked, found: Found) -> str | None:
    """Where the next page begins: behind the last hit, or so many hits further on."""
    if len(found.hits) < asked.limit:
        return None
    if asked.order == "newest":
        return following(request, [found.hits[-1].cursor])
    behind = (_place(asked) or 0) + asked.limit
    return following(request, [behind]) if behind < found.total else None


def _kinds(request: HttpRequest, kind: str | None) -> tuple[str, ...]:
    """The kinds asked for that the person, and the token they use, may see."""
    may: set[str] = set()
    if opens(request, "documents.read"):
        may.add(DOCUMENT)
    if opens(request, "entities.read"):
        may.add(ENTITY)
    if opens(request, "register.read"):
        may |= {str(one) for one in ENTERED}
    chosen = may & {kind} if kind else may
    # No kind at all would mean every kind: a name that nothing has finds nothing.
    return tuple(sorted(chosen)) or ("nothing",)


def _family(party: int | None) -> Iterable[int]:
    if party is None:
        return ()
    one = Entity.objects.filter(pk=party).first()
    return one.whole.family() if one else (party,)


def _given(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _shape(one: Shown) -> FoundShape:
    is_document, is_entity = one.kind == DOCUMENT, one.kind == ENTITY
    return FoundShape(
        sort=one.kind if is_document or is_entity else "entry",
        document=document_pointer(one.row) if is_document else None,
        entity=entity_pointer(one.row) if is_entity else None,
        entry=None if is_document or is_entity else one.row.pk,
        excerpt=one.excerpt.text,
        places=[Place(start=at.start, end=at.end) for at in one.excerpt.spans],
        starts_at=one.excerpt.starts_at,
    )
