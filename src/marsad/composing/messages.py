"""One message: what partners say that a draft disagrees with.

1. What a block cites is compared with what a partner says, as two entries are.
2. What its sentences say is read, and its figures are compared with the partner's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from marsad.collecting.documents import Document
from marsad.composing.compared import Side, days_of, disagree_on
from marsad.composing.counting import Quantity
from marsad.composing.doubts import Code, Doubt, doubt_of
from marsad.composing.editions import Block, Cited, Edition, Sort
from marsad.composing.pieces import plain
from marsad.composing.said import said_in
from marsad.linking.contradictions import are_rivals
from marsad.linking.indicators import point_of
from marsad.linking.values import Value, values_of
from marsad.reading.findings import Figure
from marsad.reading.pipeline import Reading, read
from marsad.text.normalise import fold

_SILENT: Final = frozenset((Sort.SECTION, Sort.REMARK))
# Two figures without a series count the same where so much of what they count is shared.
_SAME_SUBJECT: Final = 80.0


class Clash(NamedTuple):
    """What a draft says, and what a partner says otherwise."""

    wrote: str
    holds: str
    about: str
    cited: Cited | None = None


def disagreements(
    edition: Edition, others: Iterable[Cited], *, on: date, days: int = 90
) -> tuple[Doubt, ...]:
    """Lines of partners of the last days that a draft disagrees with, block by block.

    ``others`` are entries whose actor is a partner. Each doubt carries the number of
    the partner's entry last, after that of the draft.
    """
    recent = [Side(one) for one in others if _is_recent(one, on, days)]
    sides = {number: Side(one) for number, one in edition.by_number.items()}
    found: dict[str, Doubt] = {}
    for manuscript in edition.manuscripts:
        for block in manuscript.blocks:
            if recent and block.sort not in _SILENT:
                comparing = _Comparing(edition, block, manuscript.language, sides)
                found.update((one.key, one) for one in comparing.with_all(recent))
    return tuple(found.values())


def _is_recent(one: Cited, on: date, days: int) -> bool:
    """Whether an entry still speaks and was said within so many days."""
    published = [each.published for each in one.passages if each.published]
    said = max(published, default=one.day)
    return one.state == "current" and on - timedelta(days=days) <= said <= on


class _Comparing:
    """One block of a draft, compared with what partners say."""

    def __init__(
        self,
        edition: Edition,
        block: Block,
        language: str,
        sides: Mapping[int, Side],
    ) -> None:
        self._block = block
        self._language = language
        self._cited = [sides[one] for one in block.entries if one in sides]
        self._said = said_in(block.text, language, edition.as_of)
        self._values = _values(block.text, language, edition.as_of)

    def with_all(self, others: Iterable[Side]) -> Iterator[Doubt]:
        """A doubt for each partner's line that disagrees."""
        for other in others:
            if other.cited.number not in self._block.entries:
                clash = next(self._clashes(other), None)
                if clash:
                    yield self._doubt(clash, other.cited)

    def _clashes(self, side: Side) -> Iterator[Clash]:
        theirs, other = side.value, side.cited
        for ours in self._values if theirs else ():
            # A draft that only repeats what it cites disagrees as its entry does.
            known = (one.cited for one in self._cited)
            cited = next((one for one in known if _is_of(ours, one)), None)
            if theirs and self._deny(ours, theirs, cited):
                words = ours.attestation.finding.span.quote
                yield Clash(words, _shown(other, self._language), "value", cited)
        for one in self._cited:
            if about := disagree_on(one, side):
                wrote = _side(one.cited, about, self._language)
                holds = _side(other, about, self._language)
                yield Clash(wrote, holds, about, one.cited)

    def _deny(self, ours: Value, theirs: Value, cited: Cited | None) -> bool:
        """Whether a value of the text and a partner's are of one thing and cannot both hold.

        The text's is of the day of the entry that bears it, else of a day that the text
        names, else of whatever day the partner speaks of.
        """
        if not _are_of_one(ours, theirs):
            return False
        moments = [days_of(cited)] if cited else [one.days for one in self._said.days]
        point = point_of(theirs)
        return any(
            are_rivals(point_of(replace(ours, moment=moment)), point)
            for moment in moments or [theirs.moment]
        )

    def _doubt(self, clash: Clash, other: Cited) -> Doubt:
        return doubt_of(
            Code.ONE_MESSAGE,
            self._language,
            self._block,
            words=clash.wrote if clash.wrote in self._block.text else "",
            entries=(clash.cited, other) if clash.cited else (other,),
            details={
                "wrote": clash.wrote,
                "holds": clash.holds,
                "about": clash.about,
                "theirs": str(other.number),
                "who": other.actor.get(self._language, ""),
            },
        )


@lru_cache(maxsize=1024)
def _values(text: str, language: str, as_of: date) -> tuple[Value, ...]:
    """The values that the sentences of a draft give."""
    document = Document(id="draft", text=text, language=language, published=as_of)
    return values_of(Reading(document, read(document)))


def _is_of(ours: Value, cited: Cited) -> bool:
    return ours.value == cited.value


def _are_of_one(ours: Value, theirs: Value) -> bool:
    """Whether two values stand in one series or, in none, count one thing."""
    if ours.key.indicator is None or theirs.key.indicator is None:
        return _is_one_subject(ours, theirs)
    return ours.key == theirs.key


def _is_one_subject(ours: Value, theirs: Value) -> bool:
    first, second = ours.attestation.finding, theirs.attestation.finding
    if not (isinstance(first, Figure) and isinstance(second, Figure)):
        return False
    if first.unit != second.unit or first.place != second.place or not first.subject:
        return False
    subjects = fold(first.subject), fold(second.subject)
    is_told = min(len(one.split()) for one in subjects) > 1
    return is_told and fuzz.token_sort_ratio(*subjects) >= _SAME_SUBJECT


def _side(one: Cited, about: str, language: str) -> str:
    """What one side says of that on which two disagree."""
    if about == "days":
        return str(one.due_on or days_of(one))
    if about == "attendance":
        return str(one.fields.get("attendance"))
    return one.words if about == "words" else _shown(one, language)


def _shown(one: Cited, language: str) -> str:
    if one.value is None:
        return one.words
    quantity = Quantity(one.value, one.unit, bound=one.bound or "exact", high=one.high)
    return plain(quantity.bounded_number(language))
