"""Findings: what the readers saw in a document, each with its place in the text."""

from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from marsad.desk.register.models import Status
from marsad.desk.web.api.asking import needs, one
from marsad.desk.web.api.cursors import Asked, Page, page_of
from marsad.desk.web.api.documents import standing
from marsad.desk.web.api.pointers import (
    MARKING,
    MARKING_SAYS,
    Actor,
    actor_of,
    marking_of,
)

router = Router(tags=["documents"])

FindingKind = Literal[
    "quote", "figure", "commitment", "call", "meeting", "membership", "party",
    "person", "date",
]  # fmt: skip


class FindingRow(Schema):
    """What a reader saw in a document: proposed, until a person decides."""

    id: int = Field(description="Its number at this desk.", examples=[104])
    document: int = Field(description="The document's number.", examples=[7])
    kind: FindingKind = Field(description="What it is.", examples=["figure"])
    start: int = Field(
        description="Where it begins in the text, in Unicode code points.",
        examples=[31],
    )
    end: int = Field(
        description="Where it ends: the code point after the last.", examples=[45]
    )
    quote: str = Field(
        description="The exact words between start and end.",
        examples=["98 في المئة"],
    )
    fields: dict[str, Any] = Field(
        description="What it says, in the fields of its kind.",
        examples=[{"value": 98, "unit": "percent", "bound": "exact"}],
    )
    reader: str = Field(description="Which reader saw it.", examples=["figures"])
    score: float = Field(
        description="How sure the reader is, from 0 to 1.", examples=[0.9]
    )
    why: str = Field(
        description="Why the reader saw it.", examples=["a number with its unit"]
    )
    is_doubtful: bool = Field(description="Whether the reader itself has doubts.")
    status: Literal["proposed", "confirmed", "rejected"] = Field(
        description="Where it stands.", examples=["proposed"]
    )
    entry: int | None = Field(
        description="The entry that it became or carries, if any.", examples=[9]
    )
    series: str = Field(
        description="The series of values that it stands in, if any.",
        examples=["liberated land|Iraq|percent"],
    )
    about: Actor | None = Field(description="Who it is about, if anybody.")
    marking: str = Field(description=MARKING_SAYS, examples=[MARKING])


class FindingPage(Page[FindingRow]):
    """One page of findings."""


class FindingsAsked(Asked):
    """What a list of findings may be asked."""

    kind: FindingKind | None = Field(None, description="Only of this kind.")
    status: Literal["proposed", "confirmed", "rejected"] | None = Field(
        None, description="Only those that stand so."
    )


@router.get(
    "/documents/{int:document_id}/findings", response=one(FindingPage, 400, 410)
)
@needs("findings.read")
def document_findings(
    request: HttpRequest, document_id: int, asked: Query[FindingsAsked]
) -> Any:
    """The findings of one document, the last recorded first."""
    found = standing(request, document_id)
    rows = chosen(found.findings.all(), asked)
    return page_of(request, rows, asked, row_of, by=("id",), is_countable=True)


def chosen(rows: QuerySet[Any], asked: FindingsAsked) -> QuerySet[Any]:
    """Keep what was asked for; what the readers no longer see is not shown."""
    rows = rows.exclude(status=Status.DROPPED)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.status:
        rows = rows.filter(status=asked.status)
    return rows.select_related("name__entity__joined_into")


def row_of(finding: Any) -> FindingRow:
    """A finding as a list shows it."""
    return FindingRow(
        id=finding.pk,
        document=finding.document_id,
        kind=finding.kind,
        start=finding.start,
        end=finding.end,
        quote=finding.quote,
        fields=finding.fields,
        reader=finding.reader,
        score=finding.score,
        why=finding.why,
        is_doubtful=finding.is_doubtful,
        status=finding.status,
        entry=finding.entry_id,
        series=finding.series,
        about=actor_of(finding.name),
        marking=marking_of(finding),
    )
