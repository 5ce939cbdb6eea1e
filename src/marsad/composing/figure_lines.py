"""Sentences for figures: what they count, how they are bounded, who says them."""

from collections.abc import Iterable, Mapping
from typing import Final

from marsad.composing.briefs import Line, Row, Shown, Table
from marsad.composing.calendars import as_of, named
from marsad.composing.choosing import Dated
from marsad.composing.counting import Quantity, bare, bound_words, table
from marsad.composing.drafting import Drafter, capitalised
from marsad.composing.naming import joined
from marsad.composing.outline import Entry, Rivals
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Piece, Pieces, fill, number, plain, words
from marsad.linking.indicators import MEMBERS, Point, Series

_BETWEEN_RIVALS: Final = {"ar": "؛ ", "en": "; ", "fr": "\u00a0; "}


class FigureLines:
    """Writes the figures of an outline in one language."""

    def __init__(self, drafter: Drafter) -> None:
        self._drafter = drafter
        self._names = drafter.names
        self._language = drafter.language

    def figure(self, entry: Entry[Dated], index: int) -> Line:
        """A headline figure with its bound, moment and sources."""
        point = entry.linked.point
        claim, counted = self._claim(entry.linked.series, point)
        sentence = said(
            "figure",
            self._language,
            sentence=claim,
            as_of=self._where_and_when(entry.linked.series, point),
            sources=self._drafter.sources(entry.voices),
        )
        notes = [self._earlier(entry.linked), self._drafter.echoes(entry.voices)]
        if entry.linked.is_disputed:
            notes.insert(0, words(phrase("disputed", self._language)))
        return Line(
            id=f"figure-{index}",
            pieces=capitalised(sentence, self._language),
            citations=entry.citations,
            shown=(_shown(point, counted, entry.citations[0]),),
            heading=self.label(entry.linked.series),
            bound=words(bound_words(point.bound, point.unit, self._language)),
            big=self._big(point),
            notes=tuple(note for note in notes if note),
            state="disputed" if entry.linked.is_disputed else "",
            look="figure",
        )

    def _where_and_when(self, series: Series, point: Point) -> Pieces:
        moment = as_of(point.moment, self._language)
        if not series.place:
            return moment
        return joined(
            [self._names.party(series.place), moment], self._language, last=None
        )

    def label(self, series: Series) -> Pieces:
        """What a series shows, as a heading."""
        row = self._frame(series)
        return self._framed(row["label"], series) if row else ()

    def contradiction(self, rivals: Rivals, index: int) -> Line:
        """The rival values of one moment, each with its sources."""
        row = self._frame(rivals.series)
        values: list[Piece] = []
        for place, entry in enumerate(rivals.points):
            values += words(_BETWEEN_RIVALS[self._language]) if place else ()
            values += said(
                "rival",
                self._language,
                value=self._counted(rivals.series, entry.linked),
                as_of=as_of(entry.linked.moment, self._language),
                sources=self._drafter.sources(entry.voices),
            )
        opening = said(
            "contradiction",
            self._language,
            what=self._framed(row["of"], rivals.series)
            if row
            else words(phrase("contradiction.generic", self._language)),
        )
        pieces = (*opening, Piece(" "), *values, Piece("."))
        return Line(
            id=f"contradiction-{index}",
            pieces=capitalised(pieces, self._language),
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
            look="alert",
        )

    def members_table(self, entries: Iterable[Entry[Dated]]) -> Table | None:
        """How many members there were, by date, with every source."""
        listed = tuple(entries)
        if not listed or self._drafter.outline.body is None:
            return None
        caption = said(
            "table.members",
            self._language,
            owner=self._names.of(self._drafter.outline.body),
        )
        columns = ("column.when", "column.value", "column.sources")
        return Table(
            caption,
            tuple(phrase(key, self._language) for key in columns),
            tuple(self._member_row(entry) for entry in listed),
        )

    def _member_row(self, entry: Entry[Dated]) -> Row:
        point = entry.linked.point
        value = Quantity(point.value, "member", bound=point.bound)
        written = value.bounded_number(self._language)
        if entry.linked.is_disputed:
            mark = phrase("chart.disputed", self._language)
            written = (*written, Piece(f" ({mark})"))
        cells = (
            named(point.moment, self._language),
            written,
            self._drafter.sources(entry.voices),
        )
        shown = _shown(point, written, entry.citations[0])
        return Row(cells, entry.citations, (shown,))

    def _claim(self, series: Series, point: Point) -> tuple[Pieces, Pieces]:
        """What a sentence says of a figure, and the figure as it stands in it."""
        row = self._frame(series)
        if row is None:
            counted = self._counted(series, point)
            return said("generic", self._language, count=counted), counted
        unit = self._unit(series, row)
        quantity = Quantity(point.value, unit, bound=point.bound, high=point.high)
        place = "object" if "{object}" in row["sentence"] else "count"
        counted = quantity.written(self._language, is_subject=place == "count")
        return self._framed(row["sentence"], series, **{place: counted}), counted

    def _counted(self, series: Series, point: Point) -> Pieces:
        row = self._frame(series)
        unit = self._unit(series, row) if row else point.unit
        quantity = Quantity(point.value, unit, bound=point.bound, high=point.high)
        counted = quantity.written(self._language) or number(
            bare(point.value, self._language)
        )
        if row is None and point.change:
            return said(point.change, self._language, count=counted)
        return counted

    def _frame(self, series: Series) -> Mapping[str, str] | None:
        if series.indicator == MEMBERS and series.body is None:
            return None
        for row in table("indicators"):
            is_own = row["indicator"] == series.indicator
            if is_own and row["language"] == self._language:
                return row
        return None

    def _unit(self, series: Series, row: Mapping[str, str]) -> str:
        is_counted = series.unit not in ("percent", "fraction")
        return row["noun"] if row["noun"] != "-" and is_counted else series.unit

    def _framed(self, template: str, series: Series, **parts: Pieces) -> Pieces:
        body = series.body or ""
        return fill(
            template,
            body=self._names.subject(body) if body else (),
            owner=self._names.of(body) if body else (),
            place=self._names.place(series.place),
            **parts,
        )

    def _big(self, point: Point) -> Pieces:
        quantity = Quantity(point.value, point.unit, bound="exact", high=point.high)
        return quantity.bounded_number(self._language)

    def _earlier(self, dated: Dated) -> Pieces:
        earlier = dated.earlier
        if earlier is None or earlier.moment == dated.point.moment:
            return ()
        return said(
            "earlier",
            self._language,
            value=self._counted(dated.series, earlier),
            as_of=as_of(earlier.moment, self._language),
        )


def _shown(point: Point, written: Pieces, citation: int) -> Shown:
    return Shown(
        value=point.value,
        high=point.high,
        bound=point.bound,
        unit=point.unit,
        written=plain(written),
        citation=citation,
    )
