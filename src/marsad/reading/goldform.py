"""Findings as JSON in the annotation form, and back, so that readings can be kept.

One object a document: document, sha256, language, published and findings, each with
id, kind, start, end, surface and the fields of its kind. Ids are a letter for the
kind and a number in the order of the text. What is written here is read back equal:
``findings_of(reading_of(document, findings), text) == findings``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from marsad.collecting.documents import Document
from marsad.errors import MarsadError, Unreadable
from marsad.reading.findings import (
    KINDS,
    Amount,
    Call,
    Commitment,
    DateMention,
    Figure,
    Finding,
    Interval,
    Meeting,
    Membership,
    Party,
    Person,
    Quote,
)
from marsad.spans import Span, prove, span_of

_LETTERS = {
    "quote": "q",
    "figure": "f",
    "date": "d",
    "commitment": "c",
    "call": "k",
    "meeting": "m",
    "party": "p",
    "person": "n",
    "membership": "b",
}


def reading_of(document: Document, findings: Sequence[Finding]) -> dict[str, Any]:
    """Write a document's findings in the annotation form."""
    ids = _ids(findings)
    return {
        "document": document.id,
        "sha256": document.sha256,
        "language": document.language,
        "published": document.published.isoformat() if document.published else None,
        "findings": [
            _written(finding, name, ids)
            for finding, name in zip(findings, ids.names, strict=False)
        ],
    }


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Write one finding by itself, as a row keeps it."""
    return _written(finding, f"{_LETTERS[finding.kind]}1", _ids((finding,)))


class _Ids:
    """The id of each finding, and of each quote by its span."""

    def __init__(self, names: list[str], quotes: Mapping[tuple[int, int], str]) -> None:
        self.names = names
        self.quotes = quotes


def _ids(findings: Sequence[Finding]) -> _Ids:
    counts: Counter[str] = Counter()
    names: list[str] = []
    quotes: dict[tuple[int, int], str] = {}
    for finding in findings:
        counts[finding.kind] += 1
        names.append(f"{_LETTERS[finding.kind]}{counts[finding.kind]}")
        if isinstance(finding, Quote):
            quotes[finding.span.start, finding.span.end] = names[-1]
    return _Ids(names, quotes)


def _written(finding: Finding, name: str, ids: _Ids) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": name,
        "kind": finding.kind,
        "start": finding.span.start,
        "end": finding.span.end,
        "surface": finding.span.quote,
        **_fields(finding, ids),
        "reader": finding.reader,
        "score": finding.score,
        "why": finding.why,
    }
    if finding.is_doubtful:
        written["confidence"] = "low"
    return written


def _fields(finding: Finding, ids: _Ids) -> dict[str, Any]:
    match finding:
        case Quote():
            return _quote_fields(finding, ids)
        case Figure():
            return {
                "value": _plain(finding.value),
                "high": None if finding.high is None else _plain(finding.high),
                "bound": finding.bound,
                "unit": finding.unit,
                "subject": finding.subject,
                "change": finding.change,
                "as_of": finding.as_of,
                "place": finding.place,
                "baseline": finding.baseline and _plain(finding.baseline),
                "per": finding.per,
            }
        case DateMention():
            return {**_days(finding.interval), "precision": finding.precision}
        case Party():
            return {
                "canonical": finding.canonical,
                "type": finding.type,
                "mention": finding.mention,
            }
        case Person():
            return {
                "canonical": finding.canonical,
                "role": finding.role,
                "party": finding.party,
            }
    return _clause_fields(finding)


def _clause_fields(finding: Finding) -> dict[str, Any]:
    match finding:
        case Commitment():
            amount = finding.amount
            return {
                "party": finding.party,
                "action": finding.action,
                "amount": amount
                and {"value": _plain(amount.value), "unit": amount.unit},
                "due": finding.due and str(finding.due),
                "person": finding.person,
            }
        case Call():
            return {
                "party": finding.party,
                "addressee": finding.addressee,
                "action": finding.action,
                "person": finding.person,
            }
        case Meeting():
            return {
                "name": finding.name,
                "city": finding.city,
                "country": finding.country,
                **_days(finding.interval),
                "held": finding.held,
                "attendance": finding.attendance,
            }
        case Membership():
            return {
                "event": finding.event,
                "who": list(finding.who),
                "count": finding.count,
                "as_of": finding.as_of,
            }
    return {}


def _quote_fields(quote: Quote, ids: _Ids) -> dict[str, Any]:
    before = quote.continues
    return {
        "form": quote.form,
        "cue": _edges(quote.cue),
        "speaker": _edges(quote.speaker),
        "speaker_name": quote.speaker_name,
        "continues": before and ids.quotes.get((before.start, before.end)),
        "continues_at": _edges(before),
        "party": quote.party,
    }


def _edges(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _days(interval: Interval | None) -> dict[str, str | None]:
    if interval is None:
        return {"from": None, "to": None}
    return {"from": interval.first.isoformat(), "to": interval.last.isoformat()}


def _plain(value: float) -> float | int:
    """Write a whole number without its point."""
    return int(value) if value == int(value) else value


_CLASSES: Final = {one.kind: one for one in KINDS}
# What every finding is written with; the other fields are those of its kind.
_SPANS: Final = ("cue", "speaker")
_PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "quote": ("form", "speaker_name", "party"),
    "figure": (
        "bound",
        "unit",
        "subject",
        "change",
        "as_of",
        "place",
        "baseline",
        "per",
    ),
    "date": ("precision",),
    "commitment": ("party", "action", "person"),
    "call": ("party", "addressee", "action", "person"),
    "meeting": ("name", "city", "country", "held", "attendance"),
    "party": ("canonical", "type", "mention"),
    "person": ("canonical", "role", "party"),
    "membership": ("event", "count", "as_of"),
}


def findings_of(written: Mapping[str, Any], text: str) -> tuple[Finding, ...]:
    """Read back the findings of a document as they were written.

    Raises Misplaced where the words are no longer in the text, Unreadable where a
    field is missing or is not what it should be.
    """
    rows: Sequence[Mapping[str, Any]] = written["findings"]
    edges = {row["id"]: [row["start"], row["end"]] for row in rows}
    return tuple(finding_of(_with_edges(row, edges), text) for row in rows)


def _with_edges(row: Mapping[str, Any], edges: Mapping[str, Any]) -> Mapping[str, Any]:
    """An annotation by hand names the quote that it goes on from by its id alone."""
    if row.get("continues_at") or not row.get("continues"):
        return row
    return {**row, "continues_at": edges.get(row["continues"])}


def finding_of(row: Mapping[str, Any], text: str) -> Finding:
    """Read back one finding; raises Misplaced or Unreadable as ``findings_of`` does."""
    try:
        span = Span(row["start"], row["end"], row["surface"])
        prove(span, text)
        return _CLASSES[row["kind"]](
            span=span,
            reader=row.get("reader", ""),
            score=float(row.get("score", 1.0)),
            why=row.get("why", ""),
            is_doubtful=row.get("confidence") == "low",
            **_plain_fields(row),
            **_built_fields(row, text),
        )
    except MarsadError:
        raise
    except (KeyError, TypeError, ValueError) as error:
        name = f"finding {row.get('id', '?')}"
        problem = f"cannot be read back ({type(error).__name__}: {error})"
        raise Unreadable(name, problem, "read the document again") from None


def _plain_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in _PLAIN[row["kind"]] if name in row}


def _built_fields(row: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The fields that JSON cannot hold as they are: spans, days, amounts, tuples."""
    match row["kind"]:
        case "quote":
            edges = {name: row.get(name) for name in _SPANS}
            edges["continues"] = row.get("continues_at")
            return {name: at and span_of(text, *at) for name, at in edges.items()}
        case "figure":
            high = row.get("high")
            return {
                "value": float(row["value"]),
                "high": None if high is None else float(high),
            }
        case "date" | "meeting":
            return {"interval": _interval((row["from"], row["to"]))}
        case "commitment":
            amount, due = row.get("amount"), row.get("due")
            return {
                "amount": amount and Amount(float(amount["value"]), amount["unit"]),
                "due": due and _interval(due.split("/")),
            }
        case "membership":
            return {"who": tuple(row.get("who", ()))}
    return {}


def _interval(days: Iterable[str | None]) -> Interval | None:
    first, last = days
    if first is None or last is None:
        return None
    return Interval(date.fromisoformat(first), date.fromisoformat(last))
