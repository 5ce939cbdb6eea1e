"""One statement behind the reports of it: same speaker, close days, same words.

1. Statements are compared only with those of the same speaker on close days.
2. In one language, likeness of letters proposes; equal numbers must confirm, for
   "98 %" and "95 %" are one letter apart and two statements.
3. Across languages letters say nothing: numbers, parties and words whose translation is
   known are compared, and each of the two must be the best match of the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rapidfuzz import fuzz

from marsad.linking.attestations import Attestation, attest, by_day
from marsad.linking.persons import LinkedPerson, persons_by_document
from marsad.linking.translations import (
    LENGTH_RATIO,
    NOTHING,
    Likeness,
    Sign,
    Signs,
    likeness,
    signs_of,
)
from marsad.reading.findings import Figure, Party, Quote
from marsad.reading.pipeline import Reading
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_Words = Attestation[Quote]

_CLOSE: Final = timedelta(days=3)
# On two reports of one conference true pairs scored 95 to 100, false ones 39 to 48.
_ALIKE: Final = 85.0
# Part of a statement must be long enough not to be a common phrase.
_PART_WORDS: Final = 6
_PART_ALIKE: Final = 92.0
# So much better than the second best must a translation be, or neither is taken.
_MARGIN: Final = 0.15
# So many statements of one speaker in three days are compared with one another.
_WINDOW: Final = 200


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of one speaker, with every report that carries them."""

    speaker: str
    person: LinkedPerson | None
    attestations: tuple[_Words, ...]
    # What reports in two languages have in common, that held them together.
    shared: tuple[Sign, ...] = ()

    @property
    def is_translated(self) -> bool:
        """Whether reports in two languages were held together."""
        return bool(self.shared)

    @property
    def day(self) -> date:
        """The day of the first report."""
        return self.attestations[0].day

    @property
    def first(self) -> _Words:
        """The report that is quoted: the most direct words, then the earliest."""
        return min(self.attestations, key=directness)


_FORMS: Final = {"direct": 0, "mixed": 1, "indirect": 2}


def directness(one: _Words) -> tuple[int, tuple[date, str, int]]:
    """Sort words as said before words as reported, then by day."""
    return _FORMS[one.finding.form], by_day(one)


def link_statements(
    readings: Sequence[Reading], persons: Iterable[LinkedPerson] = ()
) -> tuple[Statement, ...]:
    """Everything that somebody said, once, in the order of the days."""
    known = persons_by_document(persons)
    numbers = _inside(readings)
    spoken = [_spoken(words, known, numbers) for words in attest(readings, Quote)]
    by_speaker: dict[str, list[Spoken]] = defaultdict(list)
    alone: list[Spoken] = []
    for one in spoken:
        if one.speaker:
            by_speaker[one.block].append(one)
        else:
            alone.append(one)
    groups = [[one] for one in alone]
    for block in by_speaker.values():
        groups.extend(_group(sorted(block, key=lambda one: by_day(one.words))))
    statements = (_statement(group) for group in groups)
    return tuple(sorted(statements, key=lambda one: by_day(one.attestations[0])))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote made ready for comparison."""

    words: _Words
    speaker: str
    person: LinkedPerson | None
    text: str
    numbers: frozenset[float]
    parties: frozenset[str]

    @property
    def signs(self) -> Signs:
        """What the words hold that is the same in every language; looked up when asked."""
        quote = self.words.finding.span.quote
        return signs_of(quote, self.words.language, self.numbers, self.parties)

    @property
    def block(self) -> str:
        """What all ways of naming one speaker share: the person, or the office."""
        return self.person.canonical if self.person else self.speaker.split()[-1]


_Content = Mapping[str, Sequence[Figure | Party]]


def _inside(readings: Sequence[Reading]) -> _Content:
    return {
        reading.document.id: [
            one for one in reading.findings if isinstance(one, Figure | Party)
        ]
        for reading in readings
    }


def _spoken(
    words: _Words,
    known: Mapping[tuple[str, str], LinkedPerson],
    content: _Content,
) -> Spoken:
    quote = words.finding
    held = [one for one in content[words.document.id] if quote.span.contains(one.span)]
    return spoken_of(
        words,
        numbers=frozenset(one.value for one in held if isinstance(one, Figure)),
        parties=frozenset(one.canonical for one in held if isinstance(one, Party)),
        person=known.get((words.document.id, quote.speaker_name or "")),
    )


def spoken_of(
    words: _Words,
    *,
    numbers: frozenset[float],
    parties: frozenset[str],
    person: LinkedPerson | None = None,
) -> Spoken:
    """A quote made ready for comparison, with the numbers and parties inside it."""
    return Spoken(
        words=words,
        speaker=fold(words.finding.speaker_name or "").strip(),
        person=person,
        text=_letters(words.finding.span.quote),
        numbers=numbers,
        parties=parties,
    )


def _letters(text: str) -> str:
    return " ".join(word for word in words_of(fold(text)) if word[0].isalnum())


def _group(spoken: Sequence[Spoken]) -> list[list[Spoken]]:
    """Put the reports of one statement together, first within each language."""
    groups: list[list[Spoken]] = []
    for one in spoken:
        near = [group for group in groups[-_WINDOW:] if _is_near(group[0], one)]
        home = next((group for group in near if _same_words(group, one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return _join_translations(groups)


def _is_near(one: Spoken, other: Spoken) -> bool:
    is_close = abs(one.words.day - other.words.day) <= _CLOSE
    first, second = set(one.speaker.split()), set(other.speaker.split())
    is_same = one.person is not None and one.person is other.person
    return is_close and (is_same or first <= second or second <= first)


def _same_words(group: Sequence[Spoken], one: Spoken) -> bool:
    return any(
        other.words.language == one.words.language and is_same_text(other, one)
        for other in group
    )


def is_same_text(one: Spoken, other: Spoken) -> bool:
    """Whether the words are the same, or part of each other, and all numbers agree."""
    shorter, longer = sorted((one, other), key=lambda spoken: len(spoken.text))
    if fuzz.ratio(shorter.text, longer.text) >= _ALIKE:
        return shorter.numbers == longer.numbers and digits_of(one) == digits_of(other)
    if len(shorter.text.split()) < _PART_WORDS:
        return False
    is_part = fuzz.partial_ratio(shorter.text, longer.text) >= _PART_ALIKE
    return (
        is_part
        and shorter.numbers <= longer.numbers
        and digits_of(shorter) <= digits_of(longer)
    )


def digits_of(spoken: Spoken) -> frozenset[str]:
    """The numbers written in digits, which no reader has to recognise first."""
    return frozenset(word for word in spoken.text.split() if word[0].isdigit())


def _join_translations(groups: list[list[Spoken]]) -> list[list[Spoken]]:
    """Join each statement with the best translation of it that each language offers."""
    matches = [_translations_of(groups, index) for index in range(len(groups))]
    joined = {index: list(group) for index, group in enumerate(groups)}
    home = list(range(len(groups)))
    for index, others in enumerate(matches):
        for other in others:
            new, old = home[index], home[other]
            if new != old and index in matches[other]:
                joined[new] += joined.pop(old)
                home = [new if one == old else one for one in home]
    return list(joined.values())


def _translations_of(groups: Sequence[Sequence[Spoken]], index: int) -> list[int]:
    """The best translation of a statement in each language, where one is the best."""
    window = range(max(0, index - _WINDOW), min(len(groups), index + _WINDOW))
    one = groups[index][0]
    offers: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for other in window:
        like = translation(one, groups[other][0])
        if like.is_enough and _is_near(one, groups[other][0]):
            offers[groups[other][0].words.language].append((like.share, other))
    return [best for found in offers.values() if (best := _best(found)) is not None]


def _best(offers: list[tuple[float, int]]) -> int | None:
    offers.sort(reverse=True)
    if len(offers) > 1 and offers[0][0] - offers[1][0] < _MARGIN:
        return None
    return offers[0][1]


def translation(one: Spoken, other: Spoken) -> Likeness:
    """What two wordings share that one may be a translation of the other."""
    if one.words.language == other.words.language:
        return NOTHING
    shorter, longer = sorted((len(one.text), len(other.text)))
    return (
        likeness(one.signs, other.signs)
        if longer <= LENGTH_RATIO * shorter
        else NOTHING
    )


def _statement(group: Sequence[Spoken]) -> Statement:
    ordered = sorted(group, key=lambda one: by_day(one.words))
    names = sorted((one.words.finding.speaker_name or "" for one in group), key=len)
    return Statement(
        speaker=names[-1],
        person=next((one.person for one in ordered if one.person), None),
        attestations=tuple(one.words for one in ordered),
        shared=_shared(ordered),
    )


def _shared(group: Sequence[Spoken]) -> tuple[Sign, ...]:
    """What the first reports in each of two languages have in common."""
    first = group[0]
    other = next(
        (one for one in group if one.words.language != first.words.language), None
    )
    return translation(first, other).shared if other else ()
