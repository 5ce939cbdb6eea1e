"""Lengths of time as dates: three years ago, «منذ عامين», the last two weeks."""

from collections.abc import Iterator
from dataclasses import replace

from marsad.reading import almanac
from marsad.reading.days import Clock
from marsad.reading.findings import Interval
from marsad.reading.monthdates import Mention
from marsad.reading.numbers import Number
from marsad.reading.timewords import TimeWords, Word
from marsad.reading.units import unit_at

# The reader of those dates that are lengths of time: they are figures as well.
LENGTHS = "dates.length"


def lengths(
    times: TimeWords, clock: Clock, numbers: list[Number]
) -> Iterator[Mention]:
    for number in numbers:
        unit = unit_at(times.words, number.last, times.language)
        if number.form == "dual":
            word = times.words[number.first][number.clitic :]
            unit = unit_at([word], 0, "ar")
            unit = unit and unit._replace(last=number.last)
        if unit is None or unit.name not in _UNITS:
            continue
        found = _length(times, clock, number, unit.last, unit.name)
        if found is not None:
            yield found
    yield from _single(times, clock)


_UNITS = frozenset(["hour", "day", "week", "month", "year", "decade"])


def _length(
    times: TimeWords, clock: Clock, number: Number, last: int, unit: str
) -> Mention | None:
    first = number.first
    ago = (
        times.before("ago", first) if times.language != "en" else times.at("ago", last)
    )
    count = number.high or number.value
    if ago is not None:
        start, end = min(first, ago.first), max(last, ago.last)
        clitic = ago.clitic if ago.first < first else 0
        return _ago(
            clock,
            Mention(
                start,
                end,
                clitic,
                Interval(clock.published, clock.published),
                "",
                LENGTHS,
                "",
            ),
            unit,
            count,
        )
    since = times.before("since", first)
    if since is not None:
        interval = almanac.length_before(unit, count, clock.spoken)
        return Mention(
            since.first, last, since.clitic, interval, "range", LENGTHS,
            "a length of time up to the day of the text",
            is_doubtful=times.language == "fr" or number.value != 2,
        )  # fmt: skip
    return _last_length(times, clock, number, (last, unit))


def _ago(clock: Clock, mention: Mention, unit: str, count: float) -> Mention | None:
    """Resolve "seven years ago" to a year, "two months ago" to a month, days to a day."""
    if unit == "hour" or count != int(count) or count > 3000:
        return None
    interval = almanac.shifted(unit, clock.published, -int(count))
    if interval is None:
        return None
    precision = unit if unit in ("day", "month", "year") else "range"
    return replace(
        mention, interval=interval, precision=precision, is_doubtful=unit == "decade",
        why=f"so many {unit}s before the day of publication",
    )  # fmt: skip


def _last_length(
    times: TimeWords, clock: Clock, number: Number, end: tuple[int, str]
) -> Mention | None:
    """Read "the last two years", "les six derniers mois", «الأيام الثلاثة الماضية»."""
    last, unit = end
    first, shift = number.first, times.before("shift", number.first)
    if shift is None or times.language == "ar":
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
    blank = Interval(clock.published, clock.published)
    if times.language == "en":
        ago = times.at("ago", word.last)
        if ago is None:
            return None
        return _ago(
            clock, Mention(article, ago.last, 0, blank, "", LENGTHS, ""), word.value, 1
        )
    ago = times.before("ago", article)
    if ago is None:
        return None
    return _ago(
        clock, Mention(ago.first, word.last, 0, blank, "", LENGTHS, ""), word.value, 1
    )


def _single_arabic(times: TimeWords, clock: Clock, word: Word) -> Mention | None:
    if times.word(word.first).startswith("ال") or times.year(word.last) is not None:
        return None
    blank = Interval(clock.published, clock.published)
    ago = times.before("ago", word.first)
    if ago is not None:
        return _ago(
            clock,
            Mention(ago.first, word.last, ago.clitic, blank, "", LENGTHS, ""),
            word.value,
            1,
        )
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


