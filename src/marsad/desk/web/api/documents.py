"""Documents: what was taken in, its text and its custody."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from marsad.desk.documents.models import Custody, Document
from marsad.desk.web.api.asking import many, needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.freshness import changed_at
from marsad.desk.web.api.pointers import MARKING, MARKING_SAYS, marking_of
from marsad.desk.web.api.problems import Wrong

router = Router(tags=["documents"])


class DocumentRow(Schema):
    """One published text, as it was taken in."""

    id: int = Field(description="Its number at this desk.", examples=[7])
    title: str = Field(
        description="Its title, as published.", examples=["بيان التحالف"]
    )
    language: str = Field(description="Its language, BCP 47.", examples=["ar"])
    published: date | None = Field(
        description="The day of publication, if known.", examples=["2018-02-13"]
    )
    day: date = Field(
        description="The day that lists go by: of publication, or of taking in.",
        examples=["2018-02-13"],
    )
    outlet: str = Field(description="Who published it.", examples=["Al-Jarida"])
    address: str = Field(
        description="Where it was published; empty if it came as a file.",
        examples=["https://news.example/2018/02/13"],
    )
    source: int | None = Field(
        description="The number of its source, if it has one.", examples=[3]
    )
    story: int | None = Field(
        description="The number of its story, if it has one.", examples=[5]
    )
    marking: str = Field(description=MARKING_SAYS, examples=[MARKING])
    taken_at: datetime = Field(
        description="When it was taken in, UTC.", examples=["2018-02-13T06:00:00Z"]
    )
    read_with: str = Field(
        description="With which version of the readers its findings were recorded.",
        examples=["0.1.0"],
    )
    finding_count: int = Field(description="How many findings it has.", examples=[12])
    open_count: int = Field(
        description="How many of them wait for a decision.", examples=[4]
    )
    withdrawn_at: datetime | None = Field(
        description="When it was withdrawn; null while it stands."
    )
    withdrawn_because: str = Field(
        description="Why it was withdrawn.", examples=["The outlet took it back."]
    )


class DocumentWhole(DocumentRow):
    """One document, with the hashes that prove it."""

    sha256: str = Field(
        description="The SHA-256 of the original bytes.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    size: int = Field(description="How many bytes there are.", examples=[5120])
    file_name: str = Field(
        description="The name that the bytes came under.", examples=["a.html"]
    )
    part: str = Field(
        description="Which of several documents in one file; empty for the only one."
    )
    text_sha256: str = Field(
        description="The SHA-256 of the text in UTF-8.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )


class DocumentWords(Schema):
    """The exact text of a document; spans count its Unicode code points."""

    document: int = Field(description="The document's number.", examples=[7])
    language: str = Field(description="Its language, BCP 47.", examples=["ar"])
    length: int = Field(
        description="The length in Unicode code points.", examples=[1204]
    )
    text: str = Field(
        description="The text; start and end of findings count its code points.",
        examples=["قال الوزير إن التحالف يضم 74 عضوا."],
    )


class CustodyLine(Schema):
    """Who or what had a document, when, and from where."""

    id: int = Field(description="The line's number.", examples=[31])
    event: str = Field(
        description="taken_in, sighted, read, withdrawn, reinstated or exported.",
        examples=["taken_in"],
    )
    at: datetime = Field(description="When, UTC.", examples=["2018-02-13T06:00:00Z"])
    by: str = Field(
        description="Who: a person or a named worker.", examples=["Lina (lina)"]
    )
    origin: str = Field(
        description="From where it came.", examples=["https://news.example/feed"]
    )
    version: str = Field(
        description="With which version of the system.", examples=["0.1.0"]
    )
    because: str = Field(description="Why.", examples=["The daily round."])


class DocumentPage(Page[DocumentRow]):
    """One page of documents."""


class CustodyPage(Page[CustodyLine]):
    """One page of custody."""


class DocumentsAsked(Asked):
    """What the list of documents may be asked."""

    source: int | None = Field(None, description="Only of this source, by number.")
    story: int | None = Field(None, description="Only of this story, by number.")
    language: str | None = Field(None, description="Only in this language.")
    since: date | None = Field(None, description="Only of this day and later.")
    until: date | None = Field(None, description="Only of this day and earlier.")


@router.get("/documents", response=many(DocumentPage))
@needs("documents.read")
def documents(request: HttpRequest, asked: Query[DocumentsAsked]) -> Any:
    """List documents, the newest day first."""
    rows: QuerySet[Any] = Document.objects.visible_to(person_of(request))
    if asked.source is not None:
        rows = rows.filter(source=asked.source)
    if asked.story is not None:
        rows = rows.filter(story=asked.story)
    if asked.language:
        rows = rows.filter(language=asked.language)
    rows = within(rows, asked.since, asked.until)
    is_countable = asked.source is not None or asked.story is not None
    return page_of(request, rows, asked, row_of, is_countable=is_countable)


@router.get("/documents/{int:document_id}", response=one(DocumentWhole))
@needs("documents.read")
def document(request: HttpRequest, document_id: int) -> Any:
    """One document; its text and its findings have addresses of their own."""
    found = seen(request, document_id)
    return DocumentWhole(
        **row_of(found).dict(),
        sha256=found.capture.sha256,
        size=found.capture.size,
        file_name=found.capture.name,
        part=found.part,
        text_sha256=found.text_sha256,
    )


@router.get("/documents/{int:document_id}/text", response=one(DocumentWords, 410))
@needs("documents.read")
def document_text(request: HttpRequest, document_id: int) -> Any:
    """The exact text of a document, to which the spans of its findings refer."""
    found = standing(request, document_id)
    changed_at(request, found.taken_at)
    text = found.wording.text
    return DocumentWords(
        document=found.pk, language=found.language, length=len(text), text=text
    )


@router.get("/documents/{int:document_id}/custody", response=one(CustodyPage, 400))
@needs("documents.read")
def document_custody(
    request: HttpRequest, document_id: int, asked: Query[Asked]
) -> Any:
    """Who or what had a document, the last event first."""
    rows = Custody.objects.filter(document=seen(request, document_id))
    return page_of(request, rows, asked, _custody, by=("id",), is_countable=True)


def person_of(request: HttpRequest) -> Any:
    """The person who asks, signed in or behind a token."""
    asking: Any = request
    return asking.auth


def seen(request: HttpRequest, document_id: int) -> Document:
    """A document that the person who asks may see, withdrawn or not."""
    rows = Document.objects.visible_to(person_of(request)).select_related("capture")
    found: Document = get_object_or_404(rows, pk=document_id)
    return found


def standing(request: HttpRequest, document_id: int) -> Document:
    """A document whose words may be shown; of a withdrawn one only the reason is."""
    found = seen(request, document_id)
    if found.withdrawn_at:
        detail = f"This document was withdrawn: {found.withdrawn_because}"
        raise Wrong(410, "withdrawn", "Withdrawn", detail)
    return found


def within(
    rows: QuerySet[Any], since: date | None, until: date | None
) -> QuerySet[Any]:
    """Keep the rows of a range of days."""
    if since:
        rows = rows.filter(day__gte=since)
    return rows.filter(day__lte=until) if until else rows


def row_of(found: Document) -> DocumentRow:
    """A document as a list shows it."""
    return DocumentRow(
        id=found.pk,
        title=found.title,
        language=found.language,
        published=found.published,
        day=found.day,
        outlet=found.outlet,
        address=found.address,
        source=found.source_id,
        story=found.story_id,
        marking=marking_of(found),
        taken_at=found.taken_at,
        read_with=found.read_with,
        finding_count=found.finding_count,
        open_count=found.open_count,
        withdrawn_at=found.withdrawn_at,
        withdrawn_because=found.withdrawn_because,
    )


def _custody(line: Custody) -> CustodyLine:
    return CustodyLine(
        id=line.pk,
        event=line.event,
        at=line.at,
        by=line.by,
        origin=line.origin,
        version=line.version,
        because=line.because,
    )
