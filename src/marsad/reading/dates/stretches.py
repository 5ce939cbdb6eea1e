"""Stretches of the calendar: last year, «الشهر المقبل», cette semaine, the autumn, Noël."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from marsad.reading.dates import almanac
from marsad.reading.dates.days import Clock
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.tenses import AHEAD, BEHIND, leaning
from marsad.reading.dates.timewords import TimeWords, Word
from marsad.reading.findings import Interval


def stretches(times: TimeWords, clock: Clock) -> Iterator[Mention]:
    """Return the weeks, months, years and seasons told from the day of publication."""
    for word in times.all("span"):
        found = _stretch(times, word, clock)
        if found is not None:
            yield _day_of(times, found) or _with_part(times, found)
    for word in times.all("season"):
        found = _season(times, word, clock)
        if found is not None:
            yield found


def _stretch(times: TimeWords, word: Word, clock: Clock) -> Mention | None:
    if word.value == "day":
        return None
    side = _shift_beside(times, word)
    if side is None:
        return _past_year(times, word, clock)
    first, last, clitic, shift = side
    if word.value == "weekend" and shift == 0 and _is_just_over(times, first, clock):
        shift = -1
    if word.value != "weekend" and _is_length(times, first, shift):
        length = almanac.length_before(word.value, 1, clock.published)
        return Mention(
            first, last, clitic, length, "range", "dates.stretch",
            "a length of time up to the day of publication", is_doubtful=True,
        )  # fmt: skip
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
        is_doubtful=is_part or (shift == 0 and is_week) or word.value == "century",
    )


def _is_just_over(times: TimeWords, first: int, clock: Clock) -> bool:
    """Say whether "this weekend" is the one before, as it is early in the week."""
    leans = leaning(times, first)
    if leans == AHEAD or clock.published.weekday() >= _MIDWEEK:
        return False
    return leans == BEHIND or clock.published.weekday() == 0


def _is_length(times: TimeWords, first: int, shift: int) -> bool:
    """Say whether "over the last year" tells twelve months and no calendar year."""
    is_told = times.word(first - 1) == "the" and times.language == "en"
    return is_told and shift == -1 and times.word(first - 2) in ("over", "in", "during")


def decades(times: TimeWords) -> Iterator[Mention]:
    """Return the decades told in words: «تسعينيات القرن الماضي»."""
    for word in times.all("decade"):
        after = times.words[word.last : word.last + 2]
        if after[:1] == ["من"] and after[1:] and after[1].startswith(("عمر", "العمر")):
            continue
        last = word.last
        if after and after[0] == "القرن":
            last += 2
        first = date(int(word.value), 1, 1)
        interval = Interval(first, date(first.year + 9, 12, 31))
        yield Mention(
            word.first, min(last, len(times.words)), word.clitic, interval, "range",
            "dates.decade", "a decade in words",
        )  # fmt: skip


_MIDWEEK = 3


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
        if word.value == "weekend" and times.word(word.first - 1) == "the":
            is_told = times.word(word.first - 2) in _BY_WEEKEND
            return (word.first, word.last, 0, 0) if is_told else None
        if before is None or times.word(before.first) in ("past", "previous"):
            return None
        if times.word(word.last) == "of":
            return None
        return before.first, word.last, 0, int(before.value)
    return _french_shift(times, word, after, before)


_BY_WEEKEND = frozenset("over during at until before by till".split())
_PLURAL_SHIFTS = frozenset(
    "derniers dernieres prochains prochaines passes passees".split()
)


def _french_shift(
    times: TimeWords, word: Word, after: Word | None, before: Word | None
) -> tuple[int, int, int, int] | None:
    last = word.last
    if before is not None and times.word(before.first) in ("ce", "cet", "cette"):
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


def _day_of(times: TimeWords, month: Mention) -> Mention | None:
    """Read «12 من الشهر الجاري», "le 12 du mois courant"."""
    if month.precision != "month" or times.word(month.first - 1) not in (
        "من",
        "du",
        "of",
    ):
        return None
    number = times.number(month.first - 2)
    first = month.interval.first
    day = almanac.day(first.year, first.month, number) if number is not None else None
    if day is None:
        return None
    return replace(
        month, first=month.first - 2, clitic=0, interval=Interval(day, day),
        precision="day", why="a day of a month told from that of publication",
    )  # fmt: skip


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
    is_verb = times.language == "en" and before not in (
        "the",
        "in",
        "since",
        "by",
        "this",
    )
    if is_verb and before not in ("until", "before", "early", "late"):
        return None
    if times.language == "ar" and not times.word(word.first).startswith("ال"):
        return None
    year = clock.published.year
    near = [
        almanac.season_of(one, int(word.value)) for one in (year - 1, year, year + 1)
    ]
    leans = leaning(times, word.first)
    if leans == AHEAD:
        near = [one for one in near if one.last >= clock.published]
    elif leans == BEHIND:
        near = [one for one in near if one.first <= clock.published]
    interval = min(near, key=lambda one: abs((one.first - clock.published).days))
    return _season_mention(word.first, word.last, 0, interval)
