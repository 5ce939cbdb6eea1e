"""The newest findings of many names at once, without reading all there are.

The counts by month say how far back a page has to look; each look reads one stretch of
days through the index on name and day. A look may find fewer than a page where what is
asked for is rare: then the next one goes further back, and the work of one request is
bounded.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from marsad.desk.chronicles.cursors import Cursor
from marsad.desk.register.models import Finding, Kind

# So many mentions are looked at for one page at most; about 50 ms on a small server.
_MOST: Final = 20_000
# Each look is so much wider than the one before it.
_WIDER: Final = 4
# A month with more than so many mentions is looked at day by day.
_DENSE: Final = 300


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, and the day down to which everything was looked at."""

    rows: list[Finding]
    # None where there is nothing older.
    down_to: date | None


def of_kinds(kinds: Sequence[Kind]) -> Q:
    """Only these kinds, said by leaving out the others.

    Said the other way, SQLite reads every finding of the kind by the index on kinds,
    hundreds of thousands, instead of the few of a name in a stretch of days.
    """
    return ~Q(kind__in=[one for one in Kind if one not in kinds])


def newest(
    rows: "QuerySet[Finding]",
    months: Sequence[tuple[date, int]],
    count: int,
    *,
    after: Cursor | None,
) -> Looked:
    """The newest rows after a cursor, by the counts of their months, newest first."""
    if after is not None:
        rows = rows.filter(after.older(0))
        months = [one for one in months if one[0] <= after.day]
    found: list[Finding] = []
    wanted, looked_at, upper = count, 0, None
    pieces = _pieces(months)
    ordered: Any = rows.order_by("-day", "-pk")
    is_done = not months
    while not is_done and len(found) < count and looked_at < _MOST:
        lower, held, is_done = _stretch(pieces, wanted)
        looked = ordered.filter(day__gte=lower)
        if upper is not None:
            looked = looked.filter(day__lt=upper)
        found += looked[: count - len(found)]
        looked_at += held
        wanted, upper = wanted * _WIDER, lower
    return Looked(found, None if is_done and len(found) < count else upper)


def _pieces(months: Sequence[tuple[date, int]]) -> Iterator[tuple[date, int]]:
    """First days of stretches and what each may hold, newest first.

    A month that holds much is taken day by day, each with its share: a state is named
    thousands of times a month, and a page shows thirty.
    """
    for first, count in months:
        if count <= _DENSE:
            yield first, count
            continue
        length = _days_so_far(first)
        for day in range(length, 0, -1):
            yield first.replace(day=day), -(-count // length)


def _days_so_far(first: date) -> int:
    today = timezone.localdate()
    if (first.year, first.month) == (today.year, today.month):
        return today.day
    return monthrange(first.year, first.month)[1]


def _stretch(pieces: Iterator[tuple[date, int]], wanted: int) -> tuple[date, int, bool]:
    """Down to which day what is wanted may stand, how much, whether it is all."""
    held = 0
    for first, count in pieces:
        held += count
        if held >= wanted:
            return first, held, False
    return date.min, held, True
