"""How the words of a released line were altered where they turned up.

1. The two wordings are aligned word by word, each word by its key.
2. Of every figure that stands on both sides, value and bound are compared.
3. What else differs is a name, or words left out, added, replaced or moved.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from marsad.measuring.alignments import Alignment, Gap, Row, align
from marsad.measuring.sides import Number, Side

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
    one: Number, others: Sequence[Number], aligned: Alignment
) -> Number | None:
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
    has_digits = before.digits(gap.before) != after.digits(gap.after)
    if gap.before and gap.after and has_digits:
        return "number"
    if before.is_bound(gap.before) or after.is_bound(gap.after):
        return "number"
    if not gap.before or not gap.after:
        return "left_out" if gap.before else "added"
    gone = before.named(gap.before) - {name for _, name in after.names}
    come = after.named(gap.after) - {name for _, name in before.names}
    return "name" if gone or come else "replaced"
