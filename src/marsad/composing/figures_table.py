"""Every figure of a pack as a table that a spreadsheet opens safely."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from marsad.composing.choosing import Dated
from marsad.composing.counting import bare
from marsad.composing.drafting import Drafter
from marsad.composing.figure_lines import FigureLines
from marsad.composing.outline import Entry, Outline
from marsad.composing.pieces import plain

# A cell that begins with one of these is run as a formula by spreadsheets.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS: Final = (
    "indicator",
    "what",
    "body",
    "place",
    "value",
    "high",
    "bound",
    "unit",
    "change",
    "as_of_from",
    "as_of_to",
    "status",
    "voices",
    "echoes",
    "citation",
    "outlet",
    "published",
    "url",
    "language",
    "quote",
)


def figures_table(outline: Outline, drafters: Sequence[Drafter]) -> bytes:
    """Write the table with a mark that tells spreadsheets it is UTF-8."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(_COLUMNS)
    for row in _rows(outline, drafters):
        writer.writerow([safe(cell) for cell in row])
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "surrogatepass")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _rows(outline: Outline, drafters: Sequence[Drafter]) -> Iterator[list[str]]:
    cited = {one.number: one for one in outline.citations}
    for entry in outline.points:
        shared = _shared(entry, drafters)
        for number in entry.citations:
            citation = cited[number]
            document = citation.document
            yield [
                *shared,
                str(number),
                document.outlet or "",
                document.published.isoformat() if document.published else "",
                document.url or "",
                citation.language,
                citation.span.quote,
            ]


def _shared(entry: Entry[Dated], drafters: Sequence[Drafter]) -> list[str]:
    dated, point = entry.linked, entry.linked.point
    labels = (plain(FigureLines(drafter).label(dated.series)) for drafter in drafters)
    return [
        dated.series.indicator or "",
        " / ".join(label for label in labels if label),
        dated.series.body or "",
        dated.series.place or "",
        _digits(point.value),
        "" if point.high is None else _digits(point.high),
        point.bound,
        point.unit,
        point.change or "",
        point.moment.first.isoformat(),
        point.moment.last.isoformat(),
        _status(dated),
        "; ".join(entry.voices.voices),
        "; ".join(entry.voices.echoes),
    ]


def _digits(value: float) -> str:
    """A number without grouping, so that a machine can read it."""
    return bare(value, "en").replace(",", "")


def _status(dated: Dated) -> str:
    if dated.is_disputed:
        return "disputed"
    is_latest = dated.point is dated.series.latest
    return "latest" if is_latest else "superseded"
