"""The documents that name an entity, newest first, with the words that name it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from marsad.desk.chronicles.bearers import Bearer
from marsad.desk.chronicles.cursors import Cursor
from marsad.desk.chronicles.windows import newest, of_kinds
from marsad.desk.documents.models import Document
from marsad.desk.register.models import Finding, Kind, Status
from marsad.desk.safeguards.models import Person

PAGE: Final = 100
_NAMED: Final = (Kind.PARTY, Kind.PERSON)


@dataclass(frozen=True, slots=True)
class Naming:
    """A document, and the mentions in it that are on this page."""

    document: Document
    mentions: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Page:
    """Documents that name an entity, and where the older mentions begin."""

    namings: Sequence[Naming]
    older: Cursor | None = None


def mentions(
    bearer: Bearer, person: Person, *, after: Cursor | None = None, count: int = PAGE
) -> Page:
    """One page of mentions, grouped by the document that they stand in."""
    rows = (
        Finding.objects.visible_to(person)
        .filter(
            of_kinds(_NAMED),
            name__in=bearer.name_ids,
            document__withdrawn_at__isnull=True,
            document__marking__lte=person.clearance,
        )
        .exclude(status=Status.DROPPED)
        .select_related("document__source")
    )
    looked = newest(rows, bearer.months, count + 1, after=after)
    shown = looked.rows[:count]
    older = None
    if len(looked.rows) > count:
        older = Cursor(shown[-1].day, 0, shown[-1].pk)
    elif looked.down_to is not None:
        older = Cursor(looked.down_to, 0, 0)
    return Page(_by_document(shown), older)


def _by_document(rows: Sequence[Finding]) -> list[Naming]:
    found: dict[int, list[Any]] = {}
    for one in rows:
        found.setdefault(one.document_id, []).append(one)
    return [
        Naming(some[0].document, sorted(some, key=lambda one: one.start))
        for some in found.values()
    ]
