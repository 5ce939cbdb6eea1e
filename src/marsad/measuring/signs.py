"""What a sentence holds that is the same in every language, and what each of it weighs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import fsum
from typing import Final

from marsad.collecting.documents import Document
from marsad.linking.rarity import Commonness
from marsad.linking.translations import signs_of
from marsad.measuring.released import ReleasedLine, name_of, numbers_of
from marsad.measuring.wordings import Wording
from marsad.reading.findings import DateMention, Finding
from marsad.text.language import runs

# What each kind of sign weighs; names besides by how rare they are in news.
_NUMBER: Final = 3.0
_SMALL_NUMBER: Final = 0.7
_NAME: Final = 1.5
_LEAST_RARE: Final = 0.5
_DATE: Final = 1.0
_WORD: Final = 0.8
# Numbers up to a dozen, halves and quarters are in every other text.
_SMALL: Final = 12


@dataclass(frozen=True, slots=True)
class Signs:
    """What a sentence holds, with the weights."""

    weights: Mapping[str, float]
    numbers: frozenset[str]  # the distinctive ones
    names: frozenset[str]
    weight: float

    def leads(self) -> Iterator[str]:
        """What leads from one sentence to another: a number, or two names."""
        yield from sorted(self.numbers)
        for one, other in combinations(sorted(self.names), 2):
            yield f"{one}|{other}"


def signs_of_line(line: ReleasedLine, common: Commonness) -> Signs:
    """The signs of a released line, or of a sentence as one."""
    numbers = {f"#{one:g}" for one in line.numbers if is_distinctive(one)}
    names = {f"@{name}": common.rarity(name) for name in line.names}
    words = signs_of(line.text, line.language, frozenset(), frozenset())
    weights = {f"#{number:g}": _SMALL_NUMBER for number in line.numbers}
    weights.update(dict.fromkeys(numbers, _NUMBER))
    weights.update((name, _NAME * max(_LEAST_RARE, one)) for name, one in names.items())
    weights.update((f"/{days}", _DATE) for days in line.dates)
    weights.update((f"={sign.what}", _WORD) for sign in words)
    return Signs(weights, frozenset(numbers), frozenset(names), fsum(weights.values()))


def is_distinctive(number: float) -> bool:
    """Say whether a number is one that few texts have."""
    return number > _SMALL or (number > 1 and number != int(number))


def sentences_of(
    document: Document, text: Wording, findings: Iterable[Finding]
) -> Iterator[tuple[tuple[int, int], ReleasedLine]]:
    """The sentences of a document with what was found in each, as lines of their own."""
    inside: dict[int, list[Finding]] = {}
    for one in findings:
        if text.words:
            first = min(text.within(one.span)[0], len(text) - 1)
            inside.setdefault(text.sentence(first)[0], []).append(one)
    stretches = list(runs(document.text, document.language))
    for first, found in sorted(inside.items()):
        row = text.sentence(first)
        span = text.span(*row)
        language = next(run.language for run in stretches if span.start < run.end)
        day = document.published or date.min
        numbers = numbers_of(span.quote, found, span.start)
        yield row, _line(span.quote, language, day, numbers, found)


def _line(
    text: str,
    language: str,
    day: date,
    numbers: tuple[float, ...],
    held: Sequence[Finding],
) -> ReleasedLine:
    return ReleasedLine(
        id="",
        release="",
        language=language,
        text=text,
        numbers=numbers,
        names=frozenset(name for one in held if (name := name_of(one))),
        said_on=day,
        dates=frozenset(
            str(one.interval) for one in held if isinstance(one, DateMention)
        ),
    )
