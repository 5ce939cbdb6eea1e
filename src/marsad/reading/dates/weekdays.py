"""Weekdays: «السبت الماضي», "on Friday", "jeudi et vendredi prochains"."""

from collections.abc import Iterator
from datetime import date, timedelta

from marsad.reading.dates import almanac
from marsad.reading.dates.days import Clock, with_dayparts
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.tenses import AHEAD, leaning
from marsad.reading.dates.timewords import TimeWords, Word
from marsad.reading.findings import Interval

_NOT_WEEKDAY = frozenset(
    "صلاه خطبه مجموعه كل ايام مسجد every each chaque les black good bloody news".split()
)
# Papers that carry a weekday in their names.
_PAPERS = frozenset(
    "times telegraph mirror express herald mail sun post star world mercury".split()
)


def weekdays(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    """Return the weekdays of a passage, resolved from the day of publication."""
    for word in times.all("weekday"):
        before = times.word(word.first - 1)
        if before in _NOT_WEEKDAY or times.word(word.last) in _PAPERS:
            continue
        if times.is_name(word):
            yield _weekday(times, word, clock)


def _weekday(times: TimeWords, word: Word, clock: Clock) -> Mention:
    first, last, clitic = word.first, word.last, word.clitic
    span = times.before("span", first)
    if span is not None and span.value == "day" and not clitic:
        first, clitic = span.first, span.clitic
    second = _second_weekday(times, word)
    last = second.last if second is not None else last
    first, last, shift = _with_shift(times, first, last)
    first, last, clitic = with_dayparts(times, first, last, clitic)
    there = _resolved(times, word, clock, first=first, shift=shift)
    end = there
    if second is not None:
        end = there + timedelta(days=(int(second.value) - int(word.value)) % 7)
    return Mention(
        first, last, clitic, Interval(there, end), "day" if end == there else "range",
        "dates.weekday", "a weekday, told from the day of publication",
    )  # fmt: skip


def _with_shift(times: TimeWords, first: int, last: int) -> tuple[int, int, int | None]:
    """Take in "last", "next", «الماضي», "prochains" beside a weekday."""
    if times.language == "en":
        before = times.before("shift", first)
        if before is None:
            return first, last, None
        return before.first, last, int(before.value)
    after = times.at("shift", last)
    if after is None or after.clitic:
        return first, last, None
    return first, after.last, int(after.value)


def _resolved(
    times: TimeWords, word: Word, clock: Clock, *, first: int, shift: int | None
) -> date:
    number = int(word.value)
    if shift == 0:
        return almanac.week_of(clock.published).first + timedelta(days=number)
    direction = shift
    is_other_day = number != clock.published.weekday()
    if shift is None and is_other_day and leaning(times, first) == AHEAD:
        direction = 1
    return almanac.weekday_near(number, clock.published, direction)


def _second_weekday(times: TimeWords, word: Word) -> Word | None:
    """Return the weekday behind another: "jeudi et vendredi prochains"."""
    if times.word(word.last) in ("and", "et", "to", "au", "a", "-", "–", "الي"):
        return times.at("weekday", word.last + 1)
    second = times.at("weekday", word.last)
    if second is None or word.clitic:
        return None
    is_next = (int(second.value) - int(word.value)) % 7 == 1
    # «ليل السبت الأحد».
    is_night = is_next and times.word(word.first - 1) in ("ليل", "ليله")
    return second if second.clitic or is_night else None
