"""Released lines in sentences of another language: the same numbers and the same names.

1. A sentence is what is the same in every language: numbers, names, days, known words.
2. A distinctive number, or two names, lead to the lines that it may render.
3. Where each has a number of its own, or no name is shared, it renders none; else what
   both hold must be enough, and a great enough share of all that the two hold.
4. Of two lines that it renders about as well, it renders neither: nobody can tell.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Final

from marsad.linking.rarity import Commonness
from marsad.measuring.released import ReleasedLine
from marsad.measuring.signs import Signs, signs_of_line

# Measured on news translated sentence by sentence (docs/uptake.md).
_SHARED: Final = 0.55
# Names alone are shared by all who write of a subject.
_SHARED_BY_NAMES: Final = 0.65
# So much must be shared at all: a number and a name, or two rare names and two words.
_ENOUGH: Final = 4.0
_MARGIN: Final = 0.05


@dataclass(frozen=True, slots=True)
class Rendering:
    """A line that a sentence renders, and how much of both is shared."""

    line: ReleasedLine
    score: float


class Renderings:
    """Released lines, those that read alike together, by signs of every language."""

    def __init__(
        self, alike: Sequence[Sequence[ReleasedLine]], common: Commonness
    ) -> None:
        self._common = common
        self._alike = alike
        self._signs = [signs_of_line(lines[0], common) for lines in alike]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for number, signs in enumerate(self._signs):
            for key in signs.leads():
                self._by_key[key].append(number)
        self.languages = frozenset(lines[0].language for lines in alike)

    def of(self, sentence: ReleasedLine) -> Rendering | None:
        """The line in another language that a sentence renders, if it is clear which."""
        best: dict[str, list[Rendering]] = defaultdict(list)
        for one in self._offers(sentence):
            best[one.line.language].append(one)
        clear = []
        for offers in best.values():
            offers.sort(key=lambda one: (-one.score, one.line.id))
            if len(offers) == 1 or offers[0].score - offers[1].score >= _MARGIN:
                clear.append(offers[0])
        return max(clear, key=lambda one: (one.score, one.line.id), default=None)

    def _offers(self, sentence: ReleasedLine) -> Iterator[Rendering]:
        signs = signs_of_line(sentence, self._common)
        numbers = {
            number for key in signs.leads() for number in self._by_key.get(key, ())
        }
        for number in sorted(numbers):
            line = line_on(self._alike[number], sentence.said_on)
            if line and line.language != sentence.language:
                one = self._signs[number]
                score = _likeness(one, signs)
                has_number = bool(one.numbers & signs.numbers)
                if score >= (_SHARED if has_number else _SHARED_BY_NAMES):
                    yield Rendering(line, score)


def line_on(alike: Sequence[ReleasedLine], day: date) -> ReleasedLine | None:
    """The latest of the lines that read alike, released by a day."""
    return next((one for one in reversed(alike) if one.said_on <= day), None)


def _likeness(one: Signs, other: Signs) -> float:
    """The share of what two sentences hold that both hold; 0 where it is not enough."""
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return 0.0
    if (one.names or other.names) and not one.names & other.names:
        return 0.0
    # Summed exactly: sets give their members in another order at every start.
    shared = fsum(one.weights[sign] for sign in one.weights.keys() & other.weights)
    return 2 * shared / (one.weight + other.weight) if shared >= _ENOUGH else 0.0
