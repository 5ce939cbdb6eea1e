"""What falls due in the next twelve months, as a picture and as the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import translation

from marsad.desk.register.models import Entry

MONTHS: Final = 12
_MOST: Final = 600
# The picture in its own units: a column for each month, dots stacked from its foot.
WIDTH: Final = 960
HEIGHT: Final = 200
_FOOT: Final = 160
_STEP: Final = 13
_STACKED: Final = 11


@dataclass(frozen=True, slots=True)
class Dot:
    """One commitment in the picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the picture: its place, how many fall due, and the dots shown."""

    first: date
    x: float
    width: float
    count: int
    dots: Sequence[Dot]
    entries: Sequence[Entry]

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return self.x + self.width / 2

    @property
    def more(self) -> int:
        """How many are not drawn, because the column is full."""
        return self.count - len(self.dots)


def months_of(rows: QuerySet[Any], today: date) -> list[Month]:
    """The next twelve months in their order, drawn from right to left in Arabic."""
    begin = today.replace(day=1)
    firsts = [_month(begin, number) for number in range(MONTHS + 1)]
    near = rows.filter(due_on__gt=today, due_on__lt=firsts[-1])
    due = list(near.select_related("actor__entity").order_by("due_on", "pk")[:_MOST])
    width = WIDTH / MONTHS
    is_mirrored = translation.get_language_bidi()
    months = []
    for number in range(MONTHS):
        first, after = firsts[number], firsts[number + 1]
        inside = [one for one in due if one.due_on and first <= one.due_on < after]
        place = MONTHS - 1 - number if is_mirrored else number
        months.append(
            _drawn(first, place * width, width, inside, is_mirrored=is_mirrored)
        )
    return months


def _drawn(
    first: date, x: float, width: float, inside: Sequence[Entry], *, is_mirrored: bool
) -> Month:
    """A dot stands at its day, above those of the same days."""
    dots: list[Dot] = []
    heights: dict[int, int] = {}
    for one in inside:
        day = one.due_on.day if one.due_on else 1
        slot = (day - 1) * 5 // 31
        height = heights.get(slot, 0)
        if height >= _STACKED:
            continue
        heights[slot] = height + 1
        along = (slot + 0.5) / 5
        at = x + width * (1 - along if is_mirrored else along)
        dots.append(Dot(round(at, 1), _FOOT - 8 - height * _STEP))
    return Month(first, x, width, len(inside), dots, inside)


def _month(begin: date, number: int) -> date:
    # 32 days on is always in the next month.
    month = begin
    for _ in range(number):
        month = (month + timedelta(days=32)).replace(day=1)
    return month
