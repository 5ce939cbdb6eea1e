"""Sentences for what was said, promised and planned; the words stay in the original."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from marsad.composing.briefs import Line, Quoted, Shown
from marsad.composing.calendars import due, named, when
from marsad.composing.counting import Quantity
from marsad.composing.drafting import Drafter, capitalised
from marsad.composing.naming import Names
from marsad.composing.outline import Entry
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Pieces, plain, words
from marsad.linking.attestations import Attestation
from marsad.linking.statements import Statement, directness
from marsad.linking.undertakings import LinkedCommitment, LinkedMeeting
from marsad.reading.findings import Finding, Interval

# "The head of the finance ministry's relief office" is a name, a clause is none.
_LONGEST_NAME: Final = 8


class ReportLines:
    """Writes the statements, commitments and meetings of an outline in one language."""

    def __init__(self, drafter: Drafter) -> None:
        self._drafter = drafter
        self._names = drafter.names
        self._language = drafter.language

    def statement(self, entry: Entry[Statement], index: int) -> Line:
        """Who said it, when and where it was reported; the words stand in the original."""
        statement = entry.linked
        first = statement.first
        pieces = said(
            "statement.indirect" if first.finding.form == "indirect" else "statement",
            self._language,
            speaker=self._names.speaker(
                statement.speaker, statement.person, self._written(statement)
            ),
            when=self._on(first.day),
            sources=self._drafter.sources(entry.voices),
        )
        linked = (
            words(phrase("linked", self._language)) if statement.is_translated else ()
        )
        notes = (self._drafter.echoes(entry.voices), linked)
        return Line(
            id=f"statement-{index}",
            pieces=capitalised(pieces, self._language),
            citations=entry.citations,
            quoted=self._voices_of(statement),
            notes=tuple(note for note in notes if note),
            state="linked" if statement.is_translated else "",
        )

    def _on(self, day: date) -> Pieces:
        """The day of the report; nothing where no report has one."""
        if day == date.min:
            return ()
        moment = when(Interval(day, day), self._language)
        return said("statement.when", self._language, when=moment)

    def _written(self, statement: Statement) -> str:
        """How a report in the brief's language names the speaker, if it says more."""
        for one in statement.attestations:
            span = one.finding.speaker
            if one.language == self._language and span is not None:
                named = " ".join(span.quote.split())
                if 1 < len(named.split()) <= _LONGEST_NAME:
                    return named
        return ""

    def _voices_of(self, statement: Statement) -> tuple[Quoted, ...]:
        """The words as first reported, then once in each other language."""
        chosen: dict[str, Attestation[Finding]] = {}
        ranked = sorted(statement.attestations, key=directness)
        for one in self._drafter.cited(ranked):
            chosen.setdefault(one.language, one)
        return tuple(self._drafter.quoted(one) for one in chosen.values())

    def commitment(self, entry: Entry[LinkedCommitment], index: int) -> Line:
        """Who promised how much by when; the words stand in the original."""
        commitment = entry.linked
        party = commitment.party or ""
        amount = commitment.amount
        bound = commitment.bound
        quantity = Quantity(amount.value, amount.unit, bound=bound) if amount else None
        written = quantity.written(self._language, is_subject=False) if quantity else ()
        pieces = said(
            f"{'pledge' if written else 'commitment'}.{self._names.verb_form(party)}",
            self._language,
            party=self._names.subject(party),
            amount=written,
            due=self._due(commitment.due),
            sources=self._drafter.sources(entry.voices),
        )
        return Line(
            id=f"commitment-{index}",
            pieces=capitalised(pieces, self._language),
            citations=entry.citations,
            shown=self._amount(commitment, written, entry.citations[0]),
            quoted=(self._drafter.quoted(self._own(commitment.attestations)),),
            notes=tuple(note for note in (self._drafter.echoes(entry.voices),) if note),
            heading=self._standing(commitment),
            state=self._status(commitment),
        )

    def _amount(
        self, commitment: LinkedCommitment, written: Pieces, citation: int
    ) -> tuple[Shown, ...]:
        amount = commitment.amount
        if amount is None or not written:
            return ()
        figure = plain(written)
        return (
            Shown(amount.value, None, commitment.bound, amount.unit, figure, citation),
        )

    def _status(self, commitment: LinkedCommitment) -> str:
        if commitment.due is None:
            return "none"
        return "open" if commitment.is_open(self._drafter.outline.today) else "past"

    def _standing(self, commitment: LinkedCommitment) -> Pieces:
        """Whether it is due, as a heading; nothing where no report says what day it is."""
        if commitment.due and self._drafter.outline.today == date.min:
            return ()
        return words(phrase(f"status.{self._status(commitment)}", self._language))

    def _due(self, interval: Interval | None) -> Pieces:
        if interval is None:
            return ()
        return said("due", self._language, when=due(interval, self._language))

    def meeting(self, entry: Entry[LinkedMeeting], index: int) -> Line:
        """Where and when a meeting is planned; its name stands in the original."""
        meeting = entry.linked
        pieces = said(
            "meeting",
            self._language,
            where=where(self._names, meeting.city, meeting.country),
            when=when(meeting.interval, self._language) if meeting.interval else (),
            sources=self._drafter.sources(entry.voices),
        )
        return Line(
            id=f"meeting-{index}",
            pieces=capitalised(pieces, self._language),
            citations=entry.citations,
            quoted=(self._drafter.sentence_of(self._own(meeting.attestations)),),
            heading=named(meeting.interval, self._language) if meeting.interval else (),
            look="meeting",
        )

    def _own(
        self, attestations: Sequence[Attestation[Finding]]
    ) -> Attestation[Finding]:
        """The report in the brief's own language, else the first that is cited."""
        cited = self._drafter.cited(attestations)
        own = (one for one in cited if one.language == self._language)
        return next(own, cited[0])


def where(names: Names, city: str | None, country: str | None) -> Pieces:
    """In which town, of which state; nothing where neither is known."""
    language = names.language
    town = names.town(city) if city else ()
    state: Pieces = ()
    if country:
        # In brackets, and in French, a state stands without its article.
        is_bare = town or language == "fr"
        state = (names.party if is_bare else names.subject)(country)
    key = {
        (True, True): "in_city_of",
        (True, False): "in_city",
        (False, True): "in_country",
    }.get((bool(town), bool(state)))
    return said(key, language, city=town, country=state) if key else ()
