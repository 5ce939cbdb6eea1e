"""What a block claims, against what its entries hold; and what claims nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from marsad.composing.doubts import Code
from marsad.composing.editions import Block, Roll, Sort
from marsad.composing.held import Held, HeldNumber
from marsad.composing.names_borne import is_borne
from marsad.composing.numbers_borne import fault_of, fault_of_day
from marsad.composing.said import Said, SaidDay, SaidWords, said_in
from marsad.composing.words_borne import (
    is_reported,
    is_verbatim,
    outermost,
    sources_of,
    typeset,
)
from marsad.reading.findings import Interval

# Of an entry in another language, so many words are known where they stand.
_FEWEST_WORDS: Final = 4
# So much alike, a text is the entry's words, and not a sentence on who says them.
_ALIKE: Final = 75.0
# The house may call itself by its name anywhere, and the adversary in its headings.
_HOUSE: Final = "Global Coalition"
_SUBJECTS: Final = frozenset((_HOUSE, "Daesh"))
# What holds until something newer is known, so that "today" is true of it.
_STANDING_KINDS: Final = frozenset(("figure", "membership", "commitment"))
_SMALL: Final = 2


class Found(NamedTuple):
    """Something wrong in a text: where it stands, and what a doubt says of it."""

    start: int
    code: Code
    words: str
    details: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a block with the day that it is written on."""

    words: str
    language: str
    as_of: date
    sort: Sort
    said: Said = field(init=False)

    def __post_init__(self) -> None:
        """Read what the text says."""
        said = said_in(self.words, self.language, self.as_of)
        object.__setattr__(self, "said", said)

    def quoted(self, held: Held) -> tuple[SaidWords, ...]:
        """The words that the text gives as somebody's own."""
        closed = (one for one in self.said.marked if one.is_closed)
        marked = outermost((*closed, *self._left_as_said(held)))
        if not marked and self.sort is Sort.QUOTATION and self._is_copy(held):
            return (SaidWords(0, len(self.words), self.words, is_closed=True),)
        return marked

    def _left_as_said(self, held: Held) -> Iterator[SaidWords]:
        """The words of an entry in another language, as they stand in the text."""
        for one in held.entries:
            start = self.words.find(one.words) if one.language != self.language else -1
            if start >= 0 and len(one.words.split()) >= _FEWEST_WORDS:
                end = start + len(one.words)
                yield SaidWords(start, end, one.words, is_closed=True, is_marked=False)

    def _is_copy(self, held: Held) -> bool:
        sources = sources_of(held.entries)
        own = typeset(self.words)
        alike = (fuzz.ratio(own, typeset(one)) for one in sources)
        return max(alike, default=0.0) >= _ALIKE or is_verbatim(self.words, sources)


def text_of(block: Block, language: str, as_of: date) -> Text:
    """The text of a block, ready to be checked."""
    return Text(block.text, language, as_of, block.sort)


def unborne(text: Text, held: Held) -> list[Found]:
    """Everything in a text that the entries behind it do not bear, in its order."""
    quoted = text.quoted(held)
    loose = [*_numbers(text, held), *_days(text, held), *_names(text, held)]
    found = [
        *_quotations(quoted, held),
        *_open_marks(text),
        *(one for one in loose if _is_outside(one, quoted)),
    ]
    return sorted(found, key=lambda one: (one.start, one.code.value, one.words))


def _is_outside(found: Found, quoted: Iterable[SaidWords]) -> bool:
    """Whether words stand outside of quotations, which are checked letter by letter."""
    end = found.start + len(found.words)
    return not any(one.start <= found.start and end <= one.end for one in quoted)


def _quotations(quoted: Iterable[SaidWords], held: Held) -> Iterator[Found]:
    sources = sources_of(held.entries)
    for one in quoted:
        if not is_verbatim(one.words, sources):
            yield Found(one.start, Code.QUOTATION, one.words)
        elif one.is_marked and is_reported(one.words, held.entries):
            yield Found(one.start, Code.REPORTED_AS_SAID, one.words)


def _open_marks(text: Text) -> Iterator[Found]:
    for one in text.said.marked:
        if not one.is_closed and one.end - one.start > 0:
            yield Found(one.start, Code.QUOTATION, one.words, {"case": "open"})


def _numbers(text: Text, held: Held) -> Iterator[Found]:
    for one in text.said.numbers:
        if fault := fault_of(one, held, text.language):
            yield Found(one.start, Code.NUMBER, one.words, fault)


def _days(text: Text, held: Held) -> Iterator[Found]:
    known = [Interval(text.as_of, text.as_of)] if _may_say_today(text, held) else []
    holds: str | None
    for one in text.said.days:
        if one.is_other_weekday:
            holds, case = str(one.days.first), "weekday"
        elif _is_own_date(one, text):
            continue
        else:
            holds, case = fault_of_day(one, held, known), "day"
        if holds is not None:
            details = {"wrote": one.words, "holds": holds, "case": case}
            yield Found(one.start, Code.NUMBER, one.words, details)


def _may_say_today(text: Text, held: Held) -> bool:
    is_standing = any(one.kind in _STANDING_KINDS for one in held.entries)
    return is_standing or text.sort is Sort.ROLL


def _is_own_date(day: SaidDay, text: Text) -> bool:
    """Whether a title or heading gives the day, week or month that the brief is of."""
    first, last = day.days
    return text.sort is Sort.SECTION and first <= text.as_of <= last


def _names(text: Text, held: Held) -> Iterator[Found]:
    for one in text.said.names:
        is_subject = one.canonical in _SUBJECTS and text.sort is Sort.SECTION
        if one.is_name and not is_subject and not is_borne(one, held):
            yield Found(one.start, Code.NAME, one.words, {"canonical": one.canonical})


def facts_in(text: Text) -> list[Found]:
    """What makes a fact of a text that should claim nothing, in its order."""
    code = Code.FACT_IN_REMARK
    said, today = text.said, text.as_of
    found = [Found(one.start, code, one.words) for one in said.marked]
    found += [
        Found(one.start, code, one.words)
        for one in said.numbers
        if one.value > _SMALL or one.unit == "fraction" or _has_digits(one.words)
    ]
    found += [
        Found(one.start, code, one.words)
        for one in said.days
        if not one.days.first <= today <= one.days.last
    ]
    found += [
        Found(one.start, code, one.words)
        for one in said.names
        if one.is_name and not one.is_adjective and one.canonical != _HOUSE
    ]
    found += [Found(one.start, code, one.words) for one in said.deeds]
    return sorted(found, key=lambda one: (one.start, len(one.words)))


def _has_digits(words: str) -> bool:
    return any(letter.isdigit() for letter in words)


def with_roll(held: Held, roll: Roll | None) -> Held:
    """What a list of members bears by itself: its names, its days and how many they are."""
    if roll is None:
        return held
    count = HeldNumber(float(len(roll.members)), None, "exact", "member")
    days = {Interval(one.since, one.since) for one in roll.members if one.since}
    names = [*roll.grouping.values()]
    names += [name for one in roll.members for name in one.names.values()]
    said = [
        said_in(name, language, None)
        for each in (roll.grouping, *(one.names for one in roll.members))
        for language, name in each.items()
    ]
    canonical = {one.canonical for each in said for one in each.names}
    return replace(
        held,
        numbers=(*held.numbers, count),
        days=held.days | days | {Interval(roll.as_of, roll.as_of)},
        names=held.names | canonical,
        letters=" ".join((held.letters, *names)),
    )
