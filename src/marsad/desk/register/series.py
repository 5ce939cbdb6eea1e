"""The series of a figure, told anew when a person corrects what it counts."""

from collections.abc import Mapping
from typing import Any, Final, Protocol

from marsad.collecting.documents import Document as Source
from marsad.desk.documents.models import Document, DocumentText
from marsad.desk.register.models import Entry, Finding, Kind
from marsad.errors import MarsadError
from marsad.linking.values import SeriesKey, indicator_key
from marsad.reading.findings import Figure, Membership
from marsad.reading.goldform import finding_of
from marsad.reading.pipeline import Reading

# The fields that tell what is counted; a corrected value stays in its series.
_TELLING: Final = ("unit", "place", "subject", "event")


class Words(Protocol):
    """A place in a document: a finding or a citation."""

    document: Document
    start: int
    end: int


def written(key: SeriesKey) -> str:
    """A series as a row keeps it: indicator, body, place and unit."""
    return "|".join(part or "" for part in key)[:200]


def series_now(before: Entry, fields: Mapping[str, Any], words: Words) -> str:
    """The series of corrected fields; the one before where they count the same."""
    counts = before.kind in (Kind.FIGURE, Kind.MEMBERSHIP)
    is_same = all(before.fields.get(name) == fields.get(name) for name in _TELLING)
    if not counts or is_same:
        return before.series
    text = DocumentText.objects.get(document=words.document).text
    row = {"kind": before.kind, "start": words.start, "end": words.end, **fields}
    try:
        finding = finding_of({**row, "surface": text[words.start : words.end]}, text)
        parties = [
            finding_of(
                {
                    "kind": one.kind,
                    "start": one.start,
                    "end": one.end,
                    "surface": one.quote,
                    **one.fields,
                },
                text,
            )
            for one in Finding.objects.filter(document=words.document, kind=Kind.PARTY)
        ]
    except MarsadError:
        return before.series
    source = Source(
        str(words.document.pk),
        text,
        words.document.published,
        words.document.language or None,
    )
    if not isinstance(finding, Figure | Membership):
        return before.series
    key = indicator_key(finding, Reading(source, (finding, *parties)))
    return written(key) if key else ""
