"""Sentences from the fields of linked findings, by rule, in one language."""

from collections.abc import Iterable, Mapping
from typing import Final

from marsad.composing.briefs import Line, Quoted, Row, Shown, Table
from marsad.composing.calendars import as_of, due, named, when
from marsad.composing.choosing import Dated
from marsad.composing.counting import Quantity, bare, bound_words, table
from marsad.composing.naming import Names, joined
from marsad.composing.outline import Entry, Outline, Rivals
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Piece, Pieces, fill, name, number, plain, words
from marsad.linking.attestations import Attestation
from marsad.linking.indicators import Point, Series
from marsad.linking.reprints import Voices
from marsad.linking.statements import Statement, directness
from marsad.linking.undertakings import LinkedCommitment, LinkedMeeting
from marsad.reading.findings import Finding, Interval, Quote
from marsad.text.language import language_of

_RIVALS: Final = {"ar": "؛ ", "en": "; ", "fr": "\u00a0; "}


class Drafter:
    """Writes the sentences of one language; every one of them carries its citations."""

    def __init__(self, outline: Outline, language: str) -> None:
        self.language = language
        self.outline = outline
        self.names = Names(outline.readings, language)
        self._numbers = {
            (one.document.id, one.span.start, one.span.end): one.number
            for one in outline.citations
        }

    # -- figures -------------------------------------------------------------------

    def figure(self, entry: Entry[Dated], index: int) -> Line:
        """A headline figure with its bound, moment and sources."""
        point = entry.linked.point
        claim, counted = self._claim(entry.linked.series, point)
        sentence = said(
            "figure",
            self.language,
            sentence=claim,
            as_of=self._where_and_when(entry.linked.series, point),
            sources=self.sources(entry.voices),
        )
        notes = [self._earlier(entry.linked), self._echoes(entry.voices)]
        if entry.linked.is_disputed:
            notes.insert(0, words(phrase("disputed", self.language)))
        return Line(
            id=f"figure-{index}",
            pieces=capitalised(sentence, self.language),
            citations=entry.citations,
            shown=(_shown(point, counted, entry.citations[0]),),
            heading=self.label(entry.linked.series),
            bound=words(bound_words(point.bound, point.unit, self.language)),
            big=self._big(point),
            notes=tuple(note for note in notes if note),
            state="disputed" if entry.linked.is_disputed else "",
        )

    def _where_and_when(self, series: Series, point: Point) -> Pieces:
        moment = as_of(point.moment, self.language)
        if not series.place:
            return moment
        return joined(
            [self.names.party(series.place), moment], self.language, last=None
        )

    def label(self, series: Series) -> Pieces:
        """What a series shows, as a heading."""
        row = self._frame(series)
        return self._framed(row["label"], series) if row else ()

    def contradiction(self, rivals: Rivals, index: int) -> Line:
        """The rival values of one moment, each with its sources."""
        row = self._frame(rivals.series)
        first = rivals.points[0].linked
        values: list[Piece] = []
        for place, entry in enumerate(rivals.points):
            values += words(_RIVALS[self.language]) if place else ()
            values += said(
                "rival",
                self.language,
                value=self._counted(rivals.series, entry.linked),
                sources=self.sources(entry.voices),
            )
        opening = said(
            "contradiction",
            self.language,
            what=self._framed(row["of"], rivals.series)
            if row
            else words(phrase("contradiction.generic", self.language)),
            as_of=as_of(first.moment, self.language),
        )
        pieces = (*opening, Piece(" "), *values, Piece("."))
        return Line(
            id=f"contradiction-{index}",
            pieces=capitalised(pieces, self.language),
            citations=tuple(one for entry in rivals.points for one in entry.citations),
            shown=tuple(
                _shown(
                    entry.linked,
                    self._counted(rivals.series, entry.linked),
                    entry.citations[0],
                )
                for entry in rivals.points
            ),
            state="disputed",
        )

    def members_table(self, entries: Iterable[Entry[Dated]]) -> Table | None:
        """How many members there were, by date, with every source."""
        listed = tuple(entries)
        if not listed or self.outline.body is None:
            return None
        caption = said(
            "table.members", self.language, owner=self.names.of(self.outline.body)
        )
        columns = ("column.when", "column.value", "column.sources")
        return Table(
            caption,
            tuple(phrase(key, self.language) for key in columns),
            tuple(self._member_row(entry) for entry in listed),
        )

    def _member_row(self, entry: Entry[Dated]) -> Row:
        point = entry.linked.point
        value = Quantity(point.value, "member", bound=point.bound)
        written = value.bounded_number(self.language)
        if entry.linked.is_disputed:
            mark = phrase("chart.disputed", self.language)
            written = (*written, Piece(f" ({mark})"))
        cells = (
            named(point.moment, self.language),
            written,
            self.sources(entry.voices),
        )
        shown = _shown(point, written, entry.citations[0])
        return Row(cells, entry.citations, (shown,))

    def _claim(self, series: Series, point: Point) -> tuple[Pieces, Pieces]:
        """What a sentence says of a figure, and the figure as it stands in it."""
        row = self._frame(series)
        if row is None:
            counted = self._counted(series, point)
            return said("generic", self.language, count=counted), counted
        unit = self._unit(series, row)
        quantity = Quantity(point.value, unit, bound=point.bound, high=point.high)
        place = "object" if "{object}" in row["sentence"] else "count"
        counted = quantity.written(self.language, is_subject=place == "count")
        return self._framed(row["sentence"], series, **{place: counted}), counted

    def _counted(self, series: Series, point: Point) -> Pieces:
        row = self._frame(series)
        unit = self._unit(series, row) if row else point.unit
        quantity = Quantity(point.value, unit, bound=point.bound, high=point.high)
        counted = quantity.written(self.language) or number(
            bare(point.value, self.language)
        )
        if row is None and point.change:
            return said(point.change, self.language, count=counted)
        return counted

    def _frame(self, series: Series) -> Mapping[str, str] | None:
        if series.indicator == "members" and series.body is None:
            return None
        for row in table("indicators"):
            is_own = row["indicator"] == series.indicator
            if is_own and row["language"] == self.language:
                return row
        return None

    def _unit(self, series: Series, row: Mapping[str, str]) -> str:
        is_counted = series.unit not in ("percent", "fraction")
        return row["noun"] if row["noun"] != "-" and is_counted else series.unit

    def _framed(self, template: str, series: Series, **parts: Pieces) -> Pieces:
        body = series.body or ""
        return fill(
            template,
            body=self.names.subject(body) if body else (),
            owner=self.names.of(body) if body else (),
            place=self.names.place(series.place),
            **parts,
        )

    def _big(self, point: Point) -> Pieces:
        quantity = Quantity(point.value, point.unit, bound="exact", high=point.high)
        return quantity.bounded_number(self.language)

    def _earlier(self, dated: Dated) -> Pieces:
        earlier = dated.earlier
        if earlier is None or earlier.moment == dated.point.moment:
            return ()
        return said(
            "earlier",
            self.language,
            value=self._counted(dated.series, earlier),
            as_of=as_of(earlier.moment, self.language),
        )

    # -- statements, commitments, meetings -----------------------------------------

    def statement(self, entry: Entry[Statement], index: int) -> Line:
        """Who said it, when and where it was reported; the words stand in the original."""
        statement = entry.linked
        first = statement.first
        day = Interval(first.day, first.day)
        pieces = said(
            "statement.indirect" if first.finding.form == "indirect" else "statement",
            self.language,
            speaker=self.names.speaker(statement.speaker, statement.person),
            when=when(day, self.language),
            sources=self.sources(entry.voices),
        )
        linked = (
            words(phrase("linked", self.language)) if statement.is_translated else ()
        )
        notes = (self._echoes(entry.voices), linked)
        return Line(
            id=f"statement-{index}",
            pieces=capitalised(pieces, self.language),
            citations=entry.citations,
            quoted=self._voices_of(statement),
            notes=tuple(note for note in notes if note),
            state="linked" if statement.is_translated else "",
        )

    def _voices_of(self, statement: Statement) -> tuple[Quoted, ...]:
        """The words as first reported, then once in each other language."""
        chosen: dict[str, Attestation[Finding]] = {}
        for one in sorted(statement.attestations, key=directness):
            if self._place(one) in self._numbers:
                chosen.setdefault(one.language, one)
        return tuple(self.quoted(one) for one in chosen.values())

    def quoted(self, one: Attestation[Finding]) -> Quoted:
        """The exact words of a finding."""
        span = one.finding.span
        citation = self._cited(one)
        is_reported = isinstance(one.finding, Quote) and one.finding.form == "indirect"
        return Quoted(span.quote, one.language, citation, is_reported=is_reported)

    def commitment(self, entry: Entry[LinkedCommitment], index: int) -> Line:
        """Who promised how much by when; the words stand in the original."""
        commitment = entry.linked
        party = commitment.party or ""
        amount = commitment.amount
        bound = commitment.bound
        quantity = Quantity(amount.value, amount.unit, bound=bound) if amount else None
        written = quantity.written(self.language, is_subject=False) if quantity else ()
        pieces = said(
            f"{'pledge' if written else 'commitment'}.{self._form(party)}",
            self.language,
            party=self.names.subject(party),
            amount=written,
            due=self._due(commitment.due),
            sources=self.sources(entry.voices),
        )
        return Line(
            id=f"commitment-{index}",
            pieces=capitalised(pieces, self.language),
            citations=entry.citations,
            shown=self._amount(commitment, written, entry.citations[0]),
            quoted=(self.quoted(commitment.attestations[0]),),
            notes=tuple(note for note in (self._echoes(entry.voices),) if note),
            heading=words(phrase(f"status.{self._status(commitment)}", self.language)),
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
        return "open" if commitment.is_open(self.outline.today) else "past"

    def _form(self, party: str) -> str:
        """Which form of the verb follows: Arabic feminine, French plural."""
        if self.language == "ar":
            return "f" if self.names.is_feminine(party) else "m"
        is_plural = self.language == "fr" and self.names.is_plural(party)
        return "f" if is_plural else "m"

    def _due(self, interval: Interval | None) -> Pieces:
        if interval is None:
            return ()
        return said("due", self.language, when=due(interval, self.language))

    def meeting(self, entry: Entry[LinkedMeeting], index: int) -> Line:
        """Where and when a meeting is planned; its name stands in the original."""
        meeting = entry.linked
        pieces = said(
            "meeting",
            self.language,
            where=self._where(meeting),
            when=when(meeting.interval, self.language) if meeting.interval else (),
            sources=self.sources(entry.voices),
        )
        return Line(
            id=f"meeting-{index}",
            pieces=capitalised(pieces, self.language),
            citations=entry.citations,
            quoted=(self._sentence_of(self._named_here(meeting)),),
            heading=named(meeting.interval, self.language) if meeting.interval else (),
        )

    def _sentence_of(self, one: Attestation[Finding]) -> Quoted:
        """The whole sentence around a finding, where its words alone say too little."""
        citation = self._cited(one)
        context = self.outline.citations[citation - 1].context
        return Quoted(context.quote, one.language, citation)

    def _cited(self, one: Attestation[Finding]) -> int:
        return self._numbers[self._place(one)]

    @staticmethod
    def _place(one: Attestation[Finding]) -> tuple[str, int, int]:
        return one.document.id, one.finding.span.start, one.finding.span.end

    def _named_here(self, meeting: LinkedMeeting) -> Attestation[Finding]:
        """The report that names the meeting in the brief's language, else the first."""
        own = (one for one in meeting.attestations if one.language == self.language)
        return next(own, meeting.attestations[0])

    def _where(self, meeting: LinkedMeeting) -> Pieces:
        city = self.names.town(meeting.city) if meeting.city else ()
        country = self.names.subject(meeting.country) if meeting.country else ()
        if self.language == "fr" and meeting.country:
            country = self.names.party(meeting.country)
        key = {
            (True, True): "in_city_of",
            (True, False): "in_city",
            (False, True): "in_country",
        }.get((bool(city), bool(country)))
        if key is None:
            return ()
        return said(key, self.language, city=city, country=country)

    # -- who says it ---------------------------------------------------------------

    def sources(self, voices: Voices) -> Pieces:
        """The outlets that speak, in a list."""
        return self._listed(voices.voices)

    def _echoes(self, voices: Voices) -> Pieces:
        if not voices.echoes:
            return ()
        return (
            *said("echoes", self.language, outlets=self._listed(voices.echoes)),
            Piece("."),
        )

    def _listed(self, outlets: Iterable[str]) -> Pieces:
        return joined(
            [outlet_name(one, self.language) for one in outlets], self.language
        )


def outlet_name(outlet: str, language: str) -> Pieces:
    """An outlet's own name, marked where its letters are of another language."""
    written = language_of(outlet)
    is_foreign = (written == "ar") != (language == "ar")
    # A name alone does not tell English from French.
    own = ("ar" if written == "ar" else "en") if is_foreign else None
    return name(outlet, own)


def _shown(point: Point, written: Pieces, citation: int) -> Shown:
    return Shown(
        value=point.value,
        high=point.high,
        bound=point.bound,
        unit=point.unit,
        written=plain(written),
        citation=citation,
    )


def capitalised(pieces: Pieces, language: str) -> Pieces:
    """The sentence with a capital first letter, where the language has capitals."""
    if language == "ar" or not pieces:
        return pieces
    first = pieces[0]
    return (first._replace(text=first.text[:1].upper() + first.text[1:]), *pieces[1:])
