"""Every number that a text says: figures, other numbers, places in a row, bare digits.

1. Figures, as the reader of figures sees them; "three quarters of a million" is one.
2. Numbers in words or digits that count nothing known.
3. Places in a row from the third on: "the tenth meeting", «الاجتماع الحادي عشر».
4. Digits that are left over: hours, the numbers of resolutions, parts of names.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from typing import Final

from marsad.composing.orders import order_at
from marsad.reading.dates.lengths import LENGTHS
from marsad.reading.figures.bounds import EXACT, Bounds
from marsad.reading.findings import Figure
from marsad.reading.numbers.numbers import Number, NumberReader
from marsad.reading.numbers.ranges import with_ranges
from marsad.reading.passage import Found, Passage, Seen

_DIGITS: Final = re.compile(r"\d+")
# What may part "three quarters" from "million".
_OF_A: Final = frozenset(("of", "a", "an", "the", "de", "d", "'", "un"))
_SCALES: Final = frozenset((1e3, 1e6, 1e9, 1e12))
# "One" and "two" in words are as often articles and pairs as counts.
_SMALL: Final = 2


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """One number of a text with the words that say it, its bound and its unit."""

    start: int
    end: int
    words: str
    value: float
    high: float | None = None
    bound: str = EXACT
    unit: str = ""
    form: str = "figure"  # figure / number / order / digits
    # Whether it is one or two in words, or known for sure to be no count.
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A number with its tokens."""

    first: int
    last: int
    said: SaidNumber


def numbers_of(passage: Passage, found: Found) -> Iterator[SaidNumber]:
    """All numbers of a passage that belong to no date, in no certain order."""
    dated = _tokens(one for one in found.dates if one.finding.reader != LENGTHS)
    rows = [one for one in _orders(passage, dated) if one.last - one.first > 1]
    figures = [
        _figure(passage, seen, seen.finding)
        for seen in found.figures
        if isinstance(seen.finding, Figure) and not _covers(seen, _covered(rows))
    ]
    covered = dated | _covered(rows) | _covered(figures)
    rows += _orders(passage, covered)
    covered |= _covered(rows)
    others = [_other(passage, one) for one in _numbers(passage, covered)]
    placed = sorted([*figures, *others], key=lambda one: (one.first, one.last))
    yield from (one.said for one in _with_shares_of_scales(passage, placed))
    yield from (one.said for one in rows)
    yield from _left_over(passage, covered | _covered(others))


def _covered(placed: Iterable[_Placed]) -> set[int]:
    return {token for one in placed for token in range(one.first, one.last)}


def _covers(seen: Seen, tokens: Set[int]) -> bool:
    return not tokens.isdisjoint(range(seen.first, seen.last))


def _tokens(seen: Iterable[Seen]) -> set[int]:
    return {token for one in seen for token in range(one.first, one.last)}


def _figure(passage: Passage, seen: Seen, finding: Figure) -> _Placed:
    span = finding.span
    in_words = not any(one.isdigit() for one in span.quote)
    said = SaidNumber(
        start=span.start,
        end=span.end,
        words=span.quote,
        value=finding.value,
        high=finding.high,
        bound=finding.bound,
        unit=finding.unit,
        is_small=in_words
        and finding.value <= _SMALL
        and _is_pair(passage, seen, finding),
    )
    return _Placed(seen.first, seen.last, said)


def _is_pair(passage: Passage, seen: Seen, figure: Figure) -> bool:
    """Whether "two" names the two that were named before: "the two ministers"."""
    before = passage.words[seen.first - 1] if seen.first else ""
    is_whole = figure.value == int(figure.value)
    return is_whole and (figure.is_doubtful or before in _DEFINITE)


_DEFINITE: Final = frozenset(
    "the both these those les ces des leurs ses nos هذان هذين".split()
)


def _numbers(passage: Passage, covered: Set[int]) -> list[Number]:
    numbers = with_ranges(passage, NumberReader(passage, covered).all())
    return [one for one in numbers if covered.isdisjoint(range(one.first, one.last))]


def _other(passage: Passage, number: Number) -> _Placed:
    span = passage.span(number.first, number.last, number.clitic)
    bound, _ = passage.once(Bounds).of(number.first, number.last, number.last)
    in_words = not any(one.isdigit() for one in span.quote)
    said = SaidNumber(
        start=span.start,
        end=span.end,
        words=span.quote,
        value=number.value,
        high=number.high,
        bound="more_than" if number.form == "vague" else bound,
        unit="fraction" if number.form == "fraction" else "",
        form="number",
        is_small=in_words and number.value <= _SMALL,
    )
    return _Placed(number.first, number.last, said)


def _with_shares_of_scales(passage: Passage, placed: list[_Placed]) -> list[_Placed]:
    """Join "three quarters" and "of a million people" into one number."""
    joined: list[_Placed] = []
    for one in placed:
        if joined and _is_share_of(passage, joined[-1], one):
            joined[-1] = _share_of(passage, joined[-1], one)
        else:
            joined.append(one)
    return joined


def _is_share_of(passage: Passage, share: _Placed, scale: _Placed) -> bool:
    between = passage.words[share.last : scale.first]
    is_joined = bool(between) and _OF_A.issuperset(between)
    is_scale = scale.said.value in _SCALES and scale.said.high is None
    return share.said.unit == "fraction" and is_joined and is_scale


def _share_of(passage: Passage, share: _Placed, scale: _Placed) -> _Placed:
    value = share.said.value * scale.said.value
    words = passage.span(share.first, scale.last).quote
    said = replace(
        scale.said,
        start=share.said.start,
        words=words,
        value=value,
        bound=share.said.bound,
        is_small=False,
    )
    return _Placed(share.first, scale.last, said)


def _orders(passage: Passage, covered: Set[int]) -> list[_Placed]:
    found: list[_Placed] = []
    last = 0
    for token in range(len(passage.words)):
        if token in covered or token < last:
            continue
        order = order_at(passage.words, token, passage.language)
        if order is None:
            continue
        span = passage.span(token, order.last)
        last = order.last
        said = SaidNumber(*span, value=float(order.value), form="order")
        found.append(_Placed(token, last, said))
    return found


def _left_over(passage: Passage, covered: Set[int]) -> Iterator[SaidNumber]:
    for token, word in enumerate(passage.words):
        if token in covered:
            continue
        for run in _DIGITS.findall(word):
            span = passage.span(token, token + 1)
            yield SaidNumber(
                *span[:2], words=span.quote, value=float(run), form="digits"
            )
