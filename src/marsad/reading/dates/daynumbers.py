"""Days told by their number alone: "on the 28th", "le 9", "mardi 18", "ce jour".

The month is that of the text: the nearest such day, ahead or behind as the verb tells.
"""

from collections.abc import Iterator
from datetime import date

from marsad.reading.dates import almanac
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.tenses import AHEAD, BEHIND, leaning
from marsad.reading.dates.timewords import TimeWords
from marsad.reading.findings import Interval
from marsad.reading.numbers.units import unit_at

_SUFFIXES = frozenset(["st", "nd", "rd", "th"])
_BEFORE = {
    "en": frozenset("on by until before from since after till".split()),
    "fr": frozenset("le".split()),
}
# What may follow a day without its month: the clause goes on or ends.
_AFTER = frozenset(
    ". , ; : ? ! ) » ” \n – — to for in at with and when where by from as of if so but a au aux "
    "dans par pour avec et ou sans sur selon afin lors en chez".split(" ")
)
_THIS_MONTH = frozenset(["instant", "inst", "courant"])
_MONTHS_AROUND = (-1, 0, 1)


def day_numbers(times: TimeWords, published: date) -> Iterator[Mention]:
    """Return the days of a passage that are told by a number without a month."""
    if times.language == "ar":
        return
    yield from _this_day(times, published)
    for token in times.rows:
        number = times.number(token)
        if number is None:
            continue
        found = _of_weekday(times, token, number, published)
        found = found or _alone(times, token, number, published)
        if found is not None:
            yield found


def _mention(first: int, last: int, there: date, why: str) -> Mention:
    return Mention(first, last, 0, Interval(there, there), "day", "dates.number", why)


def _this_day(times: TimeWords, published: date) -> Iterator[Mention]:
    """Read the "ce jour" of communiqués: the day of the text."""
    if times.language != "fr":
        return
    for token in times.passage.tokens_of({"jour"}):
        is_told = times.word(token - 1) == "ce" and times.word(token + 1) != "-"
        is_idiom = times.word(token - 2) in ("a", "jusqu", "'", "qu")
        if is_told and not is_idiom:
            yield _mention(token, token + 1, published, "this day: that of the text")


def _of_weekday(
    times: TimeWords, token: int, number: int, published: date
) -> Mention | None:
    """Read "mardi 18", "Tuesday 18": the day of that number that is such a weekday."""
    weekday = times.before("weekday", token)
    if weekday is None or weekday.clitic or not times.is_name(weekday):
        return None
    if not _stands_free(times, token + 1):
        return None
    near = [
        there
        for there in _days(number, published)
        if there.weekday() == int(weekday.value)
    ]
    if not near:
        return None
    there = min(near, key=lambda one: abs((one - published).days))
    return _mention(weekday.first, token + 1, there, "a weekday with its number")


def _alone(
    times: TimeWords, token: int, number: int, published: date
) -> Mention | None:
    """Read "on the 28th" and "le 9", where no noun follows."""
    language, last = times.language, token + 1
    if language == "en":
        if times.word(last) not in _SUFFIXES or not times.passage.touches(last):
            return None
        last += 1
        is_instant = times.word(last) in _THIS_MONTH
        is_led = times.word(token - 1) == "the" and (
            times.word(token - 2) in _BEFORE["en"]
        )
        if is_instant:
            there = almanac.day(published.year, published.month, number)
            why = "a day of this month"
            return _mention(token, last + 1, there, why) if there else None
    else:
        is_led = times.word(token - 1) in _BEFORE["fr"]
    if not is_led or not _stands_free(times, last):
        return None
    leans = leaning(times, token)
    month = _month_before(times, token)
    if month is None:
        there = _nearest(number, published, leans)
    else:
        year = almanac.year_for(month, number, published, 0)
        there = almanac.day(year, month, number)
    why = "a day of the month around the text"
    return _mention(token, last, there, why) if there else None


def _month_before(times: TimeWords, token: int) -> int | None:
    """Return the month that the sentence names before a day, if it names one."""
    start, _ = times.passage.sentences.of(token)
    for place in range(token - 1, max(start, token - _MONTH_REACH) - 1, -1):
        if place in times.months:
            return times.months[place].number
    return None


_MONTH_REACH = 40


def _stands_free(times: TimeWords, token: int) -> bool:
    word = times.word(token)
    if not word:
        return True
    is_touching = word in ("-", "/", ".") and times.word(token + 1)[:1].isdigit()
    if is_touching and times.passage.touches(token):
        return False
    if token in times.months or unit_at(times.words, token, times.language):
        return False
    return word in _AFTER


def _days(number: int, published: date) -> list[date]:
    """Return the days of a number in the months around that of the text."""
    found = []
    for by in _MONTHS_AROUND:
        month = almanac.months_after(published.replace(day=1), by)
        there = almanac.day(month.year, month.month, number)
        if there is not None:
            found.append(there)
    return found


def _nearest(number: int, published: date, leans: int) -> date | None:
    near = _days(number, published)
    if leans == AHEAD:
        near = [one for one in near if one >= published]
    elif leans == BEHIND:
        near = [one for one in near if one <= published]
    return min(near, key=lambda one: abs((one - published).days), default=None)
