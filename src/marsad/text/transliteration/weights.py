"""What was counted about names in two scripts: letter groups, and what follows what.

A unit is a group of Arabic letters with the Latin letters written for it: ش and "ch".
Both tables are written by ``tools/train_names.py``, which names their source.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

# Groups of Arabic letters that may stand for one Latin sound: تشاد "Chad", ماكس "Max".
GROUPS: Final = frozenset(["تش", "كس", "دج", "تز", "تس"])
# The units that begin and end a name.
START: Final = 0
END: Final = 1
# What is taken off each count for units that were not seen: the usual value, and the
# best of those tried on the development names.
DISCOUNT: Final = 0.8


class Follows(NamedTuple):
    """What was seen after a run of units: each unit with its count, and the whole."""

    whole: int
    counts: Mapping[int, int]
    # The share of the whole that is left for what was not seen.
    rest: float


def _lines(name: str) -> Iterator[list[str]]:
    text = files("marsad.text.transliteration").joinpath(name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return (line.split("\t") for line in lines[1:])


@cache
def pair_weights() -> Mapping[str, Mapping[str, float]]:
    """Return how much each Latin spelling of an Arabic group speaks for one name."""
    weights: dict[str, dict[str, float]] = {}
    for arabic, latin, weight in _lines("pairs.tsv"):
        weights.setdefault(arabic, {})[latin] = float(weight)
    return weights


@cache
def units() -> tuple[tuple[str, str], ...]:
    """Return every unit by its number: the Arabic letters and the Latin ones."""
    named = (("^", ""), ("$", ""))
    return named + tuple((arabic, latin) for arabic, latin in _lines("units.tsv"))


@cache
def runs() -> Mapping[tuple[int, ...], Follows]:
    """Return what follows each run of up to three units."""
    found: dict[tuple[int, ...], Follows] = {}
    for before, whole, after in _lines("runs.tsv"):
        numbers = [int(number, 36) for number in after.split(" ")]
        counts = dict(zip(numbers[::2], numbers[1::2], strict=True))
        run = tuple(int(number, 36) for number in before.split(" ") if number)
        kept = sum(counts.values()) - DISCOUNT * len(counts)
        found[run] = Follows(int(whole), counts, 1 - kept / int(whole))
    return found
