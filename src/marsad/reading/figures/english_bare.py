"""English numbers without a noun that the words beside them explain.

"The blast killed 40 and wounded at least 120" counts people, "she is 45" years, and
"45C" degrees.
"""

from typing import NamedTuple

from marsad.reading.numbers.numbers import Number
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_HARMING = wordset("harming_en")
# Between such a verb and its number: "killed at least 40".
_BOUNDS = frozenset(
    "at least more than over up to about around some nearly almost fewer less as many an "
    "estimated another only just roughly approximately close near well between".split()
)
_BETWEEN = 4
_DOING = wordset("doing_en")
_PRONOUNS = frozenset(["he", "she", "i", "who"])
_IS = frozenset(["is", "was", "am", "turned", "turns", "aged"])
_AGES = range(2, 111)
_AFTER_AGE = frozenset(
    [".", ",", ";", "!", "?", ")", "\n", "and", "when", "but", "”", '"']
)
# What goes on to a noun that the number would count: "wounded 12 of them".
_GOES_ON = frozenset(["of", "-", "%", "percent", "per"])
_DEGREES = {"c": "degree Celsius", "f": "degree Fahrenheit"}


class Bare(NamedTuple):
    """The unit of a number without a noun, and the token after both."""

    unit: str
    last: int


def bare(passage: Passage, number: Number, last: int) -> Bare | None:
    """Return what a bare English number counts, where the words beside it say so."""
    if passage.language != "en" or number.form not in ("digits", "words", "vague"):
        return None
    return (
        _degrees(passage, last)
        or _age(passage, number, last)
        or _victims(passage, number, last)
        or _doers(passage, number, last)
    )


def _degrees(passage: Passage, last: int) -> Bare | None:
    """Read "45C" and "90F"."""
    unit = _DEGREES.get(passage.words[last]) if last < len(passage.words) else None
    is_sign = unit and passage.touches(last) and passage.written(last).isupper()
    return Bare(unit, last + 1) if unit and is_sign else None


def _age(passage: Passage, number: Number, last: int) -> Bare | None:
    """Read "he is 45"."""
    words, first = passage.words, number.first
    is_of_person = (
        first > 1 and words[first - 1] in _IS and words[first - 2] in _PRONOUNS
    )
    after = words[last] if last < len(words) else "."
    is_age = is_of_person and number.value in _AGES and after in _AFTER_AGE
    return Bare("year", last) if is_age else None


def _victims(passage: Passage, number: Number, last: int) -> Bare | None:
    """Read "killed 40", "wounding at least seven"."""
    words, token = passage.words, number.first - 1
    while token >= 0 and number.first - token <= _BETWEEN and words[token] in _BOUNDS:
        token -= 1
    after = words[last] if last < len(words) else "."
    if token < 0 or words[token] not in _HARMING or after in _GOES_ON:
        return None
    is_whole = number.value == int(number.value) and number.value >= 1
    is_clock = words[token + 1] in ("at", "between") and token + 2 == number.first
    return Bare("person", last) if is_whole and not is_clock else None


def _doers(passage: Passage, number: Number, last: int) -> Bare | None:
    """Read "1.4 million live there", "300 died"."""
    after = passage.words[last] if last < len(passage.words) else "."
    is_whole = number.value == int(number.value) and number.value > 1
    return Bare("person", last) if after in _DOING and is_whole else None
