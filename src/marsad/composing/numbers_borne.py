"""Whether a number or a day of a draft is borne by the entries that it cites.

A number is borne where an entry has one of the same worth, of the same sort of unit and
under the same bound. An exact value bears "about" as well; a bounded one bears nothing
but its own bound, since "98" is not what "more than 98" says.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from marsad.composing.counting import Quantity, bare
from marsad.composing.held import Held, HeldNumber
from marsad.composing.numbers_said import SaidNumber
from marsad.composing.pieces import plain
from marsad.composing.said import SaidDay, plain_digits
from marsad.composing.units_alike import is_time, may_be_one
from marsad.reading.findings import Interval

_NEAR: Final = 1e-9
_NEAR_SHARE: Final = 2e-3
_ROWS: Final = re.compile(r"\d+")
_MOST_SHOWN: Final = 4


def fault_of(number: SaidNumber, held: Held, language: str) -> Mapping[str, str] | None:
    """What is wrong with a number, as details of a doubt; None where it is borne."""
    alike = [one for one in held.numbers if _is_worth(number, one)]
    if number.form in ("order", "digits") or not alike:
        if number.is_small or (number.form != "figure" and _is_written(number, held)):
            return None
        return _unborne(number.words, held, language)
    of_unit = [one for one in alike if may_be_one(number.unit, one.unit)]
    if not of_unit:
        return _other(number, alike[0], "unit", language)
    if not any(_bounds_agree(number, one) for one in of_unit):
        return _other(number, of_unit[0], "bound", language)
    return None


def _is_written(number: SaidNumber, held: Held) -> bool:
    """Whether a number that counts nothing known stands so in an entry."""
    if number.high is not None or number.bound != "exact":
        return False
    return plain_digits(f"{number.value:.0f}") in held.digits and (
        number.value == int(number.value)
    )


def _is_worth(number: SaidNumber, one: HeldNumber) -> bool:
    # A third is 0.3333 in one lexicon and 1/3 in another.
    near = _NEAR_SHARE if "fraction" in (number.unit, one.unit) else _NEAR
    if _is_near(_worth(number), _worth(one), near):
        return number.high is None or _is_near(number.high, _worth_of_high(one), near)
    # "Up to 30" is the one end of "20 to 30".
    is_end = one.high is not None and number.high is None
    return is_end and _is_near(_worth(number), _worth_of_high(one), near)


def _worth(number: SaidNumber | HeldNumber) -> float:
    return number.value * 100 if number.unit == "fraction" else number.value


def _worth_of_high(one: HeldNumber) -> float:
    return one.value if one.high is None else one.high


def _is_near(one: float, other: float, near: float = _NEAR) -> bool:
    return abs(one - other) <= near * max(abs(one), abs(other), 1)


def _bounds_agree(number: SaidNumber, one: HeldNumber) -> bool:
    said, held = number.bound, one.bound or "exact"
    if one.high is not None and number.high is None:
        is_low = _is_near(_worth(number), _worth(one))
        return said == ("at_least" if is_low else "at_most")
    # "Within three months" is how long it took.
    is_span = said == "at_most" and is_time(number.unit)
    return said == held or (held == "exact" and (said == "about" or is_span))


def _unborne(words: str, held: Held, language: str) -> dict[str, str]:
    shown = dict.fromkeys(_plainly(one, language) for one in _shown(held))
    holds = ", ".join(list(shown)[:_MOST_SHOWN])
    return {"wrote": words, "holds": holds, "case": "held" if holds else ""}


def _shown(held: Held) -> Iterable[HeldNumber]:
    """The numbers that entries keep as fields, else those of their words."""
    own = [one for one in held.numbers if not one.words]
    return own or held.numbers


def _plainly(one: HeldNumber, language: str) -> str:
    value = bare(one.value, language)
    return f"{value}–{bare(one.high, language)}" if one.high is not None else value


def _other(
    number: SaidNumber, one: HeldNumber, case: str, language: str
) -> dict[str, str]:
    quantity = Quantity(one.value, one.unit, bound=one.bound, high=one.high)
    holds = one.words or plain(quantity.bounded_number(language))
    return {"wrote": number.words, "holds": holds, "case": case, "bound": one.bound}


def fault_of_day(day: SaidDay, held: Held, known: Iterable[Interval]) -> str | None:
    """The days that the entries hold, where a date is none of them; else None."""
    days = {*held.days, *known}
    if day.days in days or _is_borne(day, days):
        return None
    shown = sorted(held.days)[:_MOST_SHOWN]
    return ", ".join(_written(one) for one in shown)


def _is_borne(day: SaidDay, days: Iterable[Interval]) -> bool:
    first, last = day.days
    ends = {end for one in days if not _is_named(one) for end in one}
    if first == last:
        return first in ends or _is_day_of_no_year(day, ends)
    if _is_named(day.days) and first.year < last.year:
        # "From 2014 to 2021": something is known of both years.
        years = {end.year for one in days for end in one}
        return first.year in years and last.year in years
    if day.precision == "range" and _names_days(day.words):
        return first in ends and last in ends
    return any(first <= one.first and one.last <= last for one in days)


def _names_days(words: str) -> bool:
    """Whether a stretch is told by its days: "3 to 5 May", but not "the end of May"."""
    return any(len(row) <= len("31") for row in _ROWS.findall(words))


def _is_named(days: Interval) -> bool:
    """Whether days are whole months or years, whose first day nobody has named."""
    return days.first.day == 1 and (days.last + timedelta(days=1)).day == 1


def _is_day_of_no_year(day: SaidDay, ends: Iterable[date]) -> bool:
    """Whether a day that is written without its year is one of these, in any year."""
    digits = sum(one.isdigit() for one in day.words)
    first = day.days.first
    if not 1 <= digits <= 2:
        return False
    return any((end.day, end.month) == (first.day, first.month) for end in ends)


def _written(days: Interval) -> str:
    return str(days.first) if days.first == days.last else str(days)
