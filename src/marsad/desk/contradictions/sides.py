"""The two sides of a contradiction, as the engine compares them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from marsad.collecting.documents import Document as Text
from marsad.desk.register.lines import entry_of
from marsad.desk.register.models import Entry, Finding, Kind, State, Status
from marsad.errors import MarsadError
from marsad.linking.attestations import Attestation
from marsad.linking.disagreements import Disagreement, disagreement
from marsad.linking.entries import Entry as Line
from marsad.linking.values import SeriesKey, Value
from marsad.reading.findings import Finding as Read
from marsad.reading.findings import Interval
from marsad.reading.goldform import finding_of

# What is compared besides the values of a series.
UNDERTAKINGS: Final = (Kind.MEETING, Kind.COMMITMENT)


@dataclass(frozen=True, slots=True)
class Side:
    """An entry, or what a finding would be as an entry, ready to be compared."""

    name: str
    said: Entry
    line: Line
    finding: Finding | None = None

    @property
    def is_standing(self) -> bool:
        """Whether this side still speaks: a current entry, or a proposal."""
        if self.finding is None:
            return self.said.state == State.CURRENT
        is_proposed = self.finding.status == Status.PROPOSED
        return is_proposed and self.finding.document.withdrawn_at is None

    @property
    def gist(self) -> str:
        """What is compared of this side, in short: another gist is another matter."""
        one, fields = self.said, self.said.fields
        if one.kind == Kind.MEETING:
            parts: list[Any] = [one.day, one.until, fields.get("attendance")]
        else:
            # A value is whole as it was read, and a float once it was kept.
            numbers = [None if n is None else float(n) for n in (one.value, one.high)]
            parts = [*numbers, one.bound, one.unit, one.day, one.until]
        return " ".join("" if part is None else str(part) for part in parts)


def side_of_entry(entry: Entry) -> Side | None:
    """An entry as a side, or None where it says nothing that can be compared."""
    citations = list(entry.citations.all())
    document = citations[0].document if citations else None
    line = _line(
        entry,
        name=str(document.pk) if document else f"entry {entry.pk}",
        outlet=document.outlet if document else "",
        published=document.day if document else entry.day,
    )
    return Side(f"e{entry.pk}", entry, line) if line else None


def side_of_finding(finding: Finding) -> Side | None:
    """A proposed finding as the entry that it would be."""
    document = finding.document
    said = entry_of(finding)
    line = _line(
        said, name=str(document.pk), outlet=document.outlet, published=finding.day
    )
    return Side(f"f{finding.pk}", said, line, finding) if line else None


def sides_of_entries(entries: Iterable[Entry]) -> list[Side]:
    """Those entries that can be compared, as sides."""
    return [side for entry in entries if (side := side_of_entry(entry))]


def sides_of_findings(findings: Iterable[Finding]) -> list[Side]:
    """Those findings that can be compared, as sides."""
    return [side for finding in findings if (side := side_of_finding(finding))]


def disagreement_of(one: Side, other: Side) -> Disagreement | None:
    """What two sides that still stand disagree on."""
    if not (one.is_standing and other.is_standing):
        return None
    found = disagreement(one.line, other.line)
    return found if found and found.about != "words" else None


def days_of(entry: Entry) -> Interval:
    """The days that an entry is about."""
    return Interval(entry.day, entry.until or entry.day)


def _line(said: Entry, *, name: str, outlet: str, published: date) -> Line | None:
    has_value = bool(said.series) and said.value is not None
    if not has_value and said.kind not in UNDERTAKINGS:
        return None
    read = _read(said)
    if read is None:
        return None
    text = Text(id=name, text="", published=published, outlet=outlet or None)
    attestation = Attestation(text, read, said.language)
    return Line(
        attestation=attestation,
        value=_value(said, attestation) if has_value else None,
        numbers=frozenset(),
        parties=frozenset(),
    )


def _read(said: Entry) -> Read | None:
    try:
        return finding_of(
            {
                **said.fields,
                "kind": said.kind,
                "start": 0,
                "end": len(said.words),
                "surface": said.words,
            },
            said.words,
        )
    except MarsadError:
        # Fields that a person wrote by hand may lack what the engine asks for.
        return None


def _value(said: Entry, attestation: Attestation[Read]) -> Value:
    indicator, body, place, unit = (*said.series.split("|"), "", "", "")[:4]
    return Value(
        key=SeriesKey(indicator or None, body or None, place or None, unit),
        value=said.value or 0.0,
        high=said.high,
        bound=said.bound or "exact",
        change=said.fields.get("change"),
        moment=days_of(said),
        attestation=attestation,
    )
