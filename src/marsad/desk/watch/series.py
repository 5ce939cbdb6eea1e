"""A series as a reader may see it: its cells, what changed in it, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from django.db.models import QuerySet

from marsad.desk.safeguards.models import Person
from marsad.desk.watch.count import monday_of
from marsad.desk.watch.models import Novelty, Stretch, Tally
from marsad.measuring.shifts import ChangePoint, Shift, change_points, shift

Measure = Literal["posts", "accounts", "reach", "matched"]
MEASURES: Final[tuple[Measure, ...]] = ("accounts", "posts", "reach", "matched")
# How far back a page goes, and how many stretches the latest one is compared with.
_BACK: Final = {Stretch.DAY: 90, Stretch.WEEK: 52}
_BEFORE: Final = {Stretch.DAY: 28, Stretch.WEEK: 8}
_LONG: Final = {Stretch.DAY: timedelta(days=1), Stretch.WEEK: timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which series: of a theme, a language and a platform or all, by day or week."""

    theme: str
    language: str = ""
    platform: str = ""
    stretch: Stretch = Stretch.DAY
    measure: Measure = "accounts"


@dataclass(frozen=True, slots=True)
class Cell:
    """One day or week of a series; without a number where it may not be shown."""

    starts: date
    value: int | None
    share: float | None = None
    # Today, or this week: it is not over yet.
    is_open: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether there is something that may not be shown."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class Series:
    """Cells in the order of time, the latest whole one against those before, and changes."""

    cells: tuple[Cell, ...]
    latest: Cell | None
    shift: Shift | None
    changes: tuple[tuple[ChangePoint, date, date, date], ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not any(cell.value for cell in self.cells)


def series_of(asked: Asked, person: Person, today: date) -> Series:
    """The series that somebody asks for, up to their clearance."""
    cells = _cells(asked, person, today)
    whole = [cell for cell in cells if not cell.is_open and cell.value is not None]
    latest = whole[-1] if whole else None
    before = [cell.value or 0 for cell in whole[:-1]][-_BEFORE[asked.stretch] :]
    compared = shift(before, latest.value or 0) if latest else None
    # Reach is no count of anything that happens by itself: its swings are not chance.
    is_count = asked.measure in ("accounts", "posts")
    return Series(
        cells=cells,
        latest=latest,
        shift=compared if is_count else None,
        changes=_changes(whole) if is_count else (),
    )


def _changes(whole: Sequence[Cell]) -> tuple[tuple[ChangePoint, date, date, date], ...]:
    found = change_points([cell.value or 0 for cell in whole])
    return tuple(
        (
            one,
            whole[one.at].starts,
            whole[one.first].starts,
            whole[min(one.last, len(whole) - 1)].starts,
        )
        for one in found
    )


def _cells(asked: Asked, person: Person, today: date) -> tuple[Cell, ...]:
    rows = {row.starts: row for row in _rows(asked, person)}
    if not rows:
        return ()
    long = _LONG[asked.stretch]
    last = max(today if asked.stretch == Stretch.DAY else monday_of(today), *rows)
    first = max(min(rows), last - long * _BACK[asked.stretch])
    if asked.stretch == Stretch.WEEK:
        first = monday_of(first)
    found, starts = [], first
    while starts <= last:
        found.append(_cell(rows.get(starts), asked.measure, starts, today, long))
        starts += long
    return tuple(found)


def _cell(
    row: Tally | None, measure: Measure, starts: date, today: date, long: timedelta
) -> Cell:
    is_open = starts + long > today
    if row is None:
        return Cell(starts, 0, None, is_open)
    if not row.is_shown:
        return Cell(starts, None, None, is_open)
    value = getattr(row, measure)
    share = row.matched / row.posts if measure == "matched" and row.posts else None
    return Cell(starts, value, share, is_open)


def _rows(asked: Asked, person: Person) -> list[Tally]:
    """The cells at the strictest marking that this person may read."""
    if not person.is_active:
        return []
    rows = Tally.objects.filter(
        theme=asked.theme,
        language=asked.language,
        platform=asked.platform,
        stretch=asked.stretch,
        marking__lte=person.clearance,
    )
    # The strictest last, so that it takes the place of the others.
    return list(rows.order_by("marking", "starts"))


def themes_of(person: Person) -> list[str]:
    """The themes of which this person may see anything."""
    return _named("theme", Tally.objects.filter(marking__lte=person.clearance))


def languages_of(theme: str, person: Person) -> list[str]:
    """The languages of a theme."""
    return _parts("language", theme, person)


def platforms_of(theme: str, person: Person) -> list[str]:
    """The platforms of a theme."""
    return _parts("platform", theme, person)


def _parts(name: str, theme: str, person: Person) -> list[str]:
    rows = Tally.objects.filter(theme=theme, marking__lte=person.clearance)
    return [one for one in _named(name, rows) if one]


def _named(name: str, rows: QuerySet[Tally]) -> list[str]:
    return sorted(rows.order_by().values_list(name, flat=True).distinct())


def news_of(asked: Asked, person: Person) -> list[Novelty]:
    """Wording that rises and matches nothing known, the surest first."""
    rows = Novelty.objects.filter(theme=asked.theme, marking__lte=person.clearance)
    if asked.language:
        rows = rows.filter(language=asked.language)
    latest = rows.order_by("-starts").values_list("starts", flat=True).first()
    if latest is None:
        return []
    seen: dict[tuple[str, str], Novelty] = {}
    # Of a wording at several markings the one that this person sees most of.
    for row in rows.filter(starts=latest).order_by("marking"):
        seen[row.language, row.words] = row
    return sorted(seen.values(), key=lambda one: -one.rise_from)[:50]
