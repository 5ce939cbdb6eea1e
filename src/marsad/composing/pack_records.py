"""What a pack says of itself as JSON: its sentences, its register, its manifest."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from marsad.composing.briefs import Brief, Line, Row, Shown
from marsad.composing.outline import Outline
from marsad.composing.pieces import plain
from marsad.composing.register import Register
from marsad.linking.attestations import Attestation
from marsad.linking.indicators import Point, Series
from marsad.linking.persons import LinkedPerson
from marsad.linking.statements import Statement
from marsad.linking.undertakings import LinkedCommitment, LinkedMeeting
from marsad.reading.findings import Finding, Interval

# Raised when the form of these files changes.
FORM: Final = 1


def as_json(record: Mapping[str, Any]) -> bytes:
    """A record as bytes that are the same on every machine."""
    text = json.dumps(record, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "surrogatepass")


def pack_record(outline: Outline, briefs: Sequence[Brief]) -> dict[str, Any]:
    """Every sentence and row of every language, with what it cites and shows."""
    first = briefs[0]
    return {
        "form": FORM,
        "status": "draft",
        "marking": str(first.marking),
        "marking_because": plain(first.marking_why),
        "as_of": outline.today.isoformat(),
        **sentences_record(briefs),
    }


def sentences_record(briefs: Sequence[Brief]) -> dict[str, Any]:
    """Every sentence and row of some briefs, with what it cites and shows."""
    return {
        "languages": [brief.language for brief in briefs],
        "sentences": [
            _sentence(brief.language, section.key, line)
            for brief in briefs
            for section in brief.sections
            for line in section.lines
        ],
        "rows": [
            _row(f"{key}-{place}", brief.language, row)
            for brief in briefs
            for section in brief.sections
            for key, table in section.tables
            for place, row in enumerate(table.rows, 1)
        ],
    }


def _row(known_by: str, language: str, row: Row) -> dict[str, Any]:
    return {
        "id": known_by,
        "language": language,
        "cells": [plain(cell) for cell in row.cells],
        "citations": list(row.citations),
        "shown": [asdict(one) for one in row.shown],
    }


def _sentence(language: str, section: str, line: Line) -> dict[str, Any]:
    shown: tuple[Shown, ...] = line.shown
    return {
        "id": line.id,
        "language": language,
        "section": section,
        "text": plain(line.pieces),
        "big": plain(line.big),
        "citations": list(line.citations),
        "shown": [asdict(one) for one in shown],
        "quoted": [
            {"citation": one.citation, "language": one.language, "text": one.text}
            for one in line.quoted
        ],
    }


def register_record(register: Register) -> dict[str, Any]:
    """Everything that was linked, each with the places where it was read."""
    return {
        "form": FORM,
        "persons": [_person(one) for one in register.persons],
        "statements": [_statement(one) for one in register.statements],
        "series": [_series(one) for one in register.series],
        "contradictions": [
            {
                "indicator": one.series.indicator,
                "body": one.series.body,
                "points": [_point(point) for point in one.points],
            }
            for one in register.contradictions
        ],
        "commitments": [_commitment(one) for one in register.commitments],
        "meetings": [_meeting(one) for one in register.meetings],
        "reprints": [
            {"document": copy, "of": origin} for copy, origin in register.reprints
        ],
    }


def _person(person: LinkedPerson) -> dict[str, Any]:
    return {
        "name": person.canonical,
        "roles": list(person.roles),
        "attestations": [_place(one) for one in person.attestations],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "speaker": statement.speaker,
        "person": statement.person.canonical if statement.person else None,
        "linked_by": [sign.what for sign in statement.shared],
        "attestations": [_place(one) for one in statement.attestations],
    }


def _commitment(commitment: LinkedCommitment) -> dict[str, Any]:
    return {
        "party": commitment.party,
        "amount": commitment.amount and commitment.amount._asdict(),
        "bound": commitment.bound,
        "due": _days(commitment.due),
        "attestations": [_place(one) for one in commitment.attestations],
    }


def _meeting(meeting: LinkedMeeting) -> dict[str, Any]:
    return {
        "name": meeting.name,
        "city": meeting.city,
        "country": meeting.country,
        "days": _days(meeting.interval),
        "held": meeting.held,
        "attendance": meeting.attendance,
        "attestations": [_place(one) for one in meeting.attestations],
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "indicator": series.indicator,
        "body": series.body,
        "place": series.place,
        "unit": series.unit,
        "points": [_point(point) for point in series.points],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "value": point.value,
        "high": point.high,
        "bound": point.bound,
        "unit": point.unit,
        "change": point.change,
        "as_of": _days(point.moment),
        "attestations": [_place(one) for one in point.attestations],
    }


def _place(one: Attestation[Finding]) -> dict[str, Any]:
    span = one.finding.span
    return {
        "document": one.document.id,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
        "reader": one.finding.reader,
        "score": round(one.finding.score, 3),
    }


def _days(interval: Interval | None) -> str | None:
    return str(interval) if interval else None


def manifest(contents: Mapping[str, bytes]) -> dict[str, Any]:
    """The hash of every file of a pack, by its path."""
    return {
        "form": FORM,
        "algorithm": "sha256",
        "files": {
            path: hashlib.sha256(contents[path]).hexdigest()
            for path in sorted(contents)
        },
    }
