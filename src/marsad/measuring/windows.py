"""The stretch of a document in which the words of a released line stand closest.

1. Each word of the line that stands in the document is worth its weight, each word
   between two of them costs a little: the best stretch is the one worth most.
2. Of a word that the line has once, only the first in a stretch counts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final, NamedTuple

from marsad.measuring.evidence import Wanted, pairs_of

# What a word of content between two words of the line costs.
_BETWEEN: Final = 0.3
# What the end of a sentence between two words of the line costs.
_SENTENCE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a document's words of content, and how much of a line stands there."""

    first: int
    last: int  # exclusive
    words: float  # the share of the weight of the line's words
    pairs: float  # the share of the weight of its pairs
    evidence: float  # the weight of its pairs

    @property
    def score(self) -> float:
        """How much of the line stands here, from 0 to 1."""
        return (self.words + self.pairs) / 2


@dataclass(frozen=True, slots=True)
class Content:
    """The words of content of a document: their keys, and in which sentence each is."""

    keys: Sequence[str]
    sentences: Sequence[int]


class _Hit(NamedTuple):
    """A word of the line in a document."""

    place: int
    key: str
    sentence: int


def windows(wanted: Wanted, content: Content, *, least: float) -> Iterator[Window]:
    """The stretches of a document that bear at least some evidence of a line."""
    rows = zip(content.keys, content.sentences, strict=True)
    left = [
        [
            _Hit(place, key, sentence)
            for place, (key, sentence) in enumerate(rows)
            if key in wanted.words
        ]
    ]
    while left:
        part = left.pop()
        window = _measured(wanted, content.keys, _closest(wanted, part))
        if window.evidence >= least:
            yield window
            left.append([hit for hit in part if hit.place < window.first])
            left.append([hit for hit in part if hit.place >= window.last])


def _closest(wanted: Wanted, hits: Sequence[_Hit]) -> Sequence[_Hit]:
    """The row of hits that is worth most."""
    best, most = (0, 0), 0.0
    for start in range(len(hits)):
        for number, worth in _worths(wanted, hits, start):
            if worth > most:
                best, most = (start, number + 1), worth
    return hits[slice(*best)]


def _worths(
    wanted: Wanted, hits: Sequence[_Hit], start: int
) -> Iterator[tuple[int, float]]:
    """What the row from a hit up to each later one is worth, as long as it is."""
    seen: Counter[str] = Counter()
    worth = 0.0
    for number in range(start, len(hits)):
        hit = hits[number]
        worth -= _cost(hits[number - 1], hit) if number > start else 0
        seen[hit.key] += 1
        is_new = seen[hit.key] <= wanted.counts[hit.key]
        worth += wanted.words[hit.key] if is_new else -_BETWEEN
        if worth <= 0:
            return
        yield number, worth


def _cost(one: _Hit, other: _Hit) -> float:
    """What lies between two hits: other words, and ends of sentences."""
    ends = other.sentence - one.sentence
    return _BETWEEN * (other.place - one.place - 1) + _SENTENCE * ends


def _measured(wanted: Wanted, keys: Sequence[str], hits: Sequence[_Hit]) -> Window:
    first, last = (hits[0].place, hits[-1].place + 1) if hits else (0, 0)
    stretch = keys[first:last]
    counts = Counter(stretch)
    words = fsum(
        weight * min(counts[key], wanted.counts[key])
        for key, weight in wanted.words.items()
    )
    pairs = fsum(wanted.pairs.get(pair, 0.0) for pair in set(pairs_of(stretch)))
    return Window(
        first,
        last,
        words / wanted.weight if wanted.weight else 0.0,
        pairs / wanted.pair_weight if wanted.pair_weight else 0.0,
        pairs,
    )
