"""The slow way to compare a banked text with a post, which the index must agree with."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from marsad.matching.signals import Likeness
from marsad.matching.wording.formulas import (
    GRAM,
    formula_grams,
    formula_sounds,
    packed,
)
from marsad.matching.wording.grams import grams_needed, step_of
from marsad.matching.wording.lanes import Rule
from marsad.matching.wording.letters import ARABIC, LATIN, plain, skeleton
from marsad.matching.wording.seeking import HALF, STRETCH, WIDTHS
from marsad.matching.wording.shelves import LETTERS, SOUNDS
from marsad.matching.wording.sounds import sounds_of
from marsad.matching.wording.streams import Stream, one_of, streams_of
from marsad.matching.wording.tellings import nearest_first, telling, told_by_sound

Run = tuple[int, int, int, int]


def own_letters(text: str) -> tuple[int, int]:
    """How many letters a text has, and how many stand in no formula."""
    letters = _letters(text).letters
    flags = _in_formulas(letters, formula_grams())
    return len(letters), flags.count(False)


def likeness_of(banked: str, met: str) -> Likeness | None:
    """The nearest likeness of two texts, by letters or by sound; nothing is None."""
    told = []
    if by_letters := _compare(
        (banked, met), (_letters(banked), _letters(met)), LETTERS
    ):
        told.append(by_letters)
    if _is_arabic(banked) and _has_latin(met):
        heard = (_sounds(banked), _sounds(met))
        if by_sound := _compare((banked, met), heard, SOUNDS):
            told.append(told_by_sound(by_sound))
    return next(iter(nearest_first(told)), None)


def _letters(text: str) -> Stream:
    return one_of(streams_of([text], skeleton()), 0)


def _sounds(text: str) -> Stream:
    return one_of(sounds_of(streams_of([text], plain())), 0)


def _is_arabic(text: str) -> bool:
    letters: list[int] = _letters(text).letters.tolist()
    return sum(letter <= len(ARABIC) for letter in letters) >= len(letters) / 2


def _has_latin(text: str) -> bool:
    first = len(ARABIC) + 1
    letters: list[int] = _letters(text).letters.tolist()
    return sum(first <= letter < first + len(LATIN) for letter in letters) >= 20


def _in_formulas(letters: NDArray[np.uint8], known: NDArray[np.uint64]) -> list[bool]:
    grams, flags = set(known.tolist()), [False] * len(letters)
    for at in range(len(letters) - GRAM + 1):
        if packed(letters, at, GRAM) in grams:
            flags[at : at + GRAM] = [True] * GRAM
    return flags


def _compare(
    texts: tuple[str, str], streams: tuple[Stream, Stream], rule: Rule
) -> Likeness | None:
    banked, met = (stream.letters.tobytes() for stream in streams)
    known = formula_sounds() if rule is SOUNDS else formula_grams()
    flags = _in_formulas(streams[0].letters, known)
    whole, best, best_runs = flags.count(False), 0, []
    for begin, end in _windows(banked, met, flags, rule):
        runs = list(_runs(banked, met[begin:end], rule))
        own = sum(flags[start:stop].count(False) for start, stop, _, _ in runs)
        if own > best:
            best = own
            best_runs = [(a, b, c + begin, d + begin) for a, b, c, d in runs]
    if best < rule.own_needed or best < rule.look * whole:
        return None
    return telling(0, texts, streams, best_runs, (best, whole), rule)


def _windows(
    banked: bytes, met: bytes, flags: list[bool], rule: Rule
) -> Iterator[tuple[int, int]]:
    """The stretches of a post to which enough grams lead, as wide as the text needs."""
    kept = {
        banked[at : at + rule.gram]
        for at in range(0, len(banked) - rule.gram + 1, step_of(len(banked)))
        if not all(flags[at : at + rule.gram])
    }
    needed = grams_needed(len(banked), rule.gram)
    more = max(0, (len(banked) * WIDTHS - STRETCH) // 2)
    for at in range(0, max(1, len(met)), HALF):
        stop = min(at + STRETCH, len(met))
        grams = (
            met[place : place + rule.gram] for place in range(at, stop - rule.gram + 1)
        )
        if sum(gram in kept for gram in grams) >= needed:
            yield max(0, at - more), min(len(met), stop + more)
        if stop == len(met):
            return


def _runs(banked: bytes, met: bytes, rule: Rule) -> Iterator[Run]:
    """Runs of letters that stand in both, from left to right of the banked text."""
    places: dict[bytes, int] = {}
    for place in range(len(met) - rule.gram + 1):
        places.setdefault(met[place : place + rule.gram], place)
    at = 0
    while at + rule.gram <= len(banked):
        place = places.get(banked[at : at + rule.gram], -1)
        length = 0 if place < 0 else _common(banked[at:], met[place:])
        run = banked[at : at + length]
        has_latin = any(letter >= rule.first_latin for letter in run)
        if length and length >= (
            rule.shortest_latin if has_latin else rule.shortest_run
        ):
            yield at, at + length, place, place + length
            at += length
        else:
            at += 1


def _common(one: bytes, other: bytes) -> int:
    """How many letters two texts begin with alike."""
    length = 0
    for letter, theirs in zip(one, other, strict=False):
        if letter != theirs:
            break
        length += 1
    return length
