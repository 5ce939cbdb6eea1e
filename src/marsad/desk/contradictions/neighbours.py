"""What a line of the register may contradict: a few lines, found through an index."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Q, QuerySet

from marsad.desk.contradictions.sides import (
    UNDERTAKINGS,
    Side,
    sides_of_entries,
    sides_of_findings,
)
from marsad.desk.register.models import Entry, Finding, Kind, State, Status

# Two values are rivals within a month; a planned meeting is put off by a season.
_DAYS: Final = {Kind.MEETING: 95, Kind.COMMITMENT: 4}
_DAYS_OF_VALUES: Final = 35
# A report tells of a past day some weeks after it.
_LATE_REPORTS: Final = 62
_MOST_ENTRIES: Final = 200
_MOST_PROPOSALS: Final = 50


def entries_near(side: Side) -> list[Side]:
    """Current entries that this side may contradict."""
    said = side.said
    current_ones = Entry.objects.current().prefetch_related("citations__document")
    rows = _alike(current_ones, said)
    margin = timedelta(days=_DAYS.get(Kind(said.kind), _DAYS_OF_VALUES))
    near = rows.filter(day__range=_around(said, margin, margin))
    near = near.exclude(pk=said.pk) if said.pk else near
    return sides_of_entries(near.order_by("-day", "-id")[:_MOST_ENTRIES])


def proposals_near(side: Side) -> list[Side]:
    """Proposed findings that this side may contradict, at most fifty."""
    said = side.said
    rows = Finding.objects.filter(
        status=Status.PROPOSED, document__withdrawn_at__isnull=True
    )
    before = timedelta(days=_DAYS.get(Kind(said.kind), _DAYS_OF_VALUES))
    after = max(before, timedelta(days=_LATE_REPORTS))
    near = _alike(rows, said).filter(day__range=_around(said, before, after))
    near = near.select_related("document__source", "name").order_by("-day", "-id")
    # The first report with a value stands for the later ones.
    return sides_of_findings(sorted(near[:_MOST_PROPOSALS], key=lambda one: one.pk))


def proposals_of(documents: list[int], findings: list[int]) -> Iterator[Side]:
    """What the readers propose in these documents, or touched findings, as sides."""
    asked = Q(series__gt="") | Q(kind__in=UNDERTAKINGS)
    rows = Finding.objects.filter(asked, status=Status.PROPOSED)
    rows = rows.filter(Q(document__in=documents) | Q(pk__in=findings))
    rows = rows.filter(document__withdrawn_at__isnull=True)
    yield from sides_of_findings(
        rows.select_related("document__source", "name").order_by("id").iterator(500)
    )


def current(pks: list[int]) -> list[Side]:
    """Touched entries that stand, as sides."""
    rows = Entry.objects.filter(pk__in=pks, state=State.CURRENT)
    return sides_of_entries(rows.prefetch_related("citations__document").order_by("id"))


def _alike(rows: QuerySet[Any], said: Entry) -> QuerySet[Any]:
    if said.kind == Kind.MEETING:
        country = said.fields.get("country")
        return rows.filter(kind=Kind.MEETING, fields__country=country)
    if said.kind == Kind.COMMITMENT:
        party = said.fields.get("party")
        return rows.filter(kind=Kind.COMMITMENT, fields__party=party)
    return rows.filter(series=said.series)


def _around(said: Entry, before: timedelta, after: timedelta) -> tuple[date, date]:
    last = said.until or said.day
    first = said.day
    return (
        first - min(before, first - date.min),
        last + min(after, date.max - last),
    )
