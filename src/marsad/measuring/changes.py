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

# The length of the code of a state.
_STATE: Final = 2
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


def changes_across(before: Side, after: Side) -> tuple[Change, ...]:
    """The alterations of a translation that numbers and states tell, graver first.

    Bodies have names of their own in each language, and not all of them are known.
    """
    found: list[Change] = []
    left = list(after.numbers)
    for one in before.numbers:
        same = [other for other in left if other.value == one.value]
        counted = [other for other in left if one.unit == other.unit != ""]
        other = next(iter((*same, *counted)), None)
        if other:
            left.remove(other)
            found += _changed_across(before, after, one, other)
        elif not after.writes(one.value):
            found.append(Change("left_out", before.quote(one.row), ""))
    rest = [one for one in left if not before.writes(one.value)]
    found += [Change("added", "", after.quote(one.row)) for one in rest]
    found += [Change("left_out", name, "") for name in _states_only_in(before, after)]
    found += [Change("added", "", name) for name in _states_only_in(after, before)]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.what)))


def _changed_across(
    before: Side, after: Side, one: Number, other: Number
) -> Iterator[Change]:
    if not one.is_like(other):
        old = before.with_bound(one.row, [Row(0, len(before.wording))])
        new = after.with_bound(other.row, [Row(0, len(after.wording))])
        yield _told("number", before, after, Gap(old, new))


def _states_only_in(side: Side, other: Side) -> Iterator[str]:
    """The states that the other side does not name, as they are written."""
    named = {one.name for one in other.names}
    for one in side.names:
        is_state = len(one.name) == _STATE and one.name.isupper()
        if is_state and one.name not in named:
            named.add(one.name)
            yield side.quote(one.row)


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
    is_same_number = before.values(gap.before) == after.values(gap.after) != set()
    if gap.before and gap.after and has_digits and not is_same_number:
        return "number"
    if before.is_bound(gap.before) or after.is_bound(gap.after):
        return "number"
    if not gap.before or not gap.after:
        return "left_out" if gap.before else "added"
    gone = before.named(gap.before) - {one.name for one in after.names}
    come = after.named(gap.after) - {one.name for one in before.names}
    return "name" if gone or come else "replaced"
