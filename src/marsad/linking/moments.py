"""The days for which something holds, as a text gives them or as publication implies."""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from marsad.reading.findings import Interval

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
_YEAR: Final = re.compile(r"(\d{4})")
# A month has at most so many days: two moments as short as that can be compared.
_SHORT_DAYS: Final = 31
# One paper gives the day of the meeting, another the day on which it went to print.
_SAME_NEWS: Final = timedelta(days=3)


def moment_of(as_of: str | None, published: date | None) -> Interval | None:
    """The days meant by an as-of date; without one, the day of publication."""
    if as_of:
        first, _, last = as_of.partition("/")
        ends = [days for part in (first, last or first) if (days := _days(part))]
        if len(ends) == 2 and ends[0].first <= ends[1].last:
            return Interval(ends[0].first, ends[1].last)
    return Interval(published, published) if published else None


def _days(written: str) -> Interval | None:
    written = written.strip()
    try:
        if found := _DAY.fullmatch(written):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return Interval(day, day)
        if found := _MONTH.fullmatch(written):
            return month(int(found[1]), int(found[2]))
        if found := _YEAR.fullmatch(written):
            return Interval(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31))
    except ValueError:
        return None
    return None


def month(year: int, number: int) -> Interval:
    """All days of one month; raises ValueError where there is no such month."""
    if not 1 <= number <= 12:
        raise ValueError(number)
    last = calendar.monthrange(year, number)[1]
    return Interval(date(year, number, 1), date(year, number, last))


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two stretches of days share at least one day."""
    return one.first <= other.last and other.first <= one.last


def is_near(one: Interval, other: Interval) -> bool:
    """Whether two stretches overlap or lie so close that one piece of news made both."""
    return one.first - _SAME_NEWS <= other.last and other.first - _SAME_NEWS <= one.last


def days_in(interval: Interval) -> int:
    """How many days a stretch holds."""
    return (interval.last - interval.first).days + 1


def is_short(interval: Interval) -> bool:
    """Whether a stretch is short enough for two values in it to be rivals."""
    return days_in(interval) <= _SHORT_DAYS


def narrower(one: Interval, other: Interval) -> Interval:
    """The shorter of two stretches, the earlier one where both are as long."""
    return min(one, other, key=lambda days: (days_in(days), days))
