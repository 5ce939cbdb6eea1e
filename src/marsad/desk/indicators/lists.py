"""The list of series with their latest values, and the queue of stale ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from marsad.desk.indicators.expiry import expires_on, is_stale
from marsad.desk.indicators.models import Indicator
from marsad.desk.indicators.points import waiting
from marsad.desk.register.models import Entry, Finding, State
from marsad.desk.safeguards.models import Person

PAGE: Final = 25
_MOST_DOTS: Final = 2500
_SPARK_WIDTH: Final = 120
_SPARK_HEIGHT: Final = 28


@dataclass(frozen=True, slots=True)
class Row:
    """One series in a list: its latest value, whether it is stale, its course."""

    indicator: Indicator
    latest: Entry | None
    expires_on: date | None
    is_stale: bool
    has_waiting: bool
    spark: str = ""

    @property
    def outlets(self) -> list[str]:
        """Who says the latest value, each once."""
        if self.latest is None:
            return []
        cited = (one.document.outlet for one in self.latest.citations.all())
        return list(dict.fromkeys(outlet for outlet in cited if outlet))


def listed(person: Person, words: str = "") -> QuerySet[Indicator]:
    """The series that a person may see, those that the cell follows first."""
    rows = Indicator.objects.seen_by(person)
    for word in words.split():
        said = Q(title_ar__icontains=word) | Q(title_en__icontains=word)
        rows = rows.filter(said | Q(title_fr__icontains=word) | Q(key__icontains=word))
    return rows.order_by("-is_followed", "key")


def after(rows: QuerySet[Indicator], cursor: str) -> QuerySet[Indicator]:
    """The rows behind a cursor: "1" or "0" for followed or not, and the key."""
    if not cursor:
        return rows
    is_followed, key = cursor[:1] == "1", cursor[1:]
    behind = Q(is_followed=is_followed, key__gt=key)
    return rows.filter(behind | Q(is_followed=False) if is_followed else behind)


def cursor_of(indicator: Indicator) -> str:
    """The cursor that stands behind a row."""
    return f"{int(indicator.is_followed)}{indicator.key}"


def with_latest(
    indicators: Iterable[Indicator], person: Person, today: date
) -> list[Row]:
    """Each series with its latest value, in few questions to the database."""
    series = list(indicators)
    latest = _latest(series, person)
    sparks = _sparks(series, person)
    open_ones = _waiting(series, person)
    rows = []
    for one in series:
        entry = latest.get(one.key)
        on = expires_on(one, entry) if entry else None
        rows.append(
            Row(
                one, entry, on, is_stale(on, today), one.key in open_ones,
                sparks.get(one.key, ""),
            )
        )  # fmt: skip
    return rows


def stale(person: Person, today: date) -> list[Row]:
    """The series whose latest value has expired, the longest expired first."""
    rows = listed(person).annotate(newest=_newest(person))
    # Asked once: a condition on it would make the database find it a second time.
    series = [one for one in rows if one.newest is not None]
    entries = Entry.objects.in_bulk([one.newest for one in series])
    found = []
    for one in series:
        entry = entries[one.newest]
        on = expires_on(one, entry)
        if is_stale(on, today):
            found.append(Row(one, entry, on, is_stale=True, has_waiting=False))
    return sorted(
        found, key=lambda row: (row.expires_on or date.max, row.indicator.key)
    )


def stale_for(person: Person, today: date) -> int:
    """How many series have an expired latest value, for the overnight page."""
    return len(stale(person, today))


def replacements(key: str, since: date, person: Person) -> list[Any]:
    """The newest proposals that could replace an expired value, at most three."""
    if not person.may("findings.read"):
        return []
    rows = waiting(key, person).filter(day__gt=since).select_related("document")
    return list(rows.order_by("-day", "-id")[:3])


def _values(person: Person) -> QuerySet[Any]:
    return Entry.objects.visible_to(person).filter(
        state=State.CURRENT, value__isnull=False
    )


def _newest(person: Person) -> Subquery:
    rows = _values(person).filter(series=OuterRef("key"))
    return Subquery(
        rows.order_by(Coalesce("until", "day").desc(), "-day", "-id").values("pk")[:1]
    )


def _latest(series: Sequence[Indicator], person: Person) -> dict[str, Entry]:
    keyed = Indicator.objects.filter(pk__in=[one.pk for one in series])
    newest = keyed.annotate(newest=_newest(person)).values_list("newest", flat=True)
    entries = Entry.objects.filter(pk__in=[pk for pk in newest if pk])
    cited = entries.prefetch_related("citations__document")
    return {entry.series: entry for entry in cited}


def _waiting(series: Sequence[Indicator], person: Person) -> set[str]:
    if not person.may("findings.read"):
        return set()
    keyed = Indicator.objects.filter(pk__in=[one.pk for one in series])
    proposed = Finding.objects.visible_to(person).filter(
        series=OuterRef("key"), status="proposed"
    )
    return set(keyed.filter(Exists(proposed)).values_list("key", flat=True))


def _sparks(series: Sequence[Indicator], person: Person) -> dict[str, str]:
    """The course of each series as the points of a small line."""
    rows = _values(person).filter(series__in=[one.key for one in series])
    dots: dict[str, list[tuple[date, float]]] = {}
    said = rows.order_by("-day", "-id").values_list("series", "day", "until", "value")
    for key, day, until, value in said[:_MOST_DOTS]:
        dots.setdefault(key, []).append((until or day, value))
    return {key: _line(sorted(found)) for key, found in dots.items() if len(found) > 1}


def _line(dots: Sequence[tuple[date, float]]) -> str:
    first, last = dots[0][0], dots[-1][0]
    low = min(value for _, value in dots)
    high = max(value for _, value in dots)
    days, span = (last - first).days or 1, high - low or 1
    return " ".join(
        f"{3 + (day - first).days / days * (_SPARK_WIDTH - 6):.1f},"
        f"{_SPARK_HEIGHT - 4 - (value - low) / span * (_SPARK_HEIGHT - 8):.1f}"
        for day, value in dots
    )
