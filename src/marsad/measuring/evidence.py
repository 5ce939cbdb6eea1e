"""What a released line is recognised by: its rare words, and which stand together.

A word weighs as much as it is rare in news; words of names weigh little, for whoever
writes of the subject writes them, and so do years and small numbers. Two words that
stand together weigh less the more released lines they stand in: they are a formula.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from marsad.linking.rarity import Commonness
from marsad.measuring.released import ReleasedLine
from marsad.measuring.wordings import Wording, key_of

Pair = tuple[str, str]

_OF_NAMES: Final = 0.25
_SMALL_NUMBER: Final = 0.3
# Up to a dozen, numbers are in every text; years are in most.
_SMALL: Final = 12
_YEARS: Final = range(1900, 2101)
# A pair may have lost the word between its two.
_REACH: Final = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words of one or more released lines that read alike, with their weights."""

    lines: tuple[ReleasedLine, ...]  # by day, then by id
    wording: Wording
    counts: Mapping[str, int]
    words: Mapping[str, float]
    pairs: Mapping[Pair, float]
    weight: float  # of all words, each as often as it stands there
    pair_weight: float


def pairs_of(keys: Sequence[str]) -> Iterator[Pair]:
    """Two keys that stand together or have one key between them, in one order."""
    for reach in range(1, _REACH + 1):
        for one, other in zip(keys, keys[reach:], strict=False):
            if one != other:
                yield (one, other) if one < other else (other, one)


def wanted_of(lines: Iterable[ReleasedLine], common: Commonness) -> tuple[Wanted, ...]:
    """The different wordings of released lines, each with what it is recognised by."""
    alike: dict[str, list[ReleasedLine]] = {}
    wordings: dict[str, Wording] = {}
    for line in sorted(lines, key=lambda one: (one.said_on, one.release, one.id)):
        wording = Wording(line.text)
        alike.setdefault(wording.joined, []).append(line)
        wordings.setdefault(wording.joined, wording)
    shared = Counter(
        pair
        for wording in wordings.values()
        for pair in set(pairs_of(list(filter(None, wording.keys))))
    )
    return tuple(
        _wanted(alike[joined], wording, shared, common)
        for joined, wording in wordings.items()
    )


def _wanted(
    lines: Sequence[ReleasedLine],
    wording: Wording,
    shared: Mapping[Pair, int],
    common: Commonness,
) -> Wanted:
    keys = list(filter(None, wording.keys))
    counts = Counter(keys)
    words = _weights(lines[0], counts, common)
    pairs = {
        pair: math.sqrt(words[pair[0]] * words[pair[1]]) / (1 + math.log(shared[pair]))
        for pair in set(pairs_of(keys))
    }
    return Wanted(
        lines=tuple(lines),
        wording=wording,
        counts=counts,
        words=words,
        pairs=pairs,
        weight=math.fsum(words[key] * count for key, count in counts.items()),
        pair_weight=math.fsum(pairs.values()),
    )


def _weights(
    line: ReleasedLine, keys: Iterable[str], common: Commonness
) -> dict[str, float]:
    of_names = frozenset(map(key_of, line.name_words))
    return {key: _weight(key, line.language, of_names, common) for key in keys}


def _weight(
    key: str, language: str, of_names: frozenset[str], common: Commonness
) -> float:
    if key[0] == "#":
        return _SMALL_NUMBER if _is_plain(key[1:]) else 1.0
    # Keys of Latin words are alike in all languages, their rarity is not.
    rarity = common.rarity(f"{language}:{key.partition(':')[2]}")
    return min(rarity, _OF_NAMES) if key in of_names else rarity


def _is_plain(number: str) -> bool:
    """Whether a number is small or a year."""
    return number.isdecimal() and (int(number) <= _SMALL or int(number) in _YEARS)
