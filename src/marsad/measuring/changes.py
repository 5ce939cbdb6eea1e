"""How the words of a released line were altered where they turned up.

1. The two wordings are aligned word by word, each word by its key.
2. Of every figure that stands on both sides, value and bound are compared.
3. What else differs is a name, or words left out, added, replaced or moved.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, NamedTuple

from marsad.collecting.documents import Document
from marsad.measuring.alignments import Alignment, Gap, Row, align
from marsad.measuring.released import name_of
from marsad.measuring.wordings import Wording, is_light
from marsad.reading.findings import Figure, Party, Person
from marsad.reading.lexicon import forms, rows
from marsad.reading.pipeline import read
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

What = Literal["number", "name", "left_out", "added", "replaced", "moved"]

_ORDER: Final = ("number", "name", "left_out", "replaced", "added", "moved")


@dataclass(frozen=True, slots=True)
class Change:
    """One alteration: the words of the line, and the words that stand there instead.

    ``number`` is a changed number or a lost or changed bound ("more than"), and comes
    first; ``before`` is empty for what was added, ``after`` for what was left out.
    """

    what: What
    before: str
    after: str


class _Number(NamedTuple):
    """A figure on one side: its words, its worth, and what it counts."""

    row: Row
    value: float
    high: float | None
    bound: str
    unit: str

    def is_like(self, other: "_Number") -> bool:
        """Say whether another figure is worth the same."""
        return self[1:4] == other[1:4]


@dataclass(slots=True)
class Side:
    """One of two wordings that are compared, with the figures and names in it."""

    wording: Wording
    language: str
    numbers: list[_Number] = field(default_factory=list)
    names: list[tuple[int, str]] = field(default_factory=list)

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
        return {name for first, name in self.names if row.first <= first < row.last}

    def digits(self, row: Row) -> list[str]:
        """The numbers in digits among some words."""
        keys = self.wording.keys[row.first : row.last]
        return [key for key in keys if key.startswith("#")]

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
            side.numbers.append(_Number(row, one.value, one.high, one.bound, one.unit))
        elif isinstance(one, Party | Person) and (name := name_of(one)):
            side.names.append((row.first, name))
    return side


def changes_between(before: Side, after: Side) -> tuple[Change, ...]:
    """All alterations, the graver first."""
    aligned = align(before.signs, after.signs, list(map(bool, before.wording.keys)))
    numbers = list(_changed_numbers(before, after, aligned))
    found = [_told("number", before, after, one) for one in numbers]
    for gap in aligned.gaps:
        rest = _without(gap, numbers)
        if not (before.is_light(rest.before) and after.is_light(rest.after)):
            found.append(_told(_what(before, after, rest), before, after, rest))
    found += [_told("moved", before, after, one) for one in aligned.moved]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.what)))


def _told(what: What, before: Side, after: Side, gap: Gap) -> Change:
    return Change(what, before.quote(gap.before), after.quote(gap.after))


def _changed_numbers(before: Side, after: Side, aligned: Alignment) -> Iterator[Gap]:
    """Each figure of which value or bound is another one, with its bound."""
    left = list(after.numbers)
    for one in before.numbers:
        other = _counterpart(one, left, aligned)
        if other is None:
            continue
        left.remove(other)
        if not one.is_like(other):
            old, new = zip(*aligned.gaps, strict=True) if aligned.gaps else ((), ())
            yield Gap(before.with_bound(one.row, old), after.with_bound(other.row, new))


def _counterpart(
    one: _Number, others: Sequence[_Number], aligned: Alignment
) -> _Number | None:
    """The figure on the other side that stands where this one stood, or counts the same."""
    pairs = aligned.pairs
    reached = {pairs[word] for word in range(*one.row) if word in pairs}
    for gap in aligned.gaps:
        if gap.before.first < one.row.last and one.row.first < gap.before.last:
            reached.update(range(*gap.after))
    near = [other for other in others if not reached.isdisjoint(range(*other.row))]
    alike = [other for other in near if other.value == one.value]
    counted = [other for other in others if one.unit == other.unit != ""]
    return next(iter((*alike, *near, *counted)), None)


def _without(gap: Gap, told: Iterable[Gap]) -> Gap:
    """What is left of a gap when the numbers that were told are taken from it."""
    old, new = gap
    for one in told:
        old, new = _cut(old, one.before), _cut(new, one.after)
    return Gap(old, new)


def _cut(row: Row, taken: Row) -> Row:
    """The longer part of a row that is left when another one is taken from it."""
    if taken.last <= row.first or row.last <= taken.first:
        return row
    parts = (
        Row(row.first, min(taken.first, row.last)),
        Row(max(taken.last, row.first), row.last),
    )
    return max(parts, key=lambda part: part.last - part.first)


def _what(before: Side, after: Side, gap: Gap) -> What:
    """What a gap is: numbers, names, or words left out, added or replaced."""
    if (
        gap.before
        and gap.after
        and before.digits(gap.before) != after.digits(gap.after)
    ):
        return "number"
    if not gap.before or not gap.after:
        return "left_out" if gap.before else "added"
    gone = before.named(gap.before) - {name for _, name in after.names}
    come = after.named(gap.after) - {name for _, name in before.names}
    return "name" if gone or come else "replaced"
