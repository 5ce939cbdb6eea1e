"""The parts of a date around the name of a month, gathered from both sides of it.

Day or days, weekday, the second name of the month, year, and the part of the month.
"""

from dataclasses import dataclass

from marsad.reading.dates.timewords import Month, TimeWords


@dataclass(slots=True)
class Parts:
    """The parts of a date around a month, gathered from the words on both sides."""

    month: Month
    first: int
    last: int
    clitic: int
    day: int | None = None
    day_from: int | None = None
    day_to: int | None = None
    year: int | None = None
    shift: int | None = None
    part: str | None = None
    has_word: bool = False
    is_paired: bool = False


_OF = frozenset(["من", "of", "de", "d", "'", "du", "the"])
_JOINERS = frozenset(
    [
        "و",
        "-",
        "–",
        "—",
        "to",
        "et",
        "au",
        "a",
        "الي",
        "حتي",
        "وحتي",
        "and",
        "ou",
        "or",
        "او",
        "/",
        "until",
        "through",
    ]
)
_DAY_SUFFIXES = frozenset(["st", "nd", "rd", "th", "er", "ere"])


def gather(times: TimeWords, month: Month) -> Parts:
    """Gather the parts of a date around the name of a month."""
    parts = Parts(month, month.first, month.last, month.clitic)
    _take_pair(times, parts)
    _take_left_day(times, parts)
    if parts.day is None:
        _take_right_day(times, parts)
    _take_year(times, parts)
    _take_part(times, parts)
    _take_weekday(times, parts)
    return parts


_PAIR_SIGNS = frozenset(["(", "/", "-", "،", "["])


def _take_pair(times: TimeWords, parts: Parts) -> None:
    """Take the second name of the month: «(يونيو)», "/حزيران"."""
    sign = times.word(parts.last)
    place = parts.last + (sign in _PAIR_SIGNS)
    twin = times.months.get(place)
    if twin is None:
        return
    if twin.number != parts.month.number or twin.calendar != parts.month.calendar:
        return
    parts.is_paired = sign in ("(", "[")
    parts.last = twin.last + (times.word(twin.last) in (")", "]"))


# -- days ----------------------------------------------------------------------------


def _take_left_day(times: TimeWords, parts: Parts) -> None:
    """Take the day before the month, with «شهر» and "of" between."""
    place = parts.first
    word = times.before("span", place)
    if parts.month.clitic == 0 and word is not None and word.value == "month":
        place, parts.first, parts.clitic = word.first, word.first, word.clitic
        parts.has_word = True
    while times.word(place - 1) in _OF and place > 0:
        place -= 1
    if parts.month.clitic and not parts.has_word:
        return
    found = _day_before(times, place)
    if found is None:
        _step_into_word(times, parts, place)
        return
    first, number = found
    parts.day, parts.first, parts.clitic = number, first, _ordinal_clitic(times, first)
    _take_range(times, parts)


def _step_into_word(times: TimeWords, parts: Parts, place: int) -> None:
    """Take "month of", "mois de" in front of the name."""
    word = times.before("span", place)
    if times.language == "en":
        # "The month of August 2024" is August 2024.
        return
    if word is not None and word.value == "month" and place < parts.first:
        parts.first, parts.clitic, parts.has_word = word.first, word.clitic, True


def _day_before(times: TimeWords, place: int) -> tuple[int, int] | None:
    """Return where the day that ends at a token begins, and its number."""
    if place > 1 and times.word(place - 1) in _DAY_SUFFIXES:
        place -= 1
    number = times.number(place - 1)
    if number is not None:
        is_joined = times.word(place - 2) in ("/", ".", ":") and times.passage.touches(
            place - 1
        )
        return None if is_joined else (place - 1, number)
    ordinal = times.before("ordinal", place)
    if ordinal is not None and times.before("piece", ordinal.first) is None:
        return ordinal.first, int(ordinal.value)
    return None


def _ordinal_clitic(times: TimeWords, token: int) -> int:
    ordinal = times.at("ordinal", token)
    return ordinal.clitic if ordinal else 0


def _take_range(times: TimeWords, parts: Parts) -> None:
    """Take the day before the day: "16 et 17", «21 وحتى 31», "3-5"."""
    place = parts.first
    if times.word(place - 1) in ("le", "the") and place > 1:
        place -= 1
    joiner = times.word(place - 1)
    if joiner == "حتي" and times.word(place - 2) == "و":
        place -= 1
    if joiner not in _JOINERS:
        return
    found = _day_before(times, place - 1)
    if found is None or parts.day is None or found[1] >= parts.day:
        return
    parts.day_from, parts.first = found[1], found[0]
    parts.clitic = _ordinal_clitic(times, found[0])
    _take_list(times, parts)
    if times.word(parts.first - 1) == "من" and joiner in ("حتي", "وحتي", "الي"):
        parts.first -= 1


def _take_list(times: TimeWords, parts: Parts) -> None:
    """Take further days before the days: "4, 5 et 6 mai", «4 و5 و6 مايو»."""
    for _ in range(_LIST):
        number = times.number(parts.first - 2)
        is_listed = times.word(parts.first - 1) in (",", "،", "و")
        if number is None or not is_listed or number >= (parts.day_from or 0):
            return
        parts.first, parts.day_from = parts.first - 2, number


_LIST = 4


def _take_right_day(times: TimeWords, parts: Parts) -> None:
    """Take the day after an English month: "July 20", "July 20-22"."""
    if times.language != "en":
        return
    place = parts.last + (times.word(parts.last) == ".")
    number = times.number(place)
    if number is None:
        return
    parts.day, parts.last = number, place + 1
    if times.word(parts.last) in _DAY_SUFFIXES:
        parts.last += 1
    if times.word(parts.last) not in _JOINERS:
        return
    second = times.number(parts.last + 1)
    following = parts.last + 2 + (times.word(parts.last + 2) in _DAY_SUFFIXES)
    is_other_date = following in times.months or times.word(following) == "%"
    if second is not None and second > number and not is_other_date:
        parts.day_from, parts.day, parts.last = number, second, following


# -- year, part, weekday ---------------------------------------------------------------


def _take_year(times: TimeWords, parts: Parts) -> None:
    place = parts.last
    if times.word(place) in (",", "،", ".") and times.year(place + 1) is not None:
        place += 1
    while times.word(place) in ("من", "of", "de", "l", "'"):
        place += 1
    word = times.at("span", place)
    if word is not None and word.value == "year":
        place = word.last
    year = times.year(place)
    if year is not None and not _is_hijri_or_gregorian_misfit(parts, year):
        parts.year, parts.last = year, place + 1
        _take_era(times, parts)
        return
    shift = times.at("shift", place)
    if shift is not None and times.language != "en" and shift.clitic == 0:
        if word is not None:
            parts.year, parts.last = _shift_year(parts, shift.value), shift.last
        else:
            parts.shift, parts.last = int(shift.value), shift.last
        return
    _take_english_shift(times, parts)


def _is_hijri_or_gregorian_misfit(parts: Parts, year: int) -> bool:
    return (year < 1500) != (parts.month.calendar == "hijri")


def _shift_year(parts: Parts, value: str) -> int:
    """Mark a year told by its distance: it is added to the year of publication."""
    parts.shift = None
    return int(value)


def _take_era(times: TimeWords, parts: Parts) -> None:
    if times.word(parts.last) in ("ه", "م", "هجري", "هجريه", "ميلادي"):
        parts.last += 1


def _take_english_shift(times: TimeWords, parts: Parts) -> None:
    """Take "last June", "this June"; and "June this year"."""
    before = times.before("shift", parts.first)
    if before is not None and times.language == "en" and parts.day is None:
        parts.shift, parts.first = int(before.value), before.first
        return
    place = parts.last + (times.word(parts.last) == "of")
    shift = times.at("shift", place)
    if shift is None:
        return
    word = times.at("span", shift.last)
    if word is not None and word.value == "year":
        parts.year, parts.last = int(shift.value), word.last


def _take_part(times: TimeWords, parts: Parts) -> None:
    if parts.day is not None:
        return
    place = parts.first
    while times.word(place - 1) in ("-", "the", "le", "l") and place > 0:
        place -= 1
    part = times.before("part", place) or times.before("part", parts.first)
    if part is not None:
        parts.part, parts.first, parts.clitic = part.value, part.first, part.clitic


def _take_weekday(times: TimeWords, parts: Parts) -> None:
    """Take the weekday and «يوم» before the day."""
    if parts.day is None:
        return
    place = parts.first
    while times.word(place - 1) in ("،", ",", "(", "the", "le", "الموافق", "لـ", "ل"):
        place -= 1
    weekday = times.before("weekday", place)
    if weekday is not None:
        parts.first, parts.clitic = weekday.first, weekday.clitic
        if times.word(place) == "(" and times.word(parts.last) == ")":
            parts.last += 1
    _take_day_word(times, parts)


def _take_day_word(times: TimeWords, parts: Parts) -> None:
    """Take «يوم», «غدا», "hier," and the part of the day before a date: «فجر يوم»."""
    place = parts.first - (times.word(parts.first - 1) in (",", "،"))
    word = times.before("day", place)
    if times.language == "ar" and word is None:
        word = times.before("span", parts.first)
    if (
        word is not None
        and not parts.clitic
        and (word.kind == "day" or word.value == "day")
    ):
        parts.first, parts.clitic = word.first, word.clitic
    part = times.before("daypart", parts.first)
    if part is not None and not parts.clitic and times.language == "ar":
        parts.first, parts.clitic = part.first, part.clitic
