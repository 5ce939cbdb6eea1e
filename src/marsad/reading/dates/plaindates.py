"""Dates in digits alone, and years: 10/28/2014, 2014-10-28, «العام 2014», "fin 2012"."""

import re
from collections.abc import Iterator
from datetime import date

from marsad.reading.dates import almanac
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.timewords import TimeWords
from marsad.reading.findings import Interval
from marsad.reading.numbers.bracketed import is_listed
from marsad.reading.numbers.counted import counted_at

_NUMERIC = re.compile(
    r"(?:(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<t>[-/.])(?P<b>\d{1,2})(?P=t)(?P<c>\d{4}|\d{2})"
    r"|(?P<n>\d{1,2})/(?P<z>(?:19|20)\d\d))(?![\d/\-]|\.\d)"
)


def _matches(times: TimeWords) -> list[re.Match[str]]:
    """Return what is written as a date in digits, tried where a row of digits begins."""
    passage, words = times.passage, times.words
    found: list[re.Match[str]] = []
    for token in times.rows:
        is_dotted = words[token].count(".") == 2
        if not is_dotted and words[token + 1 : token + 2] not in (["/"], ["-"]):
            continue
        if passage.touches(token) and words[token - 1] in _JOINED:
            continue
        match = _NUMERIC.match(passage.text, passage.tokens.starts[token])
        if match is not None:
            found.append(match)
    return found


_JOINED = frozenset(["/", "-", "."])


def numeric_dates(times: TimeWords, published: date | None) -> list[Mention]:
    """Return the dates written in digits, day or month first as the text shows."""
    matches = _matches(times)
    order = _order(matches)
    mentions: list[Mention] = []
    for match in matches:
        if match["z"]:
            mentions.extend(_digit_month(times, match))
            continue
        found = _numeric(match, order, published)
        if found is not None:
            mentions.append(_mention(times, match, *found))
    return mentions


def _digit_month(times: TimeWords, match: re.Match[str]) -> Iterator[Mention]:
    """Yield the month written in digits: 11/2016."""
    if 1 <= int(match["n"]) <= 12:
        first, last = _tokens(times, match)
        interval = almanac.month_of(int(match["z"]), int(match["n"]))
        yield Mention(
            first, last, 0, interval, "month", "dates.digits", "a month in digits"
        )


def _tokens(times: TimeWords, match: re.Match[str]) -> tuple[int, int]:
    tokens = times.passage.tokens
    return tokens.at(match.start()), tokens.at(match.end() - 1) + 1


def _order(matches: list[re.Match[str]]) -> str:
    """Return "dm" or "md" where a date of the text can only be read so, else ""."""
    for match in matches:
        if match["a"] and int(match["a"]) > 12:
            return "dm"
        if match["b"] and int(match["b"]) > 12:
            return "md"
    return ""


def _numeric(
    match: re.Match[str], order: str, published: date | None
) -> tuple[date, bool] | None:
    """Return the day and whether day and month may be the other way round."""
    if match["y"]:
        there = almanac.day(int(match["y"]), int(match["m"]), int(match["d"]))
        return (there, False) if there else None
    year = _full_year(match["c"])
    if len(match["c"]) == 2 and match["t"] == ".":
        # 23.07.24 is a date where the text is of that time, and else a number.
        there = almanac.day(year, int(match["b"]), int(match["a"]))
        is_near = there and published and abs((there - published).days) <= _NEAR_DAYS
        return (there, False) if there and is_near else None
    day_first = almanac.day(year, int(match["b"]), int(match["a"]))
    month_first = almanac.day(year, int(match["a"]), int(match["b"]))
    if day_first is None or month_first is None or day_first == month_first:
        there = day_first or month_first
        return (there, False) if there else None
    if order:
        return (day_first if order == "dm" else month_first), False
    if published is not None and month_first == published:
        return month_first, False
    return day_first, day_first != published


def _full_year(digits: str) -> int:
    """Return the year of four or two digits: 89 is 1989."""
    if len(digits) == 4:
        return int(digits)
    return (1900 if int(digits) > _LATEST else 2000) + int(digits)


_NEAR_DAYS = 400
# Two digits above this are of the last century.
_LATEST = 40


def _mention(
    times: TimeWords,
    match: re.Match[str],
    there: date,
    is_open: bool,  # noqa: FBT001
) -> Mention:
    first, last = _tokens(times, match)
    why = "a date in digits"
    if is_open:
        why += "; day and month may be the other way round"
    return Mention(first, last, 0, Interval(there, there), "day", "dates.digits", why)


# -- years -----------------------------------------------------------------------------

_BEFORE_YEAR = frozenset(
    "في عام العام سنه السنه لعام لسنه منذ حتي خلال قبل بعد بحلول من الي بين عامي و ل ب in since "
    "until by from to of during before after between and en depuis jusqu a de d fin debut mi "
    "annee an l' et entre early late mid year circa through till".split()
)
# A number after these is a name, though it looks like a year.
_NAMES = frozenset(
    "القرار قرار رقم resolution no n numero article room highway route flight الماده boeing "
    "windows القانون عدد $ £ € # § + x".split()
)
_SHARED = frozenset(
    ["-", "–", "—", "/", "to", "and", "et", "a", "الي", "و", "حتي", "وحتي", "au"]
)
# Tunisian papers part decimals by this letter: «152ر2016 مليون».
_POINT = "ر"
_BETWEEN = frozenset(["between", "from", "entre", "de", "بين", "من", "during"])


def years(times: TimeWords, taken: set[int]) -> list[Mention]:
    """Return the years that stand alone, with «عام» and parts: «منتصف عام 2014»."""
    mentions: list[Mention] = []
    end = 0
    for token, year in _year_tokens(times, taken):
        if token < end or not _is_year(times, token, year):
            continue
        mention = _year_mention(times, token, year, end)
        mentions.append(mention)
        end = mention.last
    return mentions


def _year_tokens(times: TimeWords, taken: set[int]) -> Iterator[tuple[int, int]]:
    for token in times.rows:
        year = times.year(token)
        if year is not None and token not in taken:
            yield token, year


def _is_year(times: TimeWords, token: int, year: int) -> bool:
    before, after = times.word(token - 1), times.word(token + 1)
    if _is_hijri(times, token):
        return True
    if before == "(" and is_listed(times.passage, token):
        return False
    if before in _NAMES or after in ("%", "€", "$", "£") or _is_low_end(times, token):
        return False
    joined = _joined_year(times, token)
    if joined is not None:
        return joined
    if year < 1800 and times.before("span", token) is None:
        return before in ("in", "en", "في", "since", "depuis") and year >= 1400
    if after == "s":
        return times.passage.touches(token + 1) and year % 10 == 0
    if times.before("span", token) is not None:
        return True
    counted = counted_at(times.passage, token + 1, year)
    is_known = counted is not None and counted.is_known and counted.last - token <= 3
    return not is_known or (before in _BEFORE_YEAR and times.language == "en")


def _joined_year(times: TimeWords, token: int) -> bool | None:
    """Say whether signs or letters joined to digits make them a year or a name."""
    passage = times.passage
    before, after = times.word(token - 1), times.word(token + 1)
    if before == _POINT and passage.touches(token) and passage.touches(token - 1):
        return False
    if passage.touches(token) and (
        before in "./:#@_+" or (before == "-" and _is_letter(times, token - 2))
    ):
        return before == "-" and times.before("part", token - 1) is not None
    is_suffix = after in ("s", "م", "ه")
    if passage.touches(token + 1) and after[:1].isalpha() and not is_suffix:
        return False
    return None


def _is_low_end(times: TimeWords, token: int) -> bool:
    """Say whether a count looks like a year: "from 2000 to 200 a month"."""
    if times.word(token - 1) not in ("from", "من"):
        return False
    if times.word(token + 1) not in ("to", "الي"):
        return False
    is_number = times.word(token + 2)[:1].isdigit()
    is_date = times.year(token + 2) is not None or token + 3 in times.months
    return is_number and not is_date


def _is_letter(times: TimeWords, token: int) -> bool:
    return times.word(token)[:1].isalpha()


def _is_hijri(times: TimeWords, token: int) -> bool:
    return (
        times.word(token + 1) in ("ه", "هجري", "هجريه", "هجريا")
        and int(times.word(token)) < 1600
    )


def _year_mention(times: TimeWords, token: int, year: int, end: int) -> Mention:
    first, last, clitic, why = token, token + 1, 0, "a year"
    interval, precision = almanac.year_of(year), "year"
    if _is_hijri(times, token):
        interval, last = almanac.hijri_year(year) or interval, token + 2
    elif (
        times.word(first - 1) == "annees" and year % 10 == 0 and times.language == "fr"
    ):
        interval, precision = (
            almanac.shifted("decade", date(year, 1, 1), 0) or interval,
            "range",
        )
        first -= 1
    elif times.word(last) == "s" and times.passage.touches(last):
        interval, precision = (
            almanac.shifted("decade", date(year, 1, 1), 0) or interval,
            "range",
        )
        last += 1
    else:
        second = _second_year(times, last, year, first)
        if second is not None:
            interval = Interval(interval.first, almanac.year_of(second[1]).last)
            precision, last, why = "range", second[0], "two years and what lies between"
    word = times.before("span", first)
    if word is not None and word.value == "year" and word.first >= end:
        first, clitic = word.first, word.clitic
    return _with_part(
        times, Mention(first, last, clitic, interval, precision, "dates.year", why), end
    )


def _second_year(
    times: TimeWords, place: int, year: int, first: int
) -> tuple[int, int] | None:
    """Return the end of a range of years: 2011-2014, "between 2011 and 2014"."""
    joiner = times.word(place)
    if joiner not in _SHARED:
        return None
    second = times.year(place + 1)
    if second is None and joiner in "-–/" and times.passage.touches(place + 1):
        short = times.word(place + 1)
        if len(short) == 2 and short.isdigit() and int(short) > year % 100:
            second = year // 100 * 100 + int(short)
    if second is None or not year < second <= year + 200:
        return None
    before = {times.word(first - 1), times.word(first - 2)}
    is_pair = joiner in ("and", "et", "و", "a", "to", "الي", "حتي", "وحتي", "au")
    if joiner in ("and", "et", "و") and second == year + 1:
        return place + 2, second
    if is_pair and not before & _BETWEEN and times.word(first - 1) != "عامي":
        return None
    return place + 2, second


def _with_part(times: TimeWords, mention: Mention, end: int) -> Mention:
    """Take in the part or the season before a year: «منتصف عام 2014», "mid-2014"."""
    place = mention.first
    while times.word(place - 1) in ("-", "the", "l", "'", "de", "of") and place > end:
        place -= 1
    part = times.before("part", place) or times.before("part", mention.first)
    season = times.before("season", place) or times.before("season", mention.first)
    year = mention.interval.first.year
    if season is not None and season.first >= end and mention.precision == "year":
        return Mention(
            season.first, mention.last, season.clitic,
            almanac.season_of(year, int(season.value)), "season", "dates.season",
            "a season of a year",
        )  # fmt: skip
    if part is None or part.first < end or mention.precision != "year":
        return mention
    return Mention(
        part.first, mention.last, part.clitic, almanac.part_of(mention.interval, part.value),
        "range", "dates.year", "a part of a year",
        is_doubtful=part.value != "mid" or times.language != "ar",
    )  # fmt: skip
