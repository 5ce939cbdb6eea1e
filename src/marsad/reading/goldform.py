"""Findings as JSON in the annotation form, so that readings can be scored.

One object a document: document, sha256, language, published and findings, each with
id, kind, start, end, surface and the fields of its kind. Ids are a letter for the
kind and a number in the order of the text.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from marsad.collecting.documents import Document
from marsad.reading.findings import (
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
from marsad.spans import Span

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
            _finding(finding, name, ids)
            for finding, name in zip(findings, ids.names, strict=False)
        ],
    }


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


def _finding(finding: Finding, name: str, ids: _Ids) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": name,
        "kind": finding.kind,
        "start": finding.span.start,
        "end": finding.span.end,
        "surface": finding.span.quote,
        **_fields(finding, ids),
        "reader": finding.reader,
        "score": round(finding.score, 3),
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
            return {"canonical": finding.canonical, "role": finding.role}
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
