"""Dates told from the day of the text: yesterday, weekdays, «العام الماضي», "two years ago".

Each is seen from the day of publication; «اليوم» in speech is seen from the day of
speaking. Without a known day nothing here is resolved.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from marsad.reading import almanac
from marsad.reading.findings import Interval
from marsad.reading.monthdates import Mention
from marsad.reading.numbers import Number
from marsad.reading.timewords import TimeWords, Word, between_marks, in_speech
from marsad.reading.units import unit_at

LENGTHS = "dates.length"


@dataclass(frozen=True, slots=True)
class Clock:
    """The days from which words of time are seen."""

    published: date
    # The day of speaking: that of "today" inside quoted words.
    spoken: date


def clock_of(times: TimeWords, published: date, known: list[Mention]) -> Clock:
    """Find the day of speaking: who speaks in a paper says "today" of the day before.

    The reporter's «أمس» tells so; so does the day of the event, where the text names no
    other; and so do month names paired in brackets, a habit of the printed dailies.
    """
    own = {word.value for word in times.all("day") if _is_own(times, word)}
    day_before = published - timedelta(days=1)
    if "-1" in own and "0" not in own:
        return Clock(published, day_before)
    if own:
        return Clock(published, published)
    named = _first_day(times, published, known)
    if named is not None:
        return Clock(published, named)
    is_paired = any(mention.is_paired for mention in known)
    return Clock(published, day_before if is_paired else published)


def _first_day(times: TimeWords, published: date, known: list[Mention]) -> date | None:
    """Return the first day that the lead names outside quoted words, if it is recent."""
    places: list[tuple[int, date]] = [
        (mention.first, mention.interval.first)
        for mention in known
        if mention.precision == "day"
    ]
    for word in times.all("weekday"):
        if not between_marks(times.passage, word.first) and _is_capital(times, word):
            day = almanac.weekday_near(int(word.value), published, None)
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


def relative_dates(
    times: TimeWords, clock: Clock, taken: set[int], numbers: list[Number]
) -> list[Mention]:
    """Return what is told from the day of the text, outside the taken tokens."""
    mentions = [
        *_days(times, clock),
        *_weekdays(times, clock),
        *_stretches(times, clock),
        *_holidays(times, clock),
        *_lengths(times, clock, numbers),
        *_nows(times, clock),
    ]
    mentions.sort(key=lambda mention: (mention.first, -mention.last))
    kept: list[Mention] = []
    end = 0
    for mention in mentions:
        is_free = not any(
            token in taken for token in range(mention.first, mention.last)
        )
        if mention.first >= end and is_free:
            kept.append(mention)
            end = mention.last
    return kept


# -- today, yesterday, tomorrow ----------------------------------------------------------

# «اليوم» after these is a noun: "on the first day", "that day".
_DAY_NOUN = frozenset("ذلك نفس روسيا مصر صحيفه المصري قناه usa russia".split())
_NOT_TODAY = frozenset(
    "الاول الثاني الثالث العالمي الوطني التالي نفسه الدولي السابع الاخير الدراسي الذي الواحد "
    "السابق الفايت الماضي المقبل ذاته الحاجه".split()
)


def _days(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    for word in times.all("day"):
        before, after = times.word(word.first - 1), times.word(word.last)
        if after in _NOT_TODAY or (word.value == "0" and before in _DAY_NOUN):
            continue
        if before == "'" and times.language == "en":
            continue
        yield _day(times, word, clock)


def _day(times: TimeWords, word: Word, clock: Clock) -> Mention:
    first, last, clitic = _with_dayparts(times, word.first, word.last, word.clitic)
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


def _with_dayparts(
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


# -- weekdays -----------------------------------------------------------------------------

_NOT_WEEKDAY = frozenset(
    "صلاه خطبه مجموعه كل ايام مسجد every each chaque les black good bloody news".split()
)
# Papers that carry a weekday in their names.
_PAPERS = frozenset(
    "times telegraph mirror express herald mail sun post star world mercury".split()
)


def _weekdays(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    for word in times.all("weekday"):
        before = times.word(word.first - 1)
        if before in _NOT_WEEKDAY or times.word(word.last) in _PAPERS:
            continue
        if _is_capital(times, word):
            yield _weekday(times, word, clock)


def _is_capital(times: TimeWords, word: Word) -> bool:
    return times.language != "en" or times.passage.written(word.first)[0].isupper()


def _weekday(times: TimeWords, word: Word, clock: Clock) -> Mention:
    first, last, clitic = word.first, word.last, word.clitic
    span = times.before("span", first)
    if span is not None and span.value == "day" and not clitic:
        first, clitic = span.first, span.clitic
    before = times.before("shift", first)
    after = times.at("shift", last)
    shift: int | None = None
    if before is not None and times.language == "en":
        shift, first = int(before.value), before.first
    elif after is not None and times.language != "en" and not after.clitic:
        shift, last = int(after.value), after.last
    first, last, clitic = _with_dayparts(times, first, last, clitic)
    direction = shift
    if (
        shift is None
        and times.is_ahead(first)
        and int(word.value) != clock.published.weekday()
    ):
        direction = 1
    there = almanac.weekday_near(int(word.value), clock.published, direction or None)
    if shift == 0:
        there = almanac.week_of(clock.published).first + timedelta(days=int(word.value))
    return Mention(
        first, last, clitic, Interval(there, there), "day", "dates.weekday",
        "a weekday, told from the day of publication",
    )  # fmt: skip


def _second_weekday(times: TimeWords, word: Word, last: int) -> Word | None:
    """Return the weekday behind another: "jeudi et vendredi prochains"."""
    if times.word(last) in ("and", "et", "to", "au", "-", "–", "الي"):
        return times.at("weekday", last + 1)
    second = times.at("weekday", last)
    return second if second is not None and second.clitic and not word.clitic else None


def _shift_behind(times: TimeWords, token: int) -> int | None:
    shift = times.at("shift", token)
    return int(shift.value) if shift is not None and times.language != "en" else None


# -- last year, this week, next month ------------------------------------------------------


def _stretches(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    for word in times.all("span"):
        found = _stretch(times, word, clock)
        if found is not None:
            yield _with_part(times, found)
    for word in times.all("season"):
        found = _season(times, word, clock)
        if found is not None:
            yield found


def _stretch(times: TimeWords, word: Word, clock: Clock) -> Mention | None:
    if word.value in ("day", "century"):
        return None
    side = _shift_beside(times, word)
    if side is None:
        return _past_year(times, word, clock)
    first, last, clitic, shift = side
    interval = almanac.shifted(word.value, clock.published, shift)
    if interval is None:
        return None
    is_week = word.value == "week" and times.language == "en"
    is_part = times.word(first - 1) in ("earlier", "later") and shift == 0
    return Mention(
        first - is_part,
        last,
        clitic,
        interval,
        word.value if word.value in ("month", "year") else "range",
        "dates.stretch",
        f"the {word.value} told from that of publication",
        is_doubtful=is_part or (shift == 0 and is_week),
    )


def _past_year(times: TimeWords, word: Word, clock: Clock) -> Mention | None:
    """Read «العام الأخير»: the twelve months up to the day of speaking."""
    if word.value != "year" or times.word(word.last) != "الاخير":
        return None
    first = almanac.months_after(clock.spoken, -12) + timedelta(days=1)
    return Mention(
        word.first, word.last + 1, word.clitic, Interval(first, clock.spoken), "year",
        "dates.stretch", "the twelve months up to the day of speaking",
    )  # fmt: skip


def _shift_beside(times: TimeWords, word: Word) -> tuple[int, int, int, int] | None:
    """Return first, last, clitic and distance of a stretch with its shift word."""
    after, before = times.at("shift", word.last), times.before("shift", word.first)
    if times.language == "ar":
        return _arabic_shift(times, word, after, before)
    if times.language == "en":
        if before is None or times.word(before.first) in ("past", "previous"):
            return None
        if times.word(word.last) == "of":
            return None
        return before.first, word.last, 0, int(before.value)
    return _french_shift(times, word, after, before)


_PLURAL_SHIFTS = frozenset(
    "derniers dernieres prochains prochaines passes passees".split()
)


def _french_shift(
    times: TimeWords, word: Word, after: Word | None, before: Word | None
) -> tuple[int, int, int, int] | None:
    last = word.last
    if before is not None and times.word(before.first) in ("ce", "cette"):
        if times.word(last) == "-" and times.word(last + 1) == "la":
            return None
        last += 2 * (times.word(last) == "-" and times.word(last + 1) == "ci")
        return before.first, last, 0, 0
    shift = before or after
    if shift is None or times.word(shift.first) in _PLURAL_SHIFTS:
        return None
    first, last = min(word.first, shift.first), max(last, shift.last)
    return first, last, word.clitic, int(shift.value)


def _arabic_shift(
    times: TimeWords, word: Word, after: Word | None, before: Word | None
) -> tuple[int, int, int, int] | None:
    is_definite = times.word(word.first)[word.clitic :].startswith(("ال", "ل")) or (
        word.value == "weekend"
    )
    if not is_definite:
        return None
    if (
        after is not None
        and not after.clitic
        and not times.word(after.first).startswith("هذ")
    ):
        return word.first, after.last, word.clitic, int(after.value)
    if before is not None and times.word(before.first).endswith(("هذا", "هذه")):
        return before.first, word.last, before.clitic, 0
    return None


def _with_part(times: TimeWords, mention: Mention) -> Mention:
    """Take in a part before the stretch: «نهاية العام الجاري», "the end of this year"."""
    place = mention.first
    while times.word(place - 1) in ("the", "l", "'", "de", "of") and place > 0:
        place -= 1
    part = times.before("part", place) or times.before("part", mention.first)
    if part is None or mention.clitic:
        return mention
    return replace(
        mention, first=part.first, clitic=part.clitic, precision="range", is_doubtful=True,
        interval=almanac.part_of(mention.interval, part.value), why="a part of a stretch",
    )  # fmt: skip


def _season(times: TimeWords, word: Word, clock: Clock) -> Mention | None:
    side = _shift_beside(times, word._replace(value="weekend"))
    if side is None:
        return _bare_season(times, word, clock)
    first, last, clitic, shift = side
    year = clock.published.year
    interval = almanac.season_of(year, int(word.value))
    if shift == -1 and interval.last >= clock.published:
        interval = almanac.season_of(year - 1, int(word.value))
    if shift == 1 and interval.first <= clock.published:
        interval = almanac.season_of(year + 1, int(word.value))
    return _season_mention(first, last, clitic, interval)


def _season_mention(first: int, last: int, clitic: int, interval: Interval) -> Mention:
    return Mention(
        first, last, clitic, interval, "season", "dates.season",
        "a season beside the day of publication",
    )  # fmt: skip


_BEFORE_SEASON = frozenset(
    "the in since by until before this early late au en l ' cet ce le avant depuis في خلال منذ "
    "قبل بحلول هذا مع حلول فصل".split()
)
_NOT_SEASON = frozenset(["of", "العربي", "ام", "camp", "break", "offensive", "arabe"])


def _bare_season(times: TimeWords, word: Word, clock: Clock) -> Mention | None:
    """Read "in the autumn", "au printemps", «في الصيف»: the nearest one."""
    before, after = times.word(word.first - 1), times.word(word.last)
    if before not in _BEFORE_SEASON or after in _NOT_SEASON or word.clitic:
        return None
    is_verb = times.language == "en" and before not in ("the", "in", "since", "by", "this")
    if is_verb and before not in ("until", "before", "early", "late"):
        return None
    if times.language == "ar" and not times.word(word.first).startswith("ال"):
        return None
    year = clock.published.year
    near = [almanac.season_of(one, int(word.value)) for one in (year - 1, year, year + 1)]
    if times.is_ahead(word.first):
        near = [one for one in near if one.last >= clock.published]
    elif times.word(word.first - 1) in ("since", "depuis", "منذ"):
        near = [one for one in near if one.first <= clock.published]
    interval = min(near, key=lambda one: abs((one.first - clock.published).days))
    return _season_mention(word.first, word.last, 0, interval)


def _holidays(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    for word in times.all("holiday"):
        month, number = (int(part) for part in word.value.split("-"))
        is_ahead = times.is_ahead(word.first)
        year = almanac.year_for(month, number, clock.published, is_ahead=is_ahead)
        there = date(year, month, number)
        yield Mention(
            word.first, word.last, word.clitic, Interval(there, there), "day",
            "dates.holiday", "a feast with a fixed day",
        )  # fmt: skip


# -- lengths of time: three years ago, the last two weeks ------------------------------------


def _lengths(
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
    if unit == "week":
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


# -- now, since then -------------------------------------------------------------------------


def _nows(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    for word in times.all("now"):
        yield Mention(
            word.first, word.last, word.clitic, Interval(clock.spoken, clock.spoken),
            "day", "dates.now", "a word for now", is_doubtful=True,
        )  # fmt: skip
