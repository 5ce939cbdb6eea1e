"""Datelines: the city and day that stand over a report or at the head of its first line.

«RABAT, 3 May (Agency) –», «الجزائر، الأربعاء 29 نوفمبر 2017», «Fait à Rome, le 2 juin».
What a text tells without a place of its own mostly took place there.
"""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.reading.deeds.place_names import Place
from marsad.reading.findings import DateMention, Interval
from marsad.reading.passage import Found, Passage, within

# A heading is no longer than this, and a report's text begins no farther behind it.
_LINE = 18
_NEAR = 70
# Between a city and its day, or the dash that parts it from the text.
_REACH = 9
_SIGNS = frozenset("-–—/|:")
_MADE_AT = frozenset(["fait", "done", "حرر", "adopte", "adopted", "صدر", "مكتب"])
_BEFORE_DAYS = frozenset(
    ["le", "on", "في", "يوم", "the", "of", "du", ",", "،", "(", "-"]
)


class Dateline(NamedTuple):
    """A dateline: where it stands, its place, and its day where it gives one."""

    first: int
    last: int
    place: Place
    days: Interval | None
    is_alone: bool  # fills a line, as over a communique


def datelines(passage: Passage, found: Found, named: Sequence[Place]) -> list[Dateline]:
    """Return the datelines of a passage in the order of the text."""
    lines: list[Dateline] = []
    for place in sorted([*named, *_states(passage, named)]):
        low, high = _line(passage, place.first)
        opens = _opens(passage, low, place.first)
        day = _day(passage, found, place, high)
        is_alone = day is not None and _fills(passage, place, day[1], low, high)
        if (opens and _parts(passage, place, high, day)) or is_alone:
            days = day[0] if day else None
            last = day[1] if day else place.last
            lines.append(Dateline(place.first, last, place, days, is_alone))
    return lines


def _states(passage: Passage, named: Sequence[Place]) -> list[Place]:
    """Return the states that open a line and are no parties: «الجزائر، 8 فيفري»."""
    known = {place.first for place in named}
    return [
        Place(hit.first, hit.last, None, hit.row["iso"], is_in=False)
        for hit in passage.hits("state")
        if hit.first not in known
        and (hit.first == 0 or passage.words[hit.first - 1] == "\n")
    ]


def dateline_of(
    passage: Passage, lines: Sequence[Dateline], token: int
) -> Dateline | None:
    """Return the dateline of a token: of its line's text, before it, or just behind."""
    _, high = _line(passage, token)
    behind = next((one for one in lines if one.first > token), None)
    if behind and behind.first <= high + 2:
        return behind
    before = [one for one in lines if one.first <= token]
    if before:
        return before[-1]
    return behind if behind and behind.first - token < _NEAR else None


def _line(passage: Passage, token: int) -> tuple[int, int]:
    """Return the stretch of a token's line, as far as a heading reaches."""
    words = passage.words
    low = token
    while low > 0 and words[low - 1] != "\n" and token - low < _LINE:
        low -= 1
    high = token
    while high < len(words) and words[high] != "\n" and high - token < _LINE:
        high += 1
    return low, high


def _opens(passage: Passage, low: int, token: int) -> bool:
    """Say whether nothing but marks stands between a line's beginning and a token."""
    return token - low < _REACH and not any(
        word.isalnum() for word in passage.words[low:token]
    )


def _parts(
    passage: Passage, place: Place, high: int, day: tuple[Interval, int] | None
) -> bool:
    """Say whether a dash or colon parts the city from the text behind it."""
    words = passage.words
    if place.last >= high or (place.is_in and words[place.first - 1].isalpha()):
        return False
    after = words[place.last]
    if after in _SIGNS:
        return after != ":" or place.city is not None
    written = passage.written(place.first)
    if after == "." and passage.language != "ar":
        return written.isupper() and len(written) > 1
    if day is None and after != "(":
        return False
    behind = day[1] if day else place.last
    return not _SIGNS.isdisjoint(words[behind : min(high, behind + _REACH)])


def _day(
    passage: Passage, found: Found, place: Place, high: int
) -> tuple[Interval, int] | None:
    """Return the day that stands right behind a city, and where it ends."""
    for one in within(found.dates, place.last, min(high, place.last + _REACH)):
        between = passage.words[place.last : one.first]
        if isinstance(one.finding, DateMention) and _BEFORE_DAYS.issuperset(between):
            return one.finding.interval, one.last
        return None
    return None


# «Done at», the names of those who sign: no more stands before the city of a line.
_BEFORE_CITY = 8


def _fills(passage: Passage, place: Place, last: int, low: int, high: int) -> bool:
    """Say whether a city and its day end a line of their own."""
    if high - low > _LINE or (
        high < len(passage.words) and passage.words[high] != "\n"
    ):
        return False
    if place.first - low > _BEFORE_CITY:
        return False  # a report that ends with a city and its day
    if place.is_in and _MADE_AT.isdisjoint(passage.words[low : place.first]):
        return False
    ends = [word for word in passage.words[last:high] if word.isalpha()]
    return len(ends) <= 1
