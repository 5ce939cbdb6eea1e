"""Which entries may say the same as a finding, by the rules of the linking engine.

Each entry keeps the line that it is compared by, and the keys under which that line is
found; a finding is compared with the few entries that share a key and lie close by.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, takewhile
from operator import itemgetter
from typing import Any, Final

from marsad.collecting.documents import Document as Source
from marsad.desk.documents.models import Document
from marsad.desk.register.lines import entry_of
from marsad.desk.register.models import ENTERED, Entry, EntryKey, Finding, Kind, State
from marsad.desk.safeguards.models import Person
from marsad.errors import MarsadError
from marsad.linking.attestations import Attestation
from marsad.linking.entries import Entry as Line
from marsad.linking.entries import entry_keys
from marsad.linking.same import compare
from marsad.linking.values import SeriesKey, Value
from marsad.reading.findings import Interval
from marsad.reading.goldform import finding_of

# Where a finding stands in its text does not matter for what it says.
_PLACES: Final = ("cue", "speaker", "continues", "continues_at")
# A meeting that is put off lies a season away; everything else is closer.
_AROUND: Final = timedelta(days=95)
# So many neighbours are looked at for one document, the newest first.
_AT_MOST: Final = 1500
_BEST: Final = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that may say the same as a finding: how alike, and why."""

    entry: Entry
    score: float
    why: str


def line_of(entry: Entry, document: Document, inside: Iterable[Any]) -> Line | None:
    """What an entry is compared by; None where its fields say too little for that.

    Inside are the findings between its words: their kind and fields.
    """
    fields = {name: said for name, said in entry.fields.items() if name not in _PLACES}
    row = {"kind": entry.kind, "start": 0, "end": len(entry.words), **fields}
    try:
        finding = finding_of({**row, "surface": entry.words}, entry.words)
    except MarsadError:
        return None
    source = Source(
        str(document.pk), "", document.published, outlet=document.outlet or None
    )
    parts = list(inside)
    attestation = Attestation(source, finding, entry.language or "und")
    return Line(
        attestation,
        _value(entry, attestation),
        frozenset(said["value"] for kind, said in parts if kind == Kind.FIGURE),
        frozenset(said["canonical"] for kind, said in parts if kind == Kind.PARTY),
    )


def _value(entry: Entry, attestation: Attestation[Any]) -> Value | None:
    if entry.kind not in (Kind.FIGURE, Kind.MEMBERSHIP) or entry.value is None:
        return None
    # The key as record wrote it: indicator, body, place, unit.
    parts = [part or None for part in entry.series.split("|")]
    key = (
        SeriesKey(parts[0], parts[1], parts[2], parts[3] or "")
        if len(parts) == 4
        else SeriesKey(None, None, None, entry.unit)
    )
    days = Interval(entry.day, entry.until or entry.day)
    change = entry.fields.get("change")
    return Value(key, entry.value, entry.high, entry.bound, change, days, attestation)


def compare_by(entry: Entry) -> None:
    """Set the line of a kept entry from the first words it rests on, and its keys."""
    first = entry.citations.select_related("document").first()
    if first is None:
        return
    inside = Finding.objects.filter(
        document=first.document_id,
        kind__in=(Kind.FIGURE, Kind.PARTY),
        start__gte=first.start,
        end__lte=first.end,
    ).values_list("kind", "fields")
    line = line_of(entry, first.document, inside)
    entry.compared_as = line.as_json() if line else None
    keys = {key[:250] for key in entry_keys(line)} if line else set()
    kept = dict(entry.keys.values_list("key", "day"))
    if kept != dict.fromkeys(keys, entry.day):
        entry.keys.all().delete()
        EntryKey.objects.bulk_create(
            EntryKey(entry=entry, key=key, day=entry.day) for key in sorted(keys)
        )


def line(entry: Entry) -> Line | None:
    """The line that a kept entry is compared by."""
    return Line.of_json(entry.compared_as) if entry.compared_as else None


def proposals(findings: Sequence[Finding], person: Person) -> dict[int, list[Proposal]]:
    """For findings of one document, the entries that may say the same, best first."""
    entered = [one for one in findings if one.kind in ENTERED]
    parts = _parts(entered)
    lines = {}
    days: list[date] = []
    for finding in entered:
        entry = entry_of(finding)
        one = line_of(entry, finding.document, _inside(finding, parts))
        if one is not None:
            lines[finding.pk] = one
            days.append(entry.day)
    if not lines:
        return {}
    keys = {key for one in lines.values() for key in entry_keys(one)}
    near = _near(keys, days, person)
    found = {pk: _best(one, near) for pk, one in lines.items()} if near else {}
    return {pk: some for pk, some in found.items() if some}


_Part = tuple[int, int, str, dict[str, Any]]


def _parts(findings: Sequence[Finding]) -> list[_Part]:
    """The figures and parties of the document that stand where these findings do."""
    if not findings:
        return []
    rows = Finding.objects.filter(
        document=findings[0].document_id,
        kind__in=(Kind.FIGURE, Kind.PARTY),
        start__gte=min(one.start for one in findings),
        end__lte=max(one.end for one in findings),
    )
    return sorted(rows.values_list("start", "end", "kind", "fields"), key=itemgetter(0))


def _inside(
    finding: Finding, parts: Sequence[_Part]
) -> list[tuple[str, dict[str, Any]]]:
    first = bisect_left(parts, finding.start, key=itemgetter(0))
    here = takewhile(lambda part: part[0] < finding.end, islice(parts, first, None))
    return [(kind, fields) for _, end, kind, fields in here if end <= finding.end]


def _near(
    keys: set[str], days: Sequence[date], person: Person
) -> dict[str, list[tuple[Entry, Line]]]:
    rows = (
        EntryKey.objects.filter(
            key__in=keys,
            day__range=(min(days) - _AROUND, max(days) + _AROUND),
            entry__state=State.CURRENT,
            entry__in=Entry.objects.visible_to(person),
        )
        .select_related("entry__actor__entity")
        .order_by("-day", "-entry_id")[:_AT_MOST]
    )
    lines: dict[int, Line | None] = {}
    near: dict[str, list[tuple[Entry, Line]]] = defaultdict(list)
    for row in rows:
        if row.entry_id not in lines:
            lines[row.entry_id] = line(row.entry)
        kept = lines[row.entry_id]
        if kept is not None:
            near[row.key].append((row.entry, kept))
    return near


def _best(one: Line, near: Mapping[str, list[tuple[Entry, Line]]]) -> list[Proposal]:
    others = {
        entry.pk: (entry, other)
        for key in entry_keys(one)
        for entry, other in near.get(key, ())
    }
    links = [(entry, compare(one, other)) for entry, other in others.values()]
    same = (
        Proposal(entry, link.score, link.why)
        for entry, link in links
        if link.verdict == "same"
    )
    return sorted(same, key=lambda found: -found.score)[:_BEST]
