"""What the pack of an edition says beside its pages: passages, figures, all as data."""

import csv
import io
from collections.abc import Iterator
from typing import Any, Final

from marsad.composing.counting import bare
from marsad.composing.edition_sources import Numbering
from marsad.composing.editions import Cited, Edition, Passage
from marsad.composing.figures_table import safe
from marsad.composing.pack_records import FORM

_COLUMNS: Final = (
    "entry",
    "series",
    "what",
    "value",
    "high",
    "bound",
    "unit",
    "as_of_from",
    "as_of_to",
    "status",
    "outlet",
    "published",
    "url",
    "language",
    "sha256",
    "start",
    "end",
    "quote",
)
_Document = tuple[int, str]


def sources_record(edition: Edition) -> dict[str, Any]:
    """Every document with its hash, every passage with its exact place in it.

    The words of a passage go along, the whole text of a source does not.
    """
    numberings = [Numbering(edition, one.language) for one in edition.manuscripts]
    passages: dict[tuple[int, str, int, int], dict[str, Any]] = {}
    for cited in edition.entries:
        for one in cited.passages:
            place = one.document, one.sha256, one.start, one.end
            record = passages.setdefault(place, _passage(one))
            record["entries"].append(cited.number)
    for numbering in numberings:
        for number, one in numbering.passages:
            place = one.document, one.sha256, one.start, one.end
            passages[place]["citation"][numbering.language] = number
    return {
        "form": FORM,
        "offsets": "Unicode code points into the exact text, the end exclusive",
        "documents": list(_documents(edition).values()),
        "passages": list(passages.values()),
    }


def _documents(edition: Edition) -> dict[_Document, dict[str, Any]]:
    documents: dict[_Document, dict[str, Any]] = {}
    for cited in edition.entries:
        for one in cited.passages:
            documents.setdefault((one.document, one.sha256), _document(one))
    return documents


def _document(one: Passage) -> dict[str, Any]:
    return {
        "document": one.document,
        "outlet": one.outlet,
        "title": one.title,
        "url": one.address,
        "published": one.published.isoformat() if one.published else None,
        "language": one.language,
        "sha256": one.sha256,
    }


def _passage(one: Passage) -> dict[str, Any]:
    return {
        "document": one.document,
        "sha256": one.sha256,
        "start": one.start,
        "end": one.end,
        "before": one.before,
        "quote": one.quote,
        "after": one.after,
        "language": one.language,
        "entries": [],
        # The number of the citation, by the language of the brief.
        "citation": {},
    }


def figures_csv(edition: Edition) -> bytes:
    """Every figure that the edition cites, a row for each passage that gives it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for row in _rows(edition):
        writer.writerow([safe(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _rows(edition: Edition) -> Iterator[list[str]]:
    for cited in edition.entries:
        if cited.value is None:
            continue
        shared = _shared(cited, cited.value, edition)
        for one in cited.passages:
            yield [
                *shared,
                one.outlet,
                one.published.isoformat() if one.published else "",
                one.address,
                one.language,
                one.sha256,
                str(one.start),
                str(one.end),
                one.quote,
            ]


def _shared(cited: Cited, value: float, edition: Edition) -> list[str]:
    return [
        str(cited.number),
        cited.series,
        " / ".join(name for name in cited.series_name.values() if name),
        _digits(value),
        "" if cited.high is None else _digits(cited.high),
        cited.bound or "exact",
        cited.unit,
        cited.day.isoformat(),
        (cited.until or cited.day).isoformat(),
        _status(cited, edition),
    ]


def _digits(value: float) -> str:
    """A number without grouping, so that a machine can read it."""
    return bare(value, "en").replace(",", "")


def _status(cited: Cited, edition: Edition) -> str:
    if cited.rivals:
        return "disputed"
    is_past = cited.expires_on is not None and cited.expires_on < edition.as_of
    return "expired" if is_past else "current"
