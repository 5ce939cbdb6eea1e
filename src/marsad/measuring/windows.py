"""The stretch of a document in which the words of a released line stand closest.

1. Each word of the line that stands in the document is worth its weight, each word
   between two of them costs a little: the best stretch is the one worth most.
2. Of a word that the line has once, only the first in a stretch counts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
        closest = _closest(wanted, part)
        # Trimmed from either end: a word may be spare at one end or at the other.
        ways = (_trimmed(wanted, closest), _trimmed(wanted, closest[::-1])[::-1])
        window = max(
            (_measured(wanted, content.keys, way) for way in ways),
            key=lambda one: one.score,
        )
        if window.evidence >= least:
            yield window
            left.append([hit for hit in part if hit.place < window.first])
            left.append([hit for hit in part if hit.place >= window.last])


def _closest(wanted: Wanted, hits: Sequence[_Hit]) -> Sequence[_Hit]:
    """The row of hits that is worth most."""
    best, most = (0, 0), 0.0
    start, worth = 0, 0.0
    seen: Counter[str] = Counter()
    for number, hit in enumerate(hits):
        if number:
            worth -= _cost(hits[number - 1], hit)
        if worth <= 0:
            start, worth = number, 0.0
            seen.clear()
        seen[hit.key] += 1
        is_new = seen[hit.key] <= wanted.counts[hit.key]
        worth += wanted.words[hit.key] if is_new else -_BETWEEN
        if worth > most:
            best, most = (start, number + 1), worth
    return hits[slice(*best)]


def _cost(one: _Hit, other: _Hit) -> float:
    """What lies between two hits: other words, and ends of sentences."""
    ends = other.sentence - one.sentence
    return _BETWEEN * (other.place - one.place - 1) + _SENTENCE * ends


def _trimmed(wanted: Wanted, hits: Sequence[_Hit]) -> Sequence[_Hit]:
    """The hits without those at the edges of which there are enough within."""
    spare = Counter(hit.key for hit in hits)
    spare.subtract(wanted.counts)
    first, last = 0, len(hits)
    while first < last and spare[hits[first].key] > 0:
        spare[hits[first].key] -= 1
        first += 1
    while last > first and spare[hits[last - 1].key] > 0:
        spare[hits[last - 1].key] -= 1
        last -= 1
    return hits[first:last]


def _measured(wanted: Wanted, keys: Sequence[str], hits: Sequence[_Hit]) -> Window:
    first, last = (hits[0].place, hits[-1].place + 1) if hits else (0, 0)
    stretch = keys[first:last]
    counts = Counter(stretch)
    words = sum(
        weight * min(counts[key], wanted.counts[key])
        for key, weight in wanted.words.items()
    )
    pairs = sum(wanted.pairs.get(pair, 0.0) for pair in set(pairs_of(stretch)))
    return Window(
        first,
        last,
        words / wanted.weight if wanted.weight else 0.0,
        pairs / wanted.pair_weight if wanted.pair_weight else 0.0,
        pairs,
    )
