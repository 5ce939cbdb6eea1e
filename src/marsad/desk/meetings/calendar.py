"""Meetings in the order of their days: those to come first, then those that were held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q

from marsad.desk.register.models import Citation, Entry, Kind
from marsad.desk.safeguards.models import Person

PAGE: Final = 40
_MOST_PLANNED: Final = 60
# The planner gives a season as one stretch: longer ones say no day at all.
_SEASON: Final = timedelta(days=95)


@dataclass(frozen=True, slots=True)
class Page:
    """Some meetings that were held, and where the older ones begin."""

    rows: Sequence[Entry]
    older: str = ""


def meetings(person: Person, *, country: str = "", words: str = "") -> Any:
    """All meetings of the register that rest on a document that stands."""
    standing = Citation.objects.filter(
        entry=OuterRef("pk"), document__withdrawn_at__isnull=True
    )
    rows: Any = Entry.objects.visible_to(person).current().filter(kind=Kind.MEETING)
    rows = rows.filter(Exists(standing))
    if country:
        rows = rows.filter(fields__country=country)
    if words:
        named = Q(fields__name__icontains=words) | Q(fields__city__icontains=words)
        rows = rows.filter(named | Q(words__icontains=words))
    return rows


def planned(rows: Any, today: date) -> list[Entry]:
    """Those to come, or under way, the next one first."""
    coming = rows.filter(
        Q(day__gte=today) | Q(until__gte=today, day__gte=today - _SEASON)
    )
    return list(coming.order_by("day", "id")[:_MOST_PLANNED])


def held(rows: Any, today: date, after: str = "") -> Page:
    """One page of those whose days are over, the last one first."""
    over = rows.filter(day__lt=today).exclude(
        until__gte=today, day__gte=today - _SEASON
    )
    place = _place(after)
    if place is not None:
        day, pk = place
        over = over.filter(Q(day__lt=day) | Q(day=day, pk__lt=pk), day__lte=day)
    found = list(over.order_by("-day", "-id")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(found[:PAGE], f"{last.day.isoformat()}~{last.pk}" if last else "")


def _place(after: str) -> tuple[date, int] | None:
    day, _, pk = after.partition("~")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None
