"""Dates told from the day of the text: yesterday, weekdays, «العام الماضي», "two years ago".

Each is seen from the day of publication; «اليوم» in speech is seen from the day of
speaking. Without a known day nothing here is resolved.
"""

from marsad.reading.dates.daynumbers import day_numbers
from marsad.reading.dates.days import Clock, days, nows
from marsad.reading.dates.feasts import holidays
from marsad.reading.dates.lengths import lengths
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.stretches import decades, stretches
from marsad.reading.dates.timewords import TimeWords
from marsad.reading.dates.weekdays import weekdays
from marsad.reading.numbers.numbers import NumberReader


def relative_dates(
    times: TimeWords, clock: Clock, taken: set[int], numbers: NumberReader
) -> list[Mention]:
    """Return what is told from the day of the text, outside the taken tokens."""
    mentions = [
        *days(times, clock),
        *weekdays(times, clock),
        *stretches(times, clock),
        *holidays(times, clock),
        *decades(times),
        *day_numbers(times, clock.published),
        *lengths(times, clock, numbers),
        *nows(times, clock),
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
