"""Count the posts of a week on a theme, day by day and whole, and say what may be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from marsad.desk.cases.models import Match
from marsad.desk.posts.models import Post, Purge, Stream
from marsad.desk.watch.models import Stretch, Tally
from marsad.measuring.disclosure import shown

ALL: Final = ""
_WEEK: Final = timedelta(days=7)
# The sums that a reader may ask for; accounts of one are no sum of those of another.
_GROUPINGS: Final = (
    ("language", "platform"),
    ("language",),
    ("platform",),
    (),
)


class Cell(NamedTuple):
    """Which count: of a day or a week, of a language and a platform or of all of them."""

    stretch: str
    starts: date
    language: str
    platform: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What one cell holds."""

    posts: int
    accounts: int
    reach: int
    matched: int


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def count_week(theme: str, monday: date) -> int:
    """Count a week of a theme anew, for each marking; say how many cells there are."""
    if _is_frozen(theme, monday):
        return 0
    total = 0
    for marking in _markings(theme):
        cells = _counted(theme, monday, marking)
        seen = shown(
            {cell: one.accounts for cell, one in cells.items()}, list(_sums(cells))
        )
        _write(theme, monday, marking, cells, seen)
        total += len(cells)
    return total


def _is_frozen(theme: str, monday: date) -> bool:
    """Whether posts of the week were taken away by time: the count before that stays."""
    return Purge.objects.filter(
        stream__theme=theme,
        why=Purge.Why.RETENTION,
        day__gte=monday,
        day__lt=monday + _WEEK,
    ).exists()


def _markings(theme: str) -> Sequence[int]:
    """Up to which markings readers of this theme differ in what they may count."""
    rows = Stream.objects.filter(theme=theme)
    return sorted(set(rows.values_list("marking", flat=True)))


def _posts(theme: str, monday: date, marking: int) -> QuerySet[Post]:
    begins = datetime.combine(monday, time(), UTC)
    streams = Stream.objects.filter(theme=theme, marking__lte=marking)
    return Post.objects.standing().filter(
        stream__in=streams,
        marking__lte=marking,
        at__gte=begins,
        at__lt=begins + _WEEK,
    )


def _counted(theme: str, monday: date, marking: int) -> dict[Cell, Counted]:
    """Every cell of a week: each day and the whole, in each grouping."""
    strong = Match.objects.filter(
        post=OuterRef("pk"), case__isnull=False, harmless__isnull=True
    )
    rows = _posts(theme, monday, marking).annotate(is_matched=Exists(strong))
    days = rows.annotate(day=TruncDate("at", tzinfo=UTC))
    found: dict[Cell, Counted] = {}
    for grouping in _GROUPINGS:
        for row in _grouped(days, ("day", *grouping)):
            found[_cell(Stretch.DAY, row["day"], row)] = _of(row)
        for row in _grouped(rows, grouping):
            if row["count"]:
                found[_cell(Stretch.WEEK, monday, row)] = _of(row)
    return found


def _grouped(rows: QuerySet[Any], by: Sequence[str]) -> Iterator[dict[str, Any]]:
    sums = {
        "count": Count("pk"),
        "accounts": Count("account", distinct=True),
        "total": Coalesce(Sum("reach"), 0),
        "known": Count("pk", filter=Q(is_matched=True)),
    }
    if not by:
        yield rows.order_by().aggregate(**sums)
        return
    yield from rows.order_by().values(*by).annotate(**sums)


def _cell(stretch: str, starts: date, row: dict[str, Any]) -> Cell:
    return Cell(stretch, starts, row.get("language", ALL), row.get("platform", ALL))


def _of(row: dict[str, Any]) -> Counted:
    return Counted(row["count"], row["accounts"], row["total"], row["known"])


def _sums(cells: dict[Cell, Counted]) -> Iterator[tuple[Cell, list[Cell]]]:
    """Every total that a reader can see beside its parts."""
    for total in cells:
        if total.language == ALL:
            yield (
                total,
                [
                    one
                    for one in cells
                    if one.language != ALL
                    and one == total._replace(language=one.language)
                ],
            )
        if total.platform == ALL:
            yield (
                total,
                [
                    one
                    for one in cells
                    if one.platform != ALL
                    and one == total._replace(platform=one.platform)
                ],
            )
        if total.stretch == Stretch.WEEK:
            yield (
                total,
                [
                    one
                    for one in cells
                    if one.stretch == Stretch.DAY
                    and (one.language, one.platform) == (total.language, total.platform)
                ],
            )


@transaction.atomic
def _write(
    theme: str,
    monday: date,
    marking: int,
    cells: dict[Cell, Counted],
    seen: frozenset[Any],
) -> None:
    """Put the new count in the place of the old one."""
    old = Tally.objects.filter(theme=theme, marking=marking)
    old.filter(starts__gte=monday, starts__lt=monday + _WEEK).delete()
    now = timezone.now()
    Tally.objects.bulk_create(
        Tally(
            stretch=cell.stretch,
            starts=cell.starts,
            theme=theme,
            language=cell.language,
            platform=cell.platform,
            marking=marking,
            posts=one.posts,
            accounts=one.accounts,
            reach=one.reach,
            matched=one.matched,
            is_shown=cell in seen,
            counted_at=now,
        )
        for cell, one in cells.items()
    )
