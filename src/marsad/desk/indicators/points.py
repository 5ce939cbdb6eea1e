"""The values of one series as a person may see them, now or as once known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from marsad.desk.documents.models import Document
from marsad.desk.indicators.expiry import expires_on
from marsad.desk.indicators.models import Assignment, Indicator
from marsad.desk.register.lines import SAID, entry_of
from marsad.desk.register.models import (
    Citation,
    Entry,
    EntryVersion,
    Finding,
    State,
    Status,
    versions_known,
)
from marsad.desk.safeguards.models import Person
from marsad.linking.contradictions import find_contradictions
from marsad.linking.indicators import Point, Series
from marsad.reading.findings import Interval

# So many are drawn and listed; the export has the same.
MOST_VALUES: Final = 60
MOST_PROPOSALS: Final = 20

# A page needs little of each citation and document, and there are hundreds of them.
_CITED: Final = Prefetch(
    "citations",
    Citation.objects.select_related("document").only(
        "entry_id", "document__outlet", "document__marking"
    ),
)


@dataclass(slots=True)
class Shown:
    """One value: the row that says it, who says it, and what it is to the others."""

    row: Entry
    point: Point
    documents: Sequence[Document]
    finding: Finding | None = None
    is_rival: bool = False
    is_latest: bool = False
    expires_on: date | None = None

    @property
    def outlets(self) -> list[str]:
        """Who says it, each once."""
        named = [one.outlet for one in self.documents if one.outlet]
        return list(dict.fromkeys(named))

    @property
    def source_count(self) -> int:
        """How many outlets say it; documents of no outlet count by themselves."""
        nameless = sum(not one.outlet for one in self.documents)
        return len(self.outlets) + nameless

    @property
    def order(self) -> tuple[date, date, int]:
        """Its place in time; of two for one moment the later row."""
        return self.point.moment.last, self.point.moment.first, self.row.pk or 0


@dataclass(frozen=True, slots=True)
class Page:
    """The values and proposals of one series, in the order of their days."""

    indicator: Indicator
    values: list[Shown]
    proposals: list[Shown] = field(default_factory=list)
    is_cut: bool = False

    @property
    def latest(self) -> Shown | None:
        """The value that supersedes the others."""
        return self.values[-1] if self.values else None

    @property
    def rivals(self) -> list[Shown]:
        """The values that others contradict."""
        return [one for one in self.values if one.is_rival]


def page_of(indicator: Indicator, person: Person) -> Page:
    """A series as the register knows it now."""
    rows = Entry.objects.visible_to(person).filter(
        series=indicator.key, state=State.CURRENT, value__isnull=False
    )
    # The order of an index: nothing is read of the values that are not shown.
    newest = rows.order_by(Coalesce("until", "day").desc(), "-day", "-id")
    entries = list(newest.prefetch_related(_CITED)[: MOST_VALUES + 1])
    values = [
        _shown(entry, [citation.document for citation in entry.citations.all()])
        for entry in entries[:MOST_VALUES]
    ]
    proposals = proposals_of(indicator, person)
    return _page(indicator, values, proposals, is_cut=len(entries) > MOST_VALUES)


def page_known(indicator: Indicator, person: Person, at: datetime) -> Page:
    """A series as the register knew it at a moment, from the versions of that time."""
    moved = Assignment.objects.filter(Q(before=indicator.key) | Q(after=indicator.key))
    ever = Q(series=indicator.key) | Q(pk__in=moved.values("entry"))
    entries = Entry.objects.visible_to(person).filter(ever)
    versions = versions_known(at).filter(entry__in=entries).select_related("entry")
    known = [_as_it_was(one) for one in versions[: 2 * MOST_VALUES]]
    standing = [
        (entry, cited)
        for entry, cited in known
        if entry.series == indicator.key
        and entry.state == State.CURRENT
        and entry.value is not None
    ]
    documents = Document.objects.in_bulk(
        {one["document_id"] for _, cited in standing for one in cited}
    )
    values = [
        _shown(entry, [documents[one["document_id"]] for one in cited])
        for entry, cited in standing
    ]
    return _page(indicator, values, [], is_cut=False)


def proposals_of(indicator: Indicator, person: Person) -> list[Shown]:
    """The newest proposals of a series, for those who may see proposals."""
    if not person.may("findings.read"):
        return []
    rows = waiting(indicator.key, person).select_related("document__source", "name")
    proposed = []
    for finding in rows.order_by("-day", "-id")[:MOST_PROPOSALS]:
        entry = entry_of(finding)
        if entry.value is not None:
            one = _shown(entry, [finding.document])
            one.finding = finding
            proposed.append(one)
    return sorted(proposed, key=lambda one: one.order)


def waiting(key: str, person: Person) -> QuerySet[Any]:
    """The proposals of a series that wait for a person's decision."""
    return Finding.objects.visible_to(person).filter(
        series=key, status=Status.PROPOSED, document__withdrawn_at__isnull=True
    )


def _as_it_was(version: EntryVersion) -> tuple[Entry, list[dict[str, Any]]]:
    """An entry as a version has it, not to be saved, and what it rested on."""
    entry = Entry(pk=version.entry_id, version=version.number, changed_at=version.at)
    for name in SAID:
        value = version.snapshot[name]
        field: Any = entry._meta.get_field(name)
        setattr(entry, name, None if value is None else field.to_python(value))
    return entry, version.snapshot["citations"]


def _shown(entry: Entry, documents: Sequence[Document]) -> Shown:
    point = Point(
        value=float(entry.value or 0),
        high=entry.high,
        bound=entry.bound or "exact",
        unit=entry.unit,
        change=entry.fields.get("change"),
        moment=Interval(entry.day, entry.until or entry.day),
        attestations=(),
    )
    return Shown(entry, point, documents)


def _page(
    indicator: Indicator,
    values: Iterable[Shown],
    proposals: list[Shown],
    *,
    is_cut: bool,
) -> Page:
    ordered = sorted(values, key=lambda one: one.order)
    name, body, place, unit = indicator.parts
    points = tuple(one.point for one in ordered)
    series = Series(name or None, body or None, place or None, unit, points)
    rivals = {
        id(point) for found in find_contradictions([series]) for point in found.points
    }
    for one in ordered:
        one.is_rival = id(one.point) in rivals
        one.expires_on = expires_on(indicator, one.row)
    if ordered:
        ordered[-1].is_latest = True
    return Page(indicator, ordered, proposals, is_cut)
