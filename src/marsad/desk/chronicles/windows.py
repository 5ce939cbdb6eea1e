"""The newest findings of many names at once, without reading all there are.

The counts by month say how far back a page has to look; each look reads one stretch of
days through the index on name and day. A look may find fewer than a page where what is
asked for is rare: then the next one goes further back, and the work of one request is
bounded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet

from marsad.desk.chronicles.cursors import Cursor
from marsad.desk.register.models import Finding, Kind

# So many mentions are looked at for one page at most; about 50 ms on a small server.
_MOST: Final = 20_000
# Each look is so much wider than the one before it.
_WIDER: Final = 4


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
    ordered: Any = rows.order_by("-day", "-pk")
    while months and len(found) < count and looked_at < _MOST:
        stretch, months = _stretch(months, wanted)
        lower = stretch[-1][0] if months else date.min
        looked = ordered.filter(day__gte=lower)
        if upper is not None:
            looked = looked.filter(day__lt=upper)
        found += looked[: count - len(found)]
        looked_at += sum(mentions for _, mentions in stretch)
        wanted, upper = wanted * _WIDER, lower
    is_done = not months and len(found) < count
    return Looked(found, None if is_done else upper)


def _stretch(
    months: Sequence[tuple[date, int]], wanted: int
) -> tuple[Sequence[tuple[date, int]], Sequence[tuple[date, int]]]:
    """So many months that they hold what is wanted, and the rest."""
    held = 0
    for number, (_, count) in enumerate(months, start=1):
        held += count
        if held >= wanted:
            return months[:number], months[number:]
    return months, ()
