"""Which units may stand for each other when the same thing is told in another language.

Money, shares, times and measures are told apart one by one. Things that are counted are
told apart where both are in the lexicon and no group of near synonyms holds both: a
school is no hospital, but a mission may be an operation.
"""

from functools import cache
from typing import Final

from marsad.composing.counting import table
from marsad.reading.lexicon import rows

_SHARES: Final = frozenset(("percent", "fraction"))
_POINTS: Final = frozenset(("percentage point", "basis point"))
_TIMES: Final = frozenset(
    "year month week day hour minute second decade century night".split()
)
# What is measured, not counted: a kilometre is no mile.
_MEASURES: Final = frozenset(
    "kilometre mile metre hectare acre kilogram gram litre barrel degree megawatt "
    "gigawatt times".split()
) | {"square kilometre", "square mile", "square metre"}


def sort_of(unit: str) -> str:
    """What a unit may not be swapped with: money, shares, times, measures; else none."""
    if unit in _SHARES:
        return "share"
    if unit.endswith("?"):
        return "$?"
    if unit.isupper():
        return f"${unit}"
    is_own = unit in _TIMES or unit in _POINTS or unit in _MEASURES
    return unit if is_own else ""


def is_time(unit: str) -> bool:
    """Whether a unit is one of a length of time."""
    return unit in _TIMES


def may_be_one(one: str, other: str) -> bool:
    """Whether a number with one unit may be a number with another."""
    first, second = sort_of(one), sort_of(other)
    if not one or not other:
        # "98" is no share; a sum may be told where its money is plain.
        return "share" not in (first, second)
    if first == second == "":
        return _are_alike(one, other)
    is_money = first.startswith("$") and second.startswith("$")
    # "Dollar" alone may be anybody's.
    return first == second or (is_money and "$?" in (first, second))


def _are_alike(one: str, other: str) -> bool:
    if one == other or not {one, other} <= _known():
        return True
    return any({one, other} <= group for group in _groups())


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["units"].split("|")) for row in table("units_alike"))


@cache
def _known() -> frozenset[str]:
    """The units that have one name whatever the language of a text."""
    return frozenset(row["unit"] for row in rows("units"))
