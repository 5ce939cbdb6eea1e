"""Yesterday, today, tomorrow, now: seen from the day of publication or of speaking."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from marsad.reading.dates import almanac
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.tenses import AHEAD, BEHIND, leaning
from marsad.reading.dates.timewords import TimeWords, Word, between_marks, in_speech
from marsad.reading.findings import Interval


@dataclass(frozen=True, slots=True)
class Clock:
    """The days from which words of time are seen."""

    published: date
    # The day of speaking: that of "today" inside quoted words.
    spoken: date
    is_english: bool = False


def clock_of(times: TimeWords, published: date, known: list[Mention]) -> Clock:
    """Find the day of speaking: who speaks in a paper says "today" of the day before.

    The reporter's «أمس» tells so; so does the day of the event, where the text names no
    other; and so do month names paired in brackets, a habit of the printed dailies.
    """
    is_english = times.language == "en"
    own = {word.value for word in times.all("day") if _is_own(times, word)}
    day_before = published - timedelta(days=1)
    if "-1" in own and "0" not in own:
        return Clock(published, day_before, is_english)
    if own:
        return Clock(published, published, is_english)
    named = _first_day(times, published, known)
    if named is not None:
        return Clock(published, named, is_english)
    is_paired = any(mention.is_paired for mention in known)
    return Clock(published, day_before if is_paired else published, is_english)


def _first_day(times: TimeWords, published: date, known: list[Mention]) -> date | None:
    """Return the first day that the lead names outside quoted words, if it is recent."""
    places: list[tuple[int, date]] = [
        (mention.first, mention.interval.first)
        for mention in known
        if mention.precision == "day" and times.before("since", mention.first) is None
    ]
    for word in times.all("weekday"):
        if not between_marks(times.passage, word.first) and times.is_name(word):
            leans = 1 if leaning(times, word.first) == AHEAD else None
            day = almanac.weekday_near(int(word.value), published, leans)
            places.append((word.first, day))
    for place, day in sorted(places):
        if place > _LEAD:
            return None
        if 0 <= (published - day).days <= _RECENT_DAYS and day != published:
            return day
    return None


_RECENT_DAYS = 31
# The lead of an article, in tokens, names the day of the event.
_LEAD = 150


def _is_own(times: TimeWords, word: Word) -> bool:
    """Say whether a day is the reporter's own: «اليوم السبت», «أمس» outside marks."""
    if word.value == "0" and _weekday_after(times, word.last) is None:
        return not _is_said(times, word.first)
    return not between_marks(times.passage, word.first)


# «اليوم» after these is a noun: "on the first day", "that day".
_DAY_NOUN = frozenset("ذلك نفس روسيا مصر صحيفه المصري قناه usa russia".split())
_NOT_TODAY = frozenset(
    "الاول الثاني الثالث العالمي الوطني التالي نفسه الدولي السابع الاخير الدراسي الذي الواحد "
    "الثانيه الثالثه الرابعه الخامسه السادسه السابق الفايت الماضي المقبل ذاته الحاجه".split()
)


def days(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    """Return what is told as today, yesterday or tomorrow."""
    for word in times.all("day"):
        before, after = times.word(word.first - 1), times.word(word.last)
        if after in _NOT_TODAY or (word.value == "0" and before in _DAY_NOUN):
            continue
        if before == "'" and times.language == "en":
            continue
        yield _day(times, word, clock)


def _day(times: TimeWords, word: Word, clock: Clock) -> Mention:
    first, last, clitic = with_dayparts(times, word.first, word.last, word.clitic)
    weekday = _weekday_after(times, last)
    anchor = clock.published
    if word.value == "0" and weekday is None and _is_said(times, word.first):
        anchor = clock.spoken
    if weekday is not None:
        last = weekday
    bracketed = _bracketed_day(times, last)
    if bracketed is not None:
        last, offset = bracketed
        anchor, word = clock.published, word._replace(value=offset)
    there = almanac.shifted("day", anchor, int(word.value))
    interval = there or Interval(anchor, anchor)
    is_night = times.words[word.first : word.last] == ["cette", "nuit"]
    if is_night and leaning(times, word.first) == BEHIND:
        interval = Interval(anchor - timedelta(days=1), anchor)
    return Mention(
        first, last, clitic, interval, "day", "dates.today",
        "seen from the day of speaking" if anchor != clock.published else
        "seen from the day of publication",
    )  # fmt: skip


def _is_said(times: TimeWords, token: int) -> bool:
    """Say whether a speaker's "today" is meant; indirect speech keeps it in Arabic only."""
    if times.language == "ar":
        return in_speech(times.passage, token)
    return between_marks(times.passage, token)


def _bracketed_day(times: TimeWords, token: int) -> tuple[int, str] | None:
    """Read the editor's day behind a speaker's: «اليوم (أمس)»."""
    if times.word(token) != "(":
        return None
    word = times.at("day", token + 1)
    if word is None or times.word(word.last) != ")":
        return None
    return word.last + 1, word.value


def _weekday_after(times: TimeWords, token: int) -> int | None:
    """Return the token after a weekday that explains a day: «أمس السبت»."""
    place = token + (times.word(token) in ("(", "،", ","))
    weekday = times.at("weekday", place)
    if weekday is None or weekday.clitic:
        return None
    is_bracketed = times.word(token) == "(" and times.word(weekday.last) == ")"
    return weekday.last + is_bracketed


def with_dayparts(
    times: TimeWords, first: int, last: int, clitic: int
) -> tuple[int, int, int]:
    """Take in the part of the day: «مساء أمس», "hier soir", "Friday night"."""
    if times.language == "ar":
        word = times.before("daypart", first)
        if word is not None and clitic == 0:
            return word.first, last, word.clitic
        return first, last, clitic
    place = last + (times.word(last) in ("-",))
    word = times.at("daypart", place)
    return first, word.last if word else last, clitic


def nows(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    """Return the words for now, on which two readers may differ."""
    for word in times.all("now"):
        yield Mention(
            word.first, word.last, word.clitic, Interval(clock.spoken, clock.spoken),
            "day", "dates.now", "a word for now", is_doubtful=True,
        )  # fmt: skip
