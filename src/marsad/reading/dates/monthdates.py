"""Dates that name a month: day, weekday, paired names, year, and ranges of days.

«28 حزيران (يونيو) 2021», "July 20-22", "dimanche 17 juin", «21 وحتى 31 من شهر أكتوبر
(تشرين الأول) الجاري»: one mention each, however its parts are ordered.
"""

from dataclasses import replace
from datetime import date

from marsad.reading.dates import almanac
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.monthparts import Parts, gather
from marsad.reading.dates.tenses import leaning
from marsad.reading.dates.timewords import TimeWords
from marsad.reading.findings import Interval

_LINKS = frozenset(
    "as في شهر منذ من حتي خلال بحلول الي مطلع نهايه بدايه اواخر اوايل منتصف in since until by last "
    "next this early late mid from between during of through before after en depuis debut fin "
    "mi ce - for and to".split()
)


def month_dates(times: TimeWords, published: date | None) -> list[Mention]:
    """Return the dates that name a month, in the order of the text."""
    mentions: list[Mention] = []
    last = 0
    for token in sorted(times.months):
        if token < last:
            continue
        parts = gather(times, times.months[token])
        last = parts.last
        mention = _resolve(times, parts, published)
        if (
            mention is not None
            and mentions
            and _is_same_day(times, mentions[-1], mention)
        ):
            mentions[-1] = replace(
                mention, first=mentions[-1].first, clitic=mentions[-1].clitic
            )
        elif mention is not None:
            mentions.append(mention)
    return mentions


def _is_same_day(times: TimeWords, before: Mention, mention: Mention) -> bool:
    """Say whether a day is told in two calendars: «15 رمضان 1445 هـ الموافق 25 مارس»."""
    between = times.words[before.last : mention.first]
    away = abs((before.interval.first - mention.interval.first).days)
    return between in (["الموافق"], ["الموافق", "ل"], ["/"], ["-"]) and away <= 2


def _resolve(times: TimeWords, parts: Parts, published: date | None) -> Mention | None:
    if not _is_month(times, parts) or _is_name(times, parts):
        return None
    if parts.month.calendar == "hijri":
        return _hijri(parts)
    year = _year(times, parts, published)
    if year is None or not 1 <= year <= 9998:
        return None
    interval = _interval(parts, year)
    if interval is None:
        return None
    precision = "month" if parts.day is None else "day"
    if parts.day_from is not None or parts.part:
        precision = "range"
    if parts.part:
        interval = _third(interval, parts.part)
    return Mention(
        parts.first, parts.last, parts.clitic, interval, precision, "dates.month",
        _why(parts), is_doubtful=parts.part in ("begin", "end") or (
            parts.part == "mid" and times.language != "ar"
        ),
        is_paired=parts.is_paired,
    )  # fmt: skip


def _why(parts: Parts) -> str:
    if parts.year is not None and parts.year > 999:
        return "a month with its year"
    return "a month without a year: the nearest to the day of publication"


def _third(month: Interval, part: str) -> Interval:
    """Return the first ten days of a month, the next ten, or the rest."""
    first = month.first
    match part:
        case "begin":
            return Interval(first, first.replace(day=10))
        case "mid":
            return Interval(first.replace(day=11), first.replace(day=20))
    return Interval(first.replace(day=21), month.last)


def _is_month(times: TimeWords, parts: Parts) -> bool:
    """Say whether a name that is also another word is a month here."""
    month = parts.month
    if times.language == "en" and not times.passage.written(month.first)[0].isupper():
        return False
    is_dated = parts.day is not None or parts.year is not None or parts.has_word
    is_dated = is_dated or parts.shift is not None or parts.part is not None
    if not month.needs or is_dated or parts.last > month.last:
        return True
    if month.needs == "day":
        return (
            times.word(month.first) == "may" and times.word(month.first - 1) in _LINKS
        )
    return times.word(parts.first - 1) in _LINKS and month.clitic == 0


# «قوى 14 آذار», «حرب تموز», rue du 4-Septembre: what is named after a day or a month.
_NAMED_AFTER = frozenset(
    "قوي حركه فريق لفريق تيار قيادات ثوره جماعه شارع ساحه مدرسه جسر حرب نواب تحالف عسكر "
    "rue avenue boulevard pont".split()
)
_ATTACKS = frozenset(
    "احداث هجمات اعتداءات تفجيرات attacks attack attentats attentat".split()
)


def _is_name(times: TimeWords, parts: Parts) -> bool:
    """Say whether a day or month without a year is part of a name."""
    if parts.year is not None or parts.shift is not None:
        return False
    token = parts.month.first
    is_joined = times.word(token - 1) == "-" and times.passage.touches(token)
    if is_joined and parts.day is None and times.word(token - 2).isdigit():
        # "Le Collectif du 4-Mars".
        return True
    return bool(
        _NAMED_AFTER.intersection(times.words[max(0, parts.first - 2) : parts.first])
    )


def _is_of_2001(times: TimeWords, parts: Parts) -> bool:
    """Say whether the attacks of 11 September are meant."""
    if (parts.month.number, parts.day) != (9, 11) or parts.day_from is not None:
        return False
    near = times.words[max(0, parts.first - 3) : parts.last + 3]
    return bool(_ATTACKS.intersection(near))


def _hijri(parts: Parts) -> Mention | None:
    if parts.year is None or not 1300 <= parts.year <= 1600:
        return None
    first = parts.day_from or parts.day
    interval = almanac.hijri(parts.year, parts.month.number, first, parts.day)
    if interval is None:
        return None
    precision = "month" if first is None else "day"
    return Mention(
        parts.first, parts.last, parts.clitic, interval,
        "range" if parts.day_from else precision, "dates.hijri",
        "a Hijri date by the Umm al-Qura calendar; the day may differ by one",
    )  # fmt: skip


def _year(times: TimeWords, parts: Parts, published: date | None) -> int | None:
    if parts.year is not None and abs(parts.year) > 1:
        return parts.year
    if _is_of_2001(times, parts):
        return 2001
    if published is None:
        return None
    if parts.year is not None:
        return published.year + parts.year
    number = parts.month.number
    if parts.shift is None:
        leans = leaning(times, parts.first)
        return almanac.year_for(number, parts.day, published, leans)
    if parts.shift == 0:
        return published.year
    if parts.day is None and number == published.month:
        return published.year + parts.shift
    return almanac.year_for(number, None, published, parts.shift)


def _interval(parts: Parts, year: int) -> Interval | None:
    number = parts.month.number
    if parts.day is None:
        return almanac.month_of(year, number)
    last = almanac.day(year, number, parts.day)
    first = almanac.day(year, number, parts.day_from or parts.day)
    return Interval(first, last) if first and last else None
