"""Numbers that belong to the page or to a name: stamps, telephones, draws, nicknames.

"21 h 40 |", "2312 AFRICAN UNION", "01 23 45 67 89", "Le loto : 4, 8, 15", "les
Vingt-Sept", «درع الشمال 4»: none of them counts anything.
"""

from bisect import bisect_left
from collections.abc import Sequence

from marsad.reading.numbers.counted_nouns import nationals
from marsad.reading.numbers.digits import is_digits
from marsad.reading.numbers.numbers import Number
from marsad.reading.numbers.units import unit_at
from marsad.reading.passage import Passage

_MINUTES = 60
_DAY_HOURS = 24
# Two stamps at the heads of lines are a habit, one is not.
_STAMPS = 2
_STAMP = 4
_STAMP_REACH = 12
# So many numbers in a row, with nothing but commas or blanks between, count nothing.
_ROW = 4
_COMMAS = frozenset([",", "،", "-"])
_CLOSING = frozenset(["»", "”", '"', "’", ")"])
_OPENING = frozenset(["«", "“", '"', "‘", "("])
_NAME_REACH = 7


def is_furniture(passage: Passage, number: Number, numbers: Sequence[Number]) -> bool:
    """Say whether a number is part of a stamp, a telephone number, a draw or a name."""
    if number.form == "words":
        return _is_nickname(passage, number)
    if number.form != "digits":
        return False
    return (
        _is_code(passage, number)
        or _is_minute(passage, number)
        or _is_stamp(passage, number)
        or _is_in_row(passage, number, numbers)
        or _closes_name(passage, number)
        or _is_joined_to_name(passage, number)
        or _is_title(passage, number)
    )


def _is_code(passage: Passage, number: Number) -> bool:
    """Say whether a row of digits begins with a zero: a telephone or an account."""
    word = passage.words[number.first]
    return word.startswith("0") and len(word) > 2 and word.isdigit()


def _is_minute(passage: Passage, number: Number) -> bool:
    """Say whether a number is the minute of an hour: 11 h 15."""
    words, first = passage.words, number.first
    if passage.language != "fr" or first < 2 or words[first - 1] != "h":
        return False
    return is_digits(words[first - 2]) and number.value < _MINUTES


def _is_stamp(passage: Passage, number: Number) -> bool:
    """Say whether a number opens a line of rolling news: "2312 AFRICAN UNION"."""
    words, first = passage.words, number.first
    if not _is_clock(words, first) or number.last != first + 1:
        return False
    rows = passage.tokens.digits
    middle = bisect_left(rows, first)
    near = rows[max(0, middle - _STAMP_REACH) : middle + _STAMP_REACH]
    return sum(_is_clock(words, place) for place in near) >= _STAMPS


def _is_clock(words: Sequence[str], place: int) -> bool:
    word = words[place]
    if (
        len(word) != _STAMP
        or not word.isdigit()
        or (place and words[place - 1] != "\n")
    ):
        return False
    return int(word[:2]) < _DAY_HOURS and int(word[2:]) < _MINUTES


def _is_in_row(passage: Passage, number: Number, numbers: Sequence[Number]) -> bool:
    """Say whether a number stands in a row of bare ones: a telephone number, a draw."""
    place = bisect_left(numbers, number.first, key=lambda one: one.first)
    if place == len(numbers):
        return False
    low = high = place
    least, most = max(0, place - _ROW), min(len(numbers), place + _ROW) - 1
    while low > least and _is_next(passage, numbers[low - 1], numbers[low]):
        low -= 1
    while high < most and _is_next(passage, numbers[high], numbers[high + 1]):
        high += 1
    if high - low + 1 < _ROW - _begins_with_zero(passage, numbers[low]):
        return False
    return unit_at(passage.words, numbers[high].last, passage.language) is None


def _begins_with_zero(passage: Passage, number: Number) -> bool:
    return number.first > 0 and passage.words[number.first - 1].startswith("0")


def _is_next(passage: Passage, one: Number, other: Number) -> bool:
    if one.form != "digits" or other.form != "digits":
        return False
    between = passage.words[one.last : other.first]
    return not between or (len(between) == 1 and between[0] in _COMMAS)


def _closes_name(passage: Passage, number: Number) -> bool:
    """Say whether a number ends a name in marks: «درع الشمال 4»."""
    words, first, last = passage.words, number.first, number.last
    if (
        words[last : last + 1] == []
        or words[last] not in _CLOSING
        or words[last] == ")"
    ):
        return False
    start = max(0, first - _NAME_REACH)
    opened = [i for i in range(start, first) if words[i] in _OPENING]
    if not opened or opened[-1] == first - 1:
        return False
    between = words[opened[-1] + 1 : first]
    return all(len(word) > 1 and word.isalpha() for word in between)


def _is_joined_to_name(passage: Passage, number: Number) -> bool:
    """Say whether a hyphen joins a day to a capital: the Collectif du 4-Mars."""
    last = number.last
    if passage.words[last : last + 1] != ["-"] or last + 1 >= len(passage.words):
        return False
    is_joined = passage.touches(last) and passage.touches(last + 1)
    return is_joined and passage.written(last + 1)[0].isupper()


def _is_nickname(passage: Passage, number: Number) -> bool:
    """Say whether a number with a capital amid a sentence is a name: les Vingt-Sept."""
    first = number.first
    if passage.language != "fr" or not passage.written(first)[0].isupper():
        return False
    return first > 0 and passage.words[first - 1] in _DEFINITE


def _is_title(passage: Passage, number: Number) -> bool:
    """Say whether a number opens a name with a capital: les 7 Merveilles."""
    words, first, last = passage.words, number.first, number.last
    if passage.language != "fr" or last >= len(words) or not words[last].isalpha():
        return False
    is_open = first > 0 and words[first - 1] in _DEFINITE
    is_name = passage.written(last)[0].isupper() and words[last] not in nationals()
    return is_open and is_name and unit_at(words, last, "fr") is None


_DEFINITE = frozenset("le les des aux du au".split())
