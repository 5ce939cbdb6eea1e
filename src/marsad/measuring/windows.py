"""The stretch of a document in which the words of a released line stand closest.

1. Each word of the line that stands in the document is worth its weight, each word
   between two of them costs a little: the best stretch is the one worth most.
2. Of a word that the line has once, only the first in a stretch counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from marsad.measuring.evidence import Wanted, pairs_of

# What a word of content between two words of the line costs.
_BETWEEN: Final = 0.3


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


def windows(wanted: Wanted, keys: Sequence[str], *, least: float) -> Iterator[Window]:
    """The stretches of a document's keys that bear at least some evidence of a line."""
    hits = [(place, key) for place, key in enumerate(keys) if key in wanted.words]
    left = [hits]
    while left:
        part = left.pop()
        window = _measured(wanted, keys, *_closest(wanted, part))
        if window.evidence >= least:
            yield window
            left.append([hit for hit in part if hit[0] < window.first])
            left.append([hit for hit in part if hit[0] >= window.last])


def _closest(wanted: Wanted, hits: Iterable[tuple[int, str]]) -> tuple[int, int]:
    """From where to where the words of a line are worth most."""
    best, most = (0, 0), 0.0
    start, worth, last = 0, 0.0, 0
    seen: Counter[str] = Counter()
    for place, key in hits:
        worth -= _BETWEEN * (place - last)
        if worth <= 0:
            start, worth = place, 0.0
            seen.clear()
        seen[key] += 1
        if seen[key] <= wanted.counts[key]:
            worth += wanted.words[key]
        last = place + 1
        if worth > most:
            best, most = (start, last), worth
    return best


def _measured(wanted: Wanted, keys: Sequence[str], first: int, last: int) -> Window:
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
