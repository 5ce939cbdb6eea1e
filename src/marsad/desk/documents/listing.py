"""Documents a page at a time: newest day first, narrowed by what a reader asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.conf import settings
from django.db.models import F, Q

from marsad.desk.documents.models import Document

PAGE: Final = 50
LANGUAGES: Final = ("ar", "en", "fr")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of the list; what makes no sense is not asked."""

    since: date | None = None
    until: date | None = None
    source: int | None = None
    language: str = ""
    # "open": findings wait; "old": read by older readers; "withdrawn".
    state: str = ""
    story: int | None = None

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Asked":
        """Read what stands in an address."""
        language = said.get("language", "")
        return cls(
            since=_day(said.get("since")),
            until=_day(said.get("until")),
            source=_number(said.get("source")),
            language=language if language in LANGUAGES else "",
            state=said.get("state", ""),
            story=_number(said.get("story")),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for at all."""
        return self != Asked()


@dataclass(frozen=True, slots=True)
class Page:
    """Some documents, and where the next ones begin."""

    rows: Sequence[Document]
    next: str = ""


def documents_for(person: Any, asked: Asked) -> Any:
    """The documents that a reader may see and asks for, newest day first."""
    rows = Document.objects.visible_to(person).order_by("-day", "-id")
    is_withdrawn = asked.state == "withdrawn"
    rows = rows.filter(withdrawn_at__isnull=not is_withdrawn)
    for name, value in (
        ("day__gte", asked.since),
        ("day__lte", asked.until),
        ("source", asked.source),
        ("story", asked.story),
        ("language__startswith", asked.language),
    ):
        if value:
            rows = rows.filter(**{name: value})
    if asked.state == "open":
        rows = rows.filter(open_count__gt=0)
    elif asked.state == "old":
        rows = rows.exclude(read_with=settings.VERSION)
    return rows


def page_of(rows: Any, after: str) -> Page:
    """A page of documents after a cursor, with one more asked to know if there are more."""
    place = _place(after)
    if place:
        day, number = place
        # The second condition alone lets an index begin at the right day.
        rows = rows.filter(Q(day__lt=day) | Q(day=day, pk__lt=number), day__lte=day)
    found = list(rows.select_related("source", "story")[: PAGE + 1])
    shown = found[:PAGE]
    is_last = len(found) <= PAGE
    return Page(shown, "" if is_last else f"{shown[-1].day}.{shown[-1].pk}")


def siblings_of(document: Document, person: Any) -> list[Document]:
    """Other reports of the same story that a reader may see."""
    if document.story_id is None:
        return []
    rows = Document.objects.visible_to(person).filter(
        story=document.story_id, withdrawn_at__isnull=True
    )
    rows = rows.exclude(pk=document.pk).select_related("source")
    return list(rows.order_by(F("published").asc(nulls_last=True), "pk")[:20])


def _place(after: str) -> tuple[date, int] | None:
    day, number = _day(after.rpartition(".")[0]), _number(after.rpartition(".")[2])
    return (day, number) if day and number else None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _number(written: str | None) -> int | None:
    # A longer number is no id of ours, and more than a database takes.
    is_number = written and written.isascii() and written.isdecimal()
    return int(written) if written and is_number and len(written) < 19 else None
