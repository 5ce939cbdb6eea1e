"""The calendar: years, months, seasons, weeks, and the parts that newsrooms name.

Everything is an interval of days. A day or month without a year is the one that lies
nearest to the day of publication, in the past unless the words say otherwise.
"""

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Hijri

from marsad.reading.findings import Interval

# A day that is over this short a time is meant itself, and not that of the next year.
_FRESH_DAYS = 31


def day(year: int, month: int, number: int) -> date | None:
    """Return a day of the calendar, or None where there is none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def year_of(year: int) -> Interval:
    """Return the days of a year."""
    return Interval(date(year, 1, 1), date(year, 12, 31))


def month_of(year: int, month: int) -> Interval:
    """Return the days of a month."""
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def week_of(anchor: date) -> Interval:
    """Return the week of a day, Monday to Sunday."""
    monday = anchor - timedelta(days=anchor.weekday())
    return Interval(monday, monday + timedelta(days=6))


def season_of(year: int, season: int) -> Interval:
    """Return a season, 1 for spring: three whole months; winter ends in the next year."""
    if season == 4:
        return Interval(date(year, 12, 1), month_of(year + 1, 2).last)
    return Interval(date(year, 3 * season, 1), month_of(year, 3 * season + 2).last)


def part_of(whole: Interval, part: str) -> Interval:
    """Return the beginning, the middle or the end of a year, a month or another time."""
    days = (whole.last - whole.first).days + 1
    if days > 360:
        year = whole.first.year
        months = {"begin": (1, 2), "mid": (6, 7), "end": (11, 12)}[part]
        return Interval(month_of(year, months[0]).first, month_of(year, months[1]).last)
    third = max(days // 3, 1)
    offset = {"begin": 0, "mid": third, "end": 2 * third}[part]
    first = whole.first + timedelta(days=offset)
    last = whole.last if part == "end" else first + timedelta(days=third - 1)
    return Interval(first, last)


def piece_of(whole: Interval, piece: str, number: int) -> Interval | None:
    """Return a numbered half, quarter, week … of a year or a month; -1 is the last."""
    is_year = (whole.last - whole.first).days > 360
    count = {"half": 2, "quarter": 4, "third": 3, "week": 4, "fortnight": 2}[piece]
    index = count - 1 if number == -1 else number - 1
    if not 0 <= index < count:
        return None
    if is_year:
        if piece in ("week", "fortnight"):
            return None
        year, months = whole.first.year, 12 // count
        first = month_of(year, index * months + 1).first
        return Interval(first, month_of(year, (index + 1) * months).last)
    days = {"half": 15, "quarter": 7, "third": 10, "week": 7, "fortnight": 15}[piece]
    first = whole.first + timedelta(days=index * days)
    last = whole.last if index == count - 1 else first + timedelta(days=days - 1)
    return Interval(first, last)


def months_after(anchor: date, months: int) -> date:
    """Return the day so many months later; the last day of a shorter month."""
    index = anchor.year * 12 + anchor.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9998:
        return anchor
    return date(year, month, min(anchor.day, monthrange(year, month)[1]))


def shifted(unit: str, anchor: date, by: int) -> Interval | None:
    """Return the day, week, month, year … so many before or after that of a day."""
    match unit:
        case "day":
            moved = _moved(anchor, by)
            return Interval(moved, moved)
        case "week":
            return week_of(_moved(anchor, 7 * by))
        case "weekend":
            week = week_of(_moved(anchor, 7 * by))
            return Interval(week.last - timedelta(days=1), week.last)
        case "month":
            moved = months_after(anchor.replace(day=1), by)
            return month_of(moved.year, moved.month)
        case "year":
            return year_of(min(max(anchor.year + by, 1), 9998))
        case "century":
            start = (anchor.year - 1) // 100 * 100 + 1 + 100 * by
            return Interval(date(max(start, 1), 1, 1), date(max(start, 1) + 99, 12, 31))
        case "decade":
            first = anchor.year // 10 * 10 + 10 * by
            return Interval(date(max(first, 1), 1, 1), date(max(first, 1) + 9, 12, 31))
    return None


def _moved(anchor: date, days: int) -> date:
    try:
        return anchor + timedelta(days=days)
    except OverflowError:
        return anchor


def length_before(unit: str, count: float, anchor: date) -> Interval:
    """Return the stretch of so many units that ends on a day."""
    return Interval(_back(unit, count, anchor), anchor)


def length_after(unit: str, count: float, anchor: date) -> Interval:
    """Return the stretch of so many units that begins on a day."""
    return Interval(anchor, _back(unit, -count, anchor))


def _back(unit: str, count: float, anchor: date) -> date:
    if abs(count) > 4000:
        return anchor
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return months_after(anchor, -int(count * months))
    days = {"day": 1.0, "week": 7.0, "hour": 1 / 24}.get(unit, 0.0)
    return _moved(anchor, -int(count * days))


def weekday_near(number: int, anchor: date, direction: int | None) -> date:
    """Return a weekday: strictly before (-1), after (1), or the last one up to a day."""
    if direction == 1:
        return anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    if direction == -1:
        return anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1)
    return anchor - timedelta(days=(anchor.weekday() - number) % 7)


def year_for(month: int, number: int | None, anchor: date, leans: int) -> int:
    """Say in which year a month, or a day of it, is meant, seen from a day.

    ``leans`` is 1 where the words speak of the future, -1 of the past, 0 of neither:
    then a day is the nearest one, and a month the last.
    """
    first = date(anchor.year, month, 1)
    if number is not None:
        first = day(anchor.year, month, number) or first
    is_to_come = first > anchor if number else month > anchor.month
    is_over = first < anchor if number else month < anchor.month
    is_fresh = number is not None and 0 <= (anchor - first).days <= _FRESH_DAYS
    if leans > 0 and not is_fresh:
        return anchor.year + is_over
    if leans < 0 or number is None:
        return anchor.year - is_to_come
    near = (day(year, month, number) for year in _around(anchor.year))
    found = min(
        filter(None, near), key=lambda one: abs((one - anchor).days), default=None
    )
    return found.year if found else anchor.year


def _around(year: int) -> tuple[int, int, int]:
    return year - 1, year, year + 1


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the rule of Gauss."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (
        1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11)
    )
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def hijri(
    year: int, month: int, first: int | None, last: int | None
) -> Interval | None:
    """Return the days of a Hijri month or of days in it, by the Umm al-Qura calendar."""
    try:
        start = Hijri(year, month, first or 1)
        end = Hijri(year, month, last or first or start.month_length())
        return Interval(_gregorian(start), _gregorian(end))
    except (ValueError, OverflowError):
        return None


def hijri_year(year: int) -> Interval | None:
    """Return the days of a Hijri year."""
    first, last = hijri(year, 1, None, None), hijri(year, 12, None, None)
    return Interval(first.first, last.last) if first and last else None


def _gregorian(there: Hijri) -> date:
    found = there.to_gregorian()
    return date(found.year, found.month, found.day)
