"""Feasts by the calendar: Noël, Thanksgiving, "Christmas 2016", two days before Easter."""

from collections.abc import Iterator
from datetime import date, timedelta

from marsad.reading.dates import almanac
from marsad.reading.dates.days import Clock
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.tenses import AHEAD, BEHIND, leaning
from marsad.reading.dates.timewords import TimeWords, Word
from marsad.reading.findings import Interval


def dated_feasts(times: TimeWords) -> Iterator[Mention]:
    """Return the feasts of a year that the text tells: "Christmas 2016"."""
    for word in _feasts(times):
        year = times.year(word.last)
        if year is not None and times.language != "ar":
            there = _feast(word.value, date(year, 7, 1), 0, year)
            yield _mention(word, word.last + 1, there)


def holidays(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    """Return the feasts near the day of the text."""
    for word in _feasts(times):
        start = word.first - 3 * (_beside_feast(times, word) is not None)
        there = _feast(word.value, clock.published, leaning(times, start))
        yield _before_feast(times, word, there) or _mention(word, word.last, there)


def _feasts(times: TimeWords) -> Iterator[Word]:
    """Return the names of feasts: in English and French they are capital."""
    for word in times.all("holiday"):
        if times.language == "ar" or times.passage.written(word.first)[0].isupper():
            yield word


def _mention(word: Word, last: int, there: date) -> Mention:
    return Mention(
        word.first, last, word.clitic, Interval(there, there), "day",
        "dates.holiday", "a feast by the calendar",
    )  # fmt: skip


def _feast(value: str, published: date, leans: int, year: int | None = None) -> date:
    """Return the day of a feast near the day of the text, or in a year that is told."""
    years = [published.year + by for by in (-1, 0, 1)] if year is None else [year]
    if value.startswith((_EASTER, _NTH)):
        near = [_moving(value, one) for one in years]
        if leans == AHEAD:
            near = [one for one in near if one >= published]
        elif leans == BEHIND:
            near = [one for one in near if one <= published]
        return min(near, key=lambda one: abs((one - published).days))
    month, number = (int(part) for part in value.split("-"))
    if year is not None:
        return date(year, month, number)
    return date(almanac.year_for(month, number, published, leans), month, number)


_EASTER, _NTH = "easter", "nth"


def _moving(value: str, year: int) -> date:
    """Return a feast told from Easter, or by the week of a month: "nth 11 3 4"."""
    if value.startswith(_EASTER):
        return almanac.easter(year) + timedelta(days=int(value.removeprefix(_EASTER)))
    month, weekday, count = (int(part) for part in value.split()[1:])
    if count < 0:
        last = almanac.month_of(year, month).last
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def _before_feast(times: TimeWords, word: Word, there: date) -> Mention | None:
    """Read "two days before Christmas", "la veille de Noël"."""
    beside = _beside_feast(times, word)
    if beside is None:
        return None
    day = there + timedelta(days=beside)
    return Mention(
        word.first - 3, word.last, 0, Interval(day, day), "day", "dates.holiday",
        "so many days from a feast",
    )  # fmt: skip


def _beside_feast(times: TimeWords, word: Word) -> int | None:
    """Return how many days from a feast the words before it tell, or None."""
    side = _SIDES.get(times.word(word.first - 1), 0)
    count = _COUNTS.get(times.word(word.first - 3))
    unit = _UNITS.get(times.word(word.first - 2))
    return side * count * unit if side and count and unit else None


_SIDES = {"before": -1, "after": 1, "avant": -1, "apres": 1}
_UNITS = {
    "day": 1, "days": 1, "week": 7, "weeks": 7, "jour": 1, "jours": 1, "semaine": 7,
    "semaines": 7,
}  # fmt: skip
_COUNTS = {
    "a": 1, "one": 1, "un": 1, "une": 1, "two": 2, "deux": 2, "three": 3, "trois": 3,
    "four": 4, "quatre": 4, "five": 5, "cinq": 5, "six": 6, "ten": 10, "dix": 10,
}  # fmt: skip
