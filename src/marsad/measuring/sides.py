"""One of two wordings that are compared, with the figures and names in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from marsad.collecting.documents import Document
from marsad.measuring.alignments import Row
from marsad.measuring.released import name_of
from marsad.measuring.wordings import Wording, is_light
from marsad.reading.findings import Figure, Party, Person
from marsad.reading.lexicon import forms, rows
from marsad.reading.pipeline import read
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

# A sentence with one number or one name may have lost it and be the same sentence.
_FEWEST_FACTS: Final = 2


class Name(NamedTuple):
    """A name on one side, the same in every language."""

    row: Row
    name: str


class Number(NamedTuple):
    """A figure on one side: its words, its worth, and what it counts."""

    row: Row
    value: float
    high: float | None
    bound: str
    unit: str

    def is_like(self, other: "Number") -> bool:
        """Say whether another figure is worth the same."""
        return self[1:4] == other[1:4]


@dataclass(slots=True)
class Side:
    """One of two wordings that are compared, with the figures and names in it."""

    wording: Wording
    language: str
    numbers: list[Number] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    @property
    def signs(self) -> list[str]:
        """What is aligned: the key of each word, or the word itself."""
        pairs = zip(self.wording.keys, self.wording.words, strict=True)
        return [key or word for key, word in pairs]

    def quote(self, row: Row) -> str:
        """The exact words of a row."""
        return self.wording.span(*row).quote if row else ""

    def named(self, row: Row) -> set[str]:
        """The names that begin among some words."""
        return {one.name for one in self.names if row.first <= one.row.first < row.last}

    def digits(self, row: Row) -> list[str]:
        """The numbers in digits among some words."""
        keys = self.wording.keys[row.first : row.last]
        return [key for key in keys if key.startswith("#")]

    def values(self, row: Row) -> set[float]:
        """The worth of the figures among some words."""
        return {
            one.value
            for one in self.numbers
            if one.row.first < row.last and row.first < one.row.last
        }

    def writes(self, value: float) -> bool:
        """Say whether a number stands here in digits."""
        return f"#{value:g}" in self.wording.keys

    def facts(self) -> set[str]:
        """Its names and numbers, small ones too."""
        values = {f"{one.value:g}" for one in self.numbers}
        digits = {key[1:] for key in self.wording.keys if key.startswith("#")}
        return values | digits | {one.name for one in self.names}

    def with_bound(self, row: Row, gaps: Iterable[Row]) -> Row:
        """The words of a number with the changed bound that touches it."""
        changed = {word for gap in gaps for word in range(*gap)}
        bounds = _bound_words(self.language)
        first, last, words = row.first, row.last, self.wording.words
        while first - 1 in changed and words[first - 1] in bounds:
            first -= 1
        while last in changed and words[last] in bounds:
            last += 1
        while last > row.last and is_light(words[last - 1]):
            last -= 1
        return Row(first, last)

    def is_bound(self, row: Row) -> bool:
        """Say whether words bound a number that touches them."""
        words, keys = self.wording.words[row.first : row.last], self.wording.keys
        beside = keys[max(0, row.first - 1) : row.first] + keys[row.last : row.last + 1]
        return (
            any(key.startswith("#") for key in beside)
            and _bound_words(self.language).issuperset(words)
            and not all(map(is_light, words))
        )

    def is_light(self, row: Row) -> bool:
        """Say whether all words of a row change nothing when they come or go."""
        return all(map(is_light, self.wording.words[row.first : row.last]))


@cache
def _bound_words(language: str) -> frozenset[str]:
    return frozenset(
        word
        for row in rows("bounds")
        for form in forms(row, language)
        for word in words_of(fold(form))
    )


def side_of(text: str, language: str) -> Side:
    """A wording with its figures and names, ready to be compared."""
    side = Side(Wording(text), language)
    for one in read(Document("", text, None, language)):
        row = Row(*side.wording.within(one.span))
        if isinstance(one, Figure):
            side.numbers.append(Number(row, one.value, one.high, one.bound, one.unit))
        elif isinstance(one, Party | Person) and (name := name_of(one)):
            side.names.append(Name(row, name))
    return side


def is_of_something_else(before: Side, after: Side) -> bool:
    """Say whether all numbers and names that the words tell are others.

    A daily statement goes out in yesterday's words with today's numbers and towns.
    """
    facts, others = before.facts(), after.facts()
    return len(facts) >= _FEWEST_FACTS and bool(others) and not facts & others
