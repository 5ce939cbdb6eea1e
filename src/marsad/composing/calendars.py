"""Days, months, seasons and years, as a brief writes them in its language.

Arabic readers know two sets of month names, so both are written: حزيران/يونيو.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from marsad.composing.pieces import Piece, Pieces, fill
from marsad.linking.moments import month
from marsad.reading.findings import Interval

_MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "ar": (
        "يناير/كانون الثاني",
        "فبراير/شباط",
        "مارس/آذار",
        "أبريل/نيسان",
        "مايو/أيار",
        "يونيو/حزيران",
        "يوليو/تموز",
        "أغسطس/آب",
        "سبتمبر/أيلول",
        "أكتوبر/تشرين الأول",
        "نوفمبر/تشرين الثاني",
        "ديسمبر/كانون الأول",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
}
# A season is the three months that begin with this one; winter ends in the next year.
_SEASONS: Final[Mapping[str, Mapping[int, str]]] = {
    "ar": {3: "ربيع", 6: "صيف", 9: "خريف", 12: "شتاء"},
    "en": {3: "spring", 6: "summer", 9: "autumn", 12: "winter"},
    "fr": {3: "printemps", 6: "été", 9: "automne", 12: "hiver"},
}
_AT_SEASON: Final = {3: "au ", 6: "à l’", 9: "à l’", 12: "à l’"}
_BETWEEN: Final = {
    "ar": "بين {first} و{last}",
    "en": "between {first} and {last}",
    "fr": "entre le {first} et le {last}",
}
_AS_OF: Final = {"ar": "حتى {when}", "en": "as of {when}", "fr": "{when}"}
_BY: Final = {
    "ar": "في موعد أقصاه {day}",
    "en": "by {day}",
    "fr": "au plus tard le {day}",
}


def day(moment: date, language: str) -> Pieces:
    """One day: 28 June 2021, 28 يونيو/حزيران 2021, 28 juin 2021."""
    first = "1er" if language == "fr" and moment.day == 1 else str(moment.day)
    month_name = _MONTHS[language][moment.month - 1]
    return (Piece(f"{first} {month_name} {moment.year}", "date"),)


def named(interval: Interval, language: str) -> Pieces:
    """A stretch of days by its shortest name."""
    first, last = interval
    if first == last:
        return day(first, language)
    if interval == _year(first.year):
        return (Piece(str(first.year), "date"),)
    if interval == month(first.year, first.month):
        month_name = _MONTHS[language][first.month - 1]
        return (Piece(f"{month_name} {first.year}", "date"),)
    if season := _season(interval):
        return (Piece(f"{_SEASONS[language][season]} {_year_of(interval)}", "date"),)
    return fill(
        "{first} – {last}", first=day(first, language), last=day(last, language)
    )


def when(interval: Interval, language: str) -> Pieces:
    """A stretch of days as an answer to the question when: in June 2022."""
    first, last = interval
    name = named(interval, language)
    if first == last:
        return fill({"ar": "في {n}", "en": "on {n}", "fr": "le {n}"}[language], n=name)
    if interval == _year(first.year):
        return fill({"ar": "في عام {n}"}.get(language, _in(language)), n=name)
    if season := _season(interval):
        at_season = _AT_SEASON[season] + "{n}" if language == "fr" else _in(language)
        return fill(at_season, n=name)
    if interval == month(first.year, first.month):
        return fill(_in(language), n=name)
    return fill(
        _BETWEEN[language], first=day(first, language), last=day(last, language)
    )


def as_of(interval: Interval, language: str) -> Pieces:
    """The moment of a figure: as of 28 June 2021; au 28 juin 2021."""
    if language == "fr":
        is_day = interval.first == interval.last
        return (
            fill("au {n}", n=named(interval, "fr")) if is_day else when(interval, "fr")
        )
    if not _is_named(interval):
        return when(interval, language)
    is_year = interval == _year(interval.first.year)
    template = "في عام {when}" if language == "ar" and is_year else _AS_OF[language]
    return fill(template, when=named(interval, language))


def due(interval: Interval, language: str) -> Pieces:
    """A due date: a month, season or year by its name, else the last day allowed."""
    if _is_named(interval) and interval.first != interval.last:
        return when(interval, language)
    return fill(_BY[language], day=day(interval.last, language))


def _is_named(interval: Interval) -> bool:
    """Whether a stretch of days has a name of its own: a day, month, season or year."""
    first, last = interval
    return (
        first == last
        or interval == _year(first.year)
        or interval == month(first.year, first.month)
        or _season(interval) is not None
    )


def _in(language: str) -> str:
    return {"ar": "في {n}", "en": "in {n}", "fr": "en {n}"}[language]


def _year(year: int) -> Interval:
    return Interval(date(year, 1, 1), date(year, 12, 31))


def _season(interval: Interval) -> int | None:
    """The month in which a season begins, if the days are exactly a season."""
    first = interval.first
    if first.day != 1 or first.month not in (3, 6, 9, 12):
        return None
    year, last = (
        (first.year + 1, 2) if first.month == 12 else (first.year, first.month + 2)
    )
    return first.month if interval.last == month(year, last).last else None


def _year_of(interval: Interval) -> str:
    first, last = interval.first.year, interval.last.year
    return str(first) if first == last else f"{first}/{last}"
