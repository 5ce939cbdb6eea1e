"""Where the sources of a pack stand in it, and what it says of each citation."""

from collections.abc import Mapping, Sequence
from typing import Any

from marsad.collecting.documents import Document
from marsad.collecting.folders import file_name
from marsad.composing.citations import Citation
from marsad.composing.outline import Outline
from marsad.reading.findings import Commitment, Figure, Finding, Membership


def is_public(document: Document) -> bool:
    """Whether anybody can read a document at its address."""
    return (document.url or "").startswith(("http://", "https://"))


def source_path(document: Document) -> str:
    """The place of a document's exact text in the pack."""
    return f"sources/{file_name(document.id)}.txt"


def source_bytes(document: Document) -> bytes:
    """The exact text of a document, letter for letter, as its hash was taken."""
    return document.text.encode("utf-8", "surrogatepass")


def sources(outline: Outline) -> dict[str, Any]:
    """Every source and every citation, as sources.json says them."""
    documents = [reading.document for reading in outline.readings]
    reprints = dict(outline.register.reprints)
    return {
        "offsets": "Unicode code points into the archived text, the end exclusive",
        "documents": [_document(one, reprints.get(one.id)) for one in documents],
        "citations": citations(outline.citations, _values(outline)),
    }


def _document(document: Document, reprints: str | None) -> dict[str, Any]:
    return {
        "id": document.id,
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "language": document.language,
        "published": document.published.isoformat() if document.published else None,
        "reprints": reprints,
        "file": source_path(document),
        "sha256": document.sha256,
    }


Values = Mapping[tuple[str, int, int], list[dict[str, Any]]]


def _values(outline: Outline) -> Values:
    """What figures, counts and sums were read at each place."""
    values: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    for reading in outline.readings:
        for finding in reading.findings:
            found = _value(finding)
            if found:
                place = reading.document.id, finding.span.start, finding.span.end
                values.setdefault(place, []).append({"kind": finding.kind, **found})
    return values


def _value(finding: Finding) -> dict[str, Any] | None:
    match finding:
        case Figure():
            return {"value": finding.value, "high": finding.high}
        case Membership() if finding.count is not None:
            return {"value": float(finding.count), "high": None}
        case Commitment() if finding.amount is not None:
            return {"value": finding.amount.value, "high": None}
    return None


def citations(cited: Sequence[Citation], values: Values) -> list[dict[str, Any]]:
    """Each citation with the place of its words, of those around them, and the value."""
    return [
        {
            "number": one.number,
            "document": one.document.id,
            "start": one.span.start,
            "end": one.span.end,
            "quote": one.span.quote,
            "language": one.language,
            "values": values.get((one.document.id, one.span.start, one.span.end), []),
            "context": {
                "start": one.context.start,
                "end": one.context.end,
                "quote": one.context.quote,
            },
        }
        for one in cited
    ]
