"""Two wordings laid side by side: which words are the same, moved, or differ.

1. The longest rows of the same words are matched, in the order of the line.
2. Words that stand outside of them on both sides are the same words, moved.
3. What is left on one side or both, between words that are the same, is a gap.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import Final, NamedTuple

# Words of content that came between moved words: more, and the row ends.
_BREAK: Final = 3


class Row(NamedTuple):
    """Words of one side, the last one exclusive; there may be none."""

    first: int
    last: int

    def __bool__(self) -> bool:
        return self.last > self.first

    def touches(self, other: "Row") -> bool:
        """Say whether two rows overlap, or one begins where the other ends."""
        return self.first <= other.last and other.first <= self.last


class Gap(NamedTuple):
    """Words of the line, and those that stand there instead; either may be none."""

    before: Row
    after: Row


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two wordings word by word."""

    pairs: Mapping[int, int]  # words that are the same, moved ones too
    moved: tuple[Gap, ...]
    gaps: tuple[Gap, ...]


def align(
    before: Sequence[str], after: Sequence[str], is_content: Sequence[bool]
) -> Alignment:
    """Lay two rows of signs side by side; words without content never move alone."""
    pairs: dict[int, int] = {}
    raw: list[Gap] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(first, last), range(start, end), strict=True))
        else:
            raw.append(Gap(Row(first, last), Row(start, end)))
    moved = _moved(before, after, is_content, raw)
    rows = tuple(_moved_rows(moved, raw, is_content))
    gaps = tuple(gap for one in raw for gap in _left(one, moved, rows))
    return Alignment(pairs | moved, rows, gaps)


def _moved(
    before: Sequence[str],
    after: Sequence[str],
    is_content: Sequence[bool],
    gaps: Sequence[Gap],
) -> dict[int, int]:
    """Words of content in gaps of one side that stand in gaps of the other as well."""
    there: dict[str, list[int]] = defaultdict(list)
    for gap in gaps:
        for word in range(*gap.after):
            there[after[word]].append(word)
    moved = {}
    for gap in gaps:
        for word in range(*gap.before):
            if is_content[word] and there[before[word]]:
                moved[word] = there[before[word]].pop(0)
    return moved


def _moved_rows(
    moved: Mapping[int, int], gaps: Sequence[Gap], is_content: Sequence[bool]
) -> Iterator[Gap]:
    """Rows of moved words, with the words without content between them."""
    for gap in gaps:
        words = [word for word in range(*gap.before) if is_content[word]]
        for is_moved, group in groupby(words, key=moved.__contains__):
            if is_moved:
                row = list(group)
                places = sorted(moved[word] for word in row)
                yield Gap(
                    Row(row[0], row[-1] + 1), Row(places[0], _unbroken(places) + 1)
                )


def _unbroken(places: Sequence[int]) -> int:
    """The last of some places before a break of more than two words."""
    last = places[0]
    for place in places:
        if place - last > _BREAK:
            break
        last = place
    return last


def _left(gap: Gap, moved: Mapping[int, int], rows: Sequence[Gap]) -> Iterator[Gap]:
    """What is left of a gap when moved words are taken from it."""
    old = _rest(gap.before, set(moved), [row.before for row in rows])
    new = _rest(gap.after, set(moved.values()), [row.after for row in rows])
    for one, other in zip_longest(old, new):
        yield Gap(
            one or Row(gap.before.first, gap.before.first),
            other or Row(gap.after.first, gap.after.first),
        )


def _rest(row: Row, moved: set[int], rows: Sequence[Row]) -> list[Row]:
    words = [
        word
        for word in range(*row)
        if word not in moved and not any(one.first <= word < one.last for one in rows)
    ]
    found: list[Row] = []
    for word in words:
        if found and found[-1].last == word:
            found[-1] = Row(found[-1].first, word + 1)
        else:
            found.append(Row(word, word + 1))
    return found
