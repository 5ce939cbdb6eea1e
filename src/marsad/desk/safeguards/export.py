"""Export the trail as a file: which lines went out, to whom, is a line of it too."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC
from itertools import islice
from typing import Any, Final

from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import Actor, act, note
from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.desk.safeguards.subjects import withheld_from
from marsad.errors import Refused

COLUMNS: Final = (
    "number", "at", "act", "outcome", "by", "person_id", "because", "subject",
    "touched", "details", "previous_hash", "hash",
)  # fmt: skip
# What stands in place of details that are marked above the reader's clearance.
WITHHELD: Final = {"withheld": "marked above the reader's clearance"}
# A spreadsheet takes a cell that begins so for a formula: OWASP, "CSV Injection".
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_CHUNK: Final = 500

Rows = Iterable[AuditRecord]


@act("audit.export")
def export(
    form: str, *, asked: Mapping[str, str], by: Actor, because: str
) -> int | None:
    """Write down that lines go out, and say up to which number they do."""
    if form not in WRITERS:
        way_out = _("ask for one of %(known)s") % {"known": ", ".join(WRITERS)}
        raise Refused(form, _("is no form of the trail"), way_out)
    last = AuditRecord.objects.order_by("-number").values_list("number", flat=True)
    up_to = last.first()
    note(form=form, asked=dict(asked), up_to=up_to)
    return up_to


def as_jsonl(rows: Rows, *, reader: Person | None = None) -> Iterator[bytes]:
    """Each line as JSON with its hashes, in the form that they are taken of."""
    for line in _lines(rows, reader):
        written = json.dumps(
            line, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        yield f"{written}\n".encode("utf-8", "surrogatepass")


def as_csv(rows: Rows, *, reader: Person | None = None) -> Iterator[bytes]:
    """Each line as a row for spreadsheets, which are told that it is UTF-8."""
    yield b"\xef\xbb\xbf" + _row(COLUMNS)
    for line in _lines(rows, reader):
        yield _row([safe(_cell(line[name])) for name in COLUMNS])


WRITERS: Final[Mapping[str, tuple[str, Callable[..., Iterator[bytes]]]]] = {
    "jsonl": ("application/x-ndjson; charset=utf-8", as_jsonl),
    "csv": ("text/csv; charset=utf-8", as_csv),
}


def _lines(rows: Rows, reader: Person | None) -> Iterator[dict[str, Any]]:
    stored = rows.iterator(_CHUNK) if hasattr(rows, "iterator") else iter(rows)
    while some := list(islice(stored, _CHUNK)):
        hidden = withheld_from(reader, some) if reader is not None else set()
        for record in some:
            line = {name: getattr(record, name) for name in COLUMNS}
            line["at"] = record.at.astimezone(UTC).isoformat(timespec="microseconds")
            if record.number in hidden:
                line["details"] = WITHHELD
            yield line


def _cell(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else str(value)


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _row(cells: Iterable[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue().encode("utf-8", "replace")
