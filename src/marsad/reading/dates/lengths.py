"""Lengths of time as dates: three years ago, «منذ عامين», the last two weeks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from marsad.reading.dates import almanac
from marsad.reading.dates.days import Clock
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.timewords import TimeWords, Word
from marsad.reading.findings import Interval
from marsad.reading.numbers.duals import dual
from marsad.reading.numbers.numbers import Number, NumberReader
from marsad.reading.numbers.ranges import with_ranges
from marsad.reading.numbers.units import unit_at

# The reader of those dates that are lengths of time: they are figures as well.
LENGTHS = "dates.length"


def lengths(times: TimeWords, clock: Clock, numbers: NumberReader) -> Iterator[Mention]:
    """Return the lengths of time that are told from the day of publication."""
    for number in _numbers(times, numbers):
        end = _end_of_unit(times, number)
        if end is not None:
            found = _length(times, clock, number, end)
        else:
            found = _definite_length(times, clock, number)
        if found is not None:
            yield found
    yield from _single(times, clock)


class _End(NamedTuple):
    """The unit of time behind a number, and the token after it."""

    last: int
    unit: str


def _numbers(times: TimeWords, reader: NumberReader) -> list[Number]:
    """Return the numbers that stand beside a word for ago, since, last or next."""
    places: set[int] = set()
    for kind in ("ago", "since", "shift"):
        for word in times.all(kind):
            places.update((word.last, *range(word.first - _REACH, word.first)))
    found: dict[int, Number] = {}
    end = 0
    for token in sorted(places):
        if token < end or not 0 <= token < len(times.words) or token in reader.taken:
            continue
        known = dual(times.words[token]) if times.language == "ar" else None
        number = reader.at(token)
        if known is not None:
            number = Number(token, token + 1, known.clitic, 2, "dual")
        if number is not None:
            found[number.first] = number
            end = number.last
    return with_ranges(times.passage, list(found.values()))


# How far before "ago" its number may stand.
_REACH = 4


def _end_of_unit(times: TimeWords, number: Number) -> _End | None:
    if number.form == "dual":
        known = dual(times.words[number.first])
        end = known and _End(number.last, known.unit)
    else:
        place = number.last
        shift = times.at("shift", place)
        if shift is not None and times.language == "fr":
            # "les six prochains mois"
            place = shift.last
        unit = unit_at(times.words, place, times.language)
        end = None if unit is None or unit.is_definite else _End(unit.last, unit.name)
    return end if end is not None and end.unit in _UNITS else None


_UNITS = frozenset(["hour", "day", "week", "month", "year", "decade"])


def _length(
    times: TimeWords, clock: Clock, number: Number, end: _End
) -> Mention | None:
    first, last = number.first, end.last
    is_english = times.language == "en"
    ago = times.at("ago", last) if is_english else times.before("ago", first)
    if ago is not None and times.word(last) == "من" and times.word(last + 1) != "الان":
        # «قبل يومين من العيد» is told from another day.
        return None
    if ago is not None:
        start, last = min(first, ago.first), max(last, ago.last)
        clitic = ago.clitic if ago.first < first else 0
        count = number.high or number.value
        return _ago(clock, _blank(clock, start, last, clitic), end.unit, count)
    since = times.before("since", first)
    if since is not None:
        interval = almanac.length_before(end.unit, number.value, clock.spoken)
        return Mention(
            since.first, last, since.clitic, interval, "range", LENGTHS,
            "a length of time up to the day of the text",
            is_doubtful=times.language == "fr" or number.value != 2,
        )  # fmt: skip
    return _last_length(times, clock, number, end)


def _blank(clock: Clock, first: int, last: int, clitic: int) -> Mention:
    """Return a mention whose days are still to be told."""
    day = Interval(clock.published, clock.published)
    return Mention(first, last, clitic, day, "", LENGTHS, "")


def _ago(clock: Clock, mention: Mention, unit: str, count: float) -> Mention | None:
    """Resolve "seven years ago" to a year, "two months ago" to a month, days to a day."""
    if unit == "hour" or count != int(count) or count > 3000:
        return None
    if unit == "week" and clock.is_english:
        # "Three weeks ago" is the day, "il y a trois semaines" the week.
        unit, count = "day", 7 * count
    interval = almanac.shifted(unit, clock.published, -int(count))
    if interval is None:
        return None
    precision = unit if unit in ("day", "month", "year") else "range"
    return replace(
        mention, interval=interval, precision=precision, is_doubtful=unit == "decade",
        why=f"so many {unit}s before the day of publication",
    )  # fmt: skip


def _last_length(
    times: TimeWords, clock: Clock, number: Number, end: _End
) -> Mention | None:
    """Read "the last two years", "les six derniers mois", «الأيام الثلاثة الماضية»."""
    last, unit = end
    first, shift = number.first, times.before("shift", number.first)
    within = times.at("shift", number.last)
    if shift is None and within is not None and times.language == "fr":
        shift = within
    elif shift is None or times.language == "ar":
        shift = times.at("shift", last)
        last = shift.last if shift else last
    else:
        first = shift.first
    if shift is None or not int(shift.value) or shift.clitic:
        return None
    measure = almanac.length_before if shift.value == "-1" else almanac.length_after
    return Mention(
        first, last, number.clitic if first == number.first else 0,
        measure(unit, number.value, clock.published), "range", LENGTHS,
        "a length of time beside the day of publication", is_doubtful=True,
    )  # fmt: skip


def _definite_length(times: TimeWords, clock: Clock, number: Number) -> Mention | None:
    """Read «السنوات الثلاث الماضية»."""
    if times.language != "ar" or not number.is_definite:
        return None
    unit = unit_at(times.words, number.first - 1, "ar") if number.first else None
    shift = times.at("shift", number.last)
    if unit is None or unit.name not in _UNITS or shift is None or not int(shift.value):
        return None
    measure = almanac.length_before if shift.value == "-1" else almanac.length_after
    return Mention(
        number.first - 1, shift.last, 0, measure(unit.name, number.value, clock.published),
        "range", LENGTHS, "a length of time beside the day of publication", is_doubtful=True,
    )  # fmt: skip


def _single(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    """Read "a year ago", "il y a un an", «قبل عام», «منذ عام بالضبط»."""
    for word in times.all("span"):
        if word.value not in _UNITS or word.clitic:
            continue
        if times.language == "ar":
            found = _single_arabic(times, clock, word)
        else:
            found = _single_latin(times, clock, word)
        if found is not None:
            yield found


def _single_latin(times: TimeWords, clock: Clock, word: Word) -> Mention | None:
    article = word.first - 1
    if times.word(article) not in ("a", "one", "un", "une"):
        return None
    if times.language == "en":
        ago = times.at("ago", word.last)
        blank = ago and _blank(clock, article, ago.last, 0)
    else:
        ago = times.before("ago", article)
        blank = ago and _blank(clock, ago.first, word.last, 0)
    return blank and _ago(clock, blank, word.value, 1)


def _single_arabic(times: TimeWords, clock: Clock, word: Word) -> Mention | None:
    if times.word(word.first).startswith("ال") or times.year(word.last) is not None:
        return None
    ago = times.before("ago", word.first)
    if ago is not None:
        blank = _blank(clock, ago.first, word.last, ago.clitic)
        return _ago(clock, blank, word.value, 1)
    since = times.before("since", word.first)
    if since is None or word.value == "day":
        return None
    if times.word(word.last) in ("بالضبط", "تماما"):
        return _a_year_before(clock, since, word)
    interval = almanac.length_before(word.value, 1, clock.spoken)
    return Mention(
        since.first, word.last, since.clitic, interval, "range", LENGTHS,
        "a length of time up to the day of the text", is_doubtful=True,
    )  # fmt: skip


def _a_year_before(clock: Clock, since: Word, word: Word) -> Mention:
    """Read «منذ عام بالضبط»: the same week, a year before."""
    week = almanac.week_of(clock.published)
    first, last = (almanac.months_after(day, -12) for day in week)
    interval = Interval(first, last) if word.value == "year" else week
    return Mention(
        since.first, word.last + 1, since.clitic, interval, "range", LENGTHS,
        "the same week a year before",
    )  # fmt: skip
