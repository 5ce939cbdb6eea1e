"""What a text says, as far as it can be checked: numbers, days, names, marked words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from marsad.composing.numbers_said import SaidNumber, numbers_of
from marsad.composing.stretches import stretches
from marsad.reading.dates.lengths import LENGTHS
from marsad.reading.deeds.places import places
from marsad.reading.findings import (
    Call,
    Commitment,
    DateMention,
    Figure,
    Finding,
    Interval,
    Membership,
    Party,
    Person,
    Quote,
)
from marsad.reading.names.states import known_states
from marsad.reading.names.written import Letters
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import READERS
from marsad.spans import Span
from marsad.text.marks import find_marks
from marsad.text.normalise import View, fold
from marsad.text.tokens import Tokens

# Digits with the signs and blanks that part thousands and decimals.
_DIGITS: Final = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*")
# So many texts stay in memory: the words of sources are asked for in every language.
_KEPT: Final = 2048


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A date of a text, and the days that it means."""

    start: int
    end: int
    words: str
    days: Interval
    precision: str
    # Whether it names a day of the week on which that date does not fall.
    is_other_weekday: bool = False


@dataclass(frozen=True, slots=True)
class SaidName:
    """A state, body or person that a text names."""

    start: int
    end: int
    words: str
    canonical: str
    is_person: bool
    is_name: bool  # and not "the coalition", "the members"
    # Of a body that is named by its state, "the Iraqi police": the state.
    state: str = ""
    # "Iraqi" alone, which names nobody but tells whose officers they are.
    is_adjective: bool = False
    is_armed: bool = False


@dataclass(frozen=True, slots=True)
class SaidWords:
    """Words between two quotation marks, or at a mark that has no partner."""

    start: int
    end: int
    words: str
    is_closed: bool
    # Not so of an entry's own words that stand in a text without marks.
    is_marked: bool = True


@dataclass(frozen=True, slots=True)
class SaidDeed:
    """A clause that says who spoke, asked, promised, met, joined."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """All that a text says; each in the order of the text."""

    numbers: tuple[SaidNumber, ...]
    days: tuple[SaidDay, ...]
    names: tuple[SaidName, ...]
    deeds: tuple[SaidDeed, ...]
    marked: tuple[SaidWords, ...]
    digits: frozenset[str]


@lru_cache(maxsize=_KEPT)
def said_in(text: str, language: str, published: date | None) -> Said:
    """Read what a text says; days are told from the day of its publication."""
    numbers: list[SaidNumber] = []
    names: list[SaidName] = []
    days: list[SaidDay] = []
    findings: list[Finding] = []
    for passage in _passages(text, language, published):
        found = Found()
        for kind, reader in READERS:
            seen = sorted(reader(passage, found), key=lambda one: one[:2])
            getattr(found, kind).extend(seen)
        numbers += numbers_of(passage, found)
        seen_here = [one.finding for kind, _ in READERS for one in getattr(found, kind)]
        days += _days(passage, seen_here)
        own = list(_names(passage, seen_here))
        names += [*own, *_towns(passage, found, own)]
        findings += seen_here
    findings.sort(key=lambda one: (one.span.start, one.span.end))
    numbers.sort(key=lambda one: (one.start, one.end))
    return Said(
        numbers=tuple(numbers),
        days=tuple(sorted(days, key=lambda one: (one.start, one.end))),
        names=tuple(sorted(names, key=lambda one: (one.start, one.end))),
        deeds=tuple(SaidDeed(*one.span) for one in findings if _is_deed(one)),
        marked=tuple(_marked(text)),
        digits=frozenset(plain_digits(one) for one in _DIGITS.findall(fold(text))),
    )


def plain_digits(digits: str) -> str:
    """A row of digits without the noughts before it and the signs in it."""
    return re.sub(r"\D", "", digits).lstrip("0") or "0"


def _passages(text: str, language: str, published: date | None) -> Iterator[Passage]:
    """The text in its own language, and what stands in it in others."""
    marked = [(one.start, one.end) for one in _marked(text) if one.is_closed]
    for one in stretches(text, language, marked):
        yield Passage(one.words, one.language, offset=one.start, published=published)


def _days(passage: Passage, findings: Iterable[Finding]) -> Iterator[SaidDay]:
    weekdays = [
        (passage.span(hit.first, hit.last), int(hit.row["value"]))
        for hit in passage.hits("time")
        if hit.row["class"] == "weekday"
    ]
    for one in findings:
        if isinstance(one, DateMention) and one.reader != LENGTHS:
            named = [day for span, day in weekdays if one.span.contains(span)]
            first = one.interval.first
            is_other = (
                one.precision == "day"
                and bool(named)
                and (first.weekday() not in named)
            )
            yield SaidDay(*one.span, one.interval, one.precision, is_other)


def _names(passage: Passage, findings: Iterable[Finding]) -> Iterator[SaidName]:
    adjectives = list(_adjectives(passage))
    dated = [one.span for one in findings if isinstance(one, DateMention)]
    named = [
        one
        for one in findings
        if isinstance(one, Party | Person)
        # "La Coalition le 10 novembre" is no body of that name.
        and not any(day.overlaps(one.span) for day in dated)
    ]
    # The US of "US dollars" is nobody.
    money = [one for one in findings if isinstance(one, Figure) and one.unit.isupper()]
    taken = [one.span for one in (*named, *money)]
    for one in named:
        is_person = isinstance(one, Person)
        is_name = not isinstance(one, Party) or one.mention == "name"
        states = [state for span, state in adjectives if one.span.contains(span)]
        state = states[0] if states and not is_person else ""
        yield SaidName(
            *one.span,
            one.canonical,
            is_person=is_person,
            is_name=is_name,
            state=state,
            is_armed=isinstance(one, Party) and one.type == "armed_group",
        )
    # "Iraqi officers" are nobody's name, but Syrian officers are others.
    for span, state in adjectives:
        if not any(one.overlaps(span) for one in taken):
            yield SaidName(
                *span, state, is_person=False, is_name=True, is_adjective=True
            )


def _towns(
    passage: Passage, found: Found, named: Iterable[SaidName]
) -> Iterator[SaidName]:
    """Towns where something is, by their English names; a capital that acts is a state."""
    taken = [(one.start, one.end) for one in named]
    for place in places(passage, found):
        span = passage.span(place.first, place.last)
        is_known = any(start < span.end and span.start < end for start, end in taken)
        if place.city and not is_known:
            yield SaidName(*span, place.city, is_person=False, is_name=True)


def _adjectives(passage: Passage) -> Iterator[tuple[Span, str]]:
    known = known_states(passage, Letters(passage))
    for hit in known.nationality.values():
        yield passage.span(hit.first, hit.last, hit.clitic), hit.row["iso"]


def _is_deed(finding: Finding) -> bool:
    is_telling = isinstance(finding, Quote | Commitment | Call | Membership)
    return is_telling and not finding.is_doubtful


def _marked(text: str) -> Iterator[SaidWords]:
    view = View(text)
    tokens = Tokens(view.text)
    marks = find_marks(tokens, view.text)
    for one in marks.marked:
        if one.first < one.last:
            span = view.span(tokens.starts[one.first], tokens.ends[one.last - 1])
            if any(letter.isalnum() for letter in span.quote):
                yield SaidWords(*span, one.is_closed)
    for token in marks.lone_closers:
        before = max(token - 3, 0)
        span = view.span(tokens.starts[before], tokens.ends[token])
        yield SaidWords(*span, is_closed=False)
