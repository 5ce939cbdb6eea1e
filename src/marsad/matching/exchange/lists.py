"""Lists of known content, read in whatever form they come; a bad row never stops one."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from marsad.errors import MarsadError, Unreadable
from marsad.matching.exchange import hash_lists, hma, tables, threatexchange
from marsad.matching.exchange.entries import Entry, Fault, Listed, Taking

# A row of a list with its number, or the fault that it is.
_Row = tuple[int, object]
_Take = Callable[[int, Mapping[str, Any], Taking], None]

_TAKES: Final[dict[str, _Take]] = {
    threatexchange.FORM: threatexchange.take,
    hma.FORM: hma.take,
    hash_lists.FORM: hash_lists.take,
}
_WAY_OUT: Final = (
    "give CSV with a header, or JSON of ThreatExchange, HMA or a hash list"
)


def read_list(raw: bytes) -> Listed:
    """The entries of a list and the faults of its other rows; Unreadable if it is none."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("list", "is not UTF-8", "save it as UTF-8") from None
    if not text.strip():
        raise Unreadable("list", "is empty", _WAY_OUT)
    if text.lstrip()[:1] not in ("{", "["):
        return _taken(tables.FORM, tables.rows_of(text), tables.take)
    rows = list(_json_rows(text))
    form = _form_of([row for _, row in rows])
    return _taken(form, rows, _TAKES[form])


def write_list(entries: Iterable[Entry], form: str, *, bank: str = "bank") -> str:
    """Entries as a list of another form: threatexchange, hma or csv."""
    if form == tables.FORM:
        return tables.written(entries)
    if form == threatexchange.FORM:
        return json.dumps(threatexchange.written(entries), ensure_ascii=False, indent=1)
    if form == hma.FORM:
        return json.dumps(hma.written(entries, bank=bank), ensure_ascii=False, indent=1)
    raise Unreadable(repr(form), "is no form of a list", "threatexchange, hma or csv")


def _taken(form: str, rows: Iterable[_Row], take: _Take) -> Listed:
    taking = Taking()
    for number, row in rows:
        if isinstance(row, Fault):
            taking.faults.append(row)
        elif isinstance(row, Mapping):
            _try(take, number, row, taking)
        else:
            taking.fault(number, "is no object", "write it as the other rows are")
    return taking.done(form)


def _try(take: _Take, number: int, row: Mapping[str, Any], taking: Taking) -> None:
    try:
        take(number, row, taking)
    except MarsadError as fault:
        taking.fault(number, f"{fault.subject}: {fault.problem}", fault.way_out)


def _json_rows(text: str) -> Iterator[_Row]:
    """The rows of one JSON value, or of a line of JSON each."""
    try:
        whole = json.loads(text)
    except ValueError:
        yield from _lines(text)
        return
    except RecursionError:
        raise Unreadable("list", "is nested too deeply", _WAY_OUT) from None
    yield from enumerate(_rows_in(whole), start=1)


def _rows_in(whole: object) -> list[object]:
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, Mapping):
        return []
    for name in ("data", "content", "contents", "results", "objects"):
        if isinstance(whole.get(name), list):
            bank = whole.get("bank")
            return [_of_bank(row, bank) for row in whole[name]]
    return [whole]


def _of_bank(row: object, bank: object) -> object:
    """A content that does not name its bank is of the one that it stands in."""
    if bank is None or not isinstance(row, Mapping) or "bank" in row:
        return row
    return {**row, "bank": bank}


def _lines(text: str) -> Iterator[_Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, Fault(number, "is no JSON", "write one object a line")


def _form_of(rows: list[object]) -> str:
    objects = [row for row in rows if isinstance(row, Mapping)]
    for form, names in (
        (hma.FORM, {"signals"}),
        (hash_lists.FORM, {"hash_digest", "digest", "algorithm"}),
        (threatexchange.FORM, {"indicator", "raw_indicator"}),
    ):
        if any(names & row.keys() for row in objects):
            return form
    raise Unreadable("list", "is of no form that is known", _WAY_OUT)
