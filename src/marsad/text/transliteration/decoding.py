"""The likeliest Latin spellings of an Arabic name that no list knows.

1. Each group of Arabic letters may become any Latin letters that were counted for it.
2. What a unit costs depends on the three before it; what was never seen after three
   is judged by two, one or none (Kneser and Ney's discounting, interpolated).
3. The best few beginnings are carried from letter to letter.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import log
from typing import Final

from marsad.text.normalise import fold
from marsad.text.transliteration.weights import (
    DISCOUNT,
    END,
    GROUPS,
    START,
    runs,
    units,
)

# With 12 and 12 the first spelling is right as often, in four times the time.
_BEGINNINGS: Final = 6
_SPELLINGS: Final = 6
_UNITS_BEFORE: Final = 3
# No name of a person is one word of so many letters.
_LONGEST: Final = 24
_UNSEEN: Final = -20.0

_Run = tuple[int, ...]
_Beam = dict[tuple[_Run, str], float]


@lru_cache(maxsize=8192)
def spellings(word: str, *, most: int = 5) -> tuple[str, ...]:
    """Return Latin spellings of one Arabic word, the likeliest first, in small letters.

    Empty where a letter is none of those that names are written with.
    """
    letters = fold(word)[:_LONGEST]
    beams: list[_Beam] = [{} for _ in range(len(letters) + 1)]
    beams[0][(START,), ""] = 0.0
    for place in range(len(letters)):
        for (run, written), score in _best(beams[place], _BEGINNINGS):
            for group in groups_at(letters, place):
                beam = beams[place + len(group)]
                _go_on(beam, run, written, score=score, group=group)
    ended = {
        written: score + _end(run)
        for (run, written), score in reversed(_best(beams[-1], 4 * most))
    }
    ranked = sorted(ended, key=lambda written: (-ended[written], written))
    return tuple(filter(None, ranked[:most]))


def groups_at(letters: str, place: int) -> Iterator[str]:
    """Give the groups of Arabic letters that begin at a place of a word."""
    yield letters[place]
    if letters[place : place + 2] in GROUPS:
        yield letters[place : place + 2]


def _best(beam: _Beam, most: int) -> list[tuple[tuple[_Run, str], float]]:
    return sorted(beam.items(), key=lambda one: (-one[1], one[0]))[:most]


def _go_on(beam: _Beam, run: _Run, written: str, *, score: float, group: str) -> None:
    for chance, unit, latin in _continuations(run, group):
        after = ((*run, unit)[-_UNITS_BEFORE:], written + latin)
        if score + chance > beam.get(after, _UNSEEN * _LONGEST * 2):
            beam[after] = score + chance


def _end(run: _Run) -> float:
    return log(_chance(run, END) or 1e-9)


@lru_cache(maxsize=16384)
def _continuations(run: _Run, group: str) -> tuple[tuple[float, int, str], ...]:
    """The units for a group of letters that are likeliest after a run."""
    if run and run not in runs():
        return _continuations(run[1:], group)
    possible = ((_chance(run, unit), unit, latin) for unit, latin in _of(group))
    ranked = sorted(
        (-log(chance), unit, latin) for chance, unit, latin in possible if chance
    )
    return tuple((-cost, unit, latin) for cost, unit, latin in ranked[:_SPELLINGS])


def _of(group: str) -> tuple[tuple[int, str], ...]:
    return _by_group().get(group, ())


@cache
def _by_group() -> Mapping[str, tuple[tuple[int, str], ...]]:
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for unit, (arabic, latin) in enumerate(units()):
        found[arabic] = (*found.get(arabic, ()), (unit, latin))
    return found


def _chance(run: _Run, unit: int) -> float:
    """How likely a unit is after a run, by what is known of it and of its end."""
    known = runs().get(run)
    if not run:
        return known.counts.get(unit, 0) / known.whole if known else 0.0
    shorter = _chance(run[1:], unit)
    if known is None:
        return shorter
    count = known.counts.get(unit, 0)
    seen = (count - DISCOUNT) / known.whole if count else 0.0
    return seen + known.rest * shorter
