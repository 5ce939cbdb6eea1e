"""Each block of an edition as a line of a brief, with its citations and its exhibit."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from marsad.composing.briefs import Line, Picture, Quoted, Row, Shown, Table
from marsad.composing.calendars import as_of, day, named, when
from marsad.composing.counting import bare
from marsad.composing.drafting import capitalised
from marsad.composing.edition_sources import Numbering, entries_of
from marsad.composing.editions import Block, Cited, Edition, Media, Roll, Sort
from marsad.composing.figures_written import (
    listed,
    moment,
    moment_and_sources,
    outlets,
    written,
)
from marsad.composing.isolating import isolate
from marsad.composing.naming import Names
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Piece, Pieces, number, plain, words
from marsad.reading.findings import Interval

_DOT: Final = Piece(" · ")
_ENDINGS: Final = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/svg+xml": "svg",
    "image/gif": "gif",
}


class EditionLines:
    """Writes the blocks of an edition in one language."""

    def __init__(self, edition: Edition, language: str) -> None:
        self.language = language
        self.numbering = Numbering(edition, language)
        self._edition = edition
        self._charts = chart_names(edition)
        self._sorts: Mapping[Sort, Callable[[Block], Line]] = {
            Sort.FIGURE: self._figure,
            Sort.QUOTATION: self._quotation,
            Sort.MEETING: self._meeting,
            Sort.CHART: self._chart,
            Sort.ROLL: self._roll,
            Sort.IMAGE: self._picture,
            Sort.VIDEO: self._picture,
            Sort.REMARK: self._remark,
        }

    def line(self, block: Block) -> Line:
        """The line of a block, whatever it is."""
        return self._sorts.get(block.sort, self._plain)(block)

    def _plain(self, block: Block) -> Line:
        return Line(
            id=block.id,
            pieces=isolate(block.text, self.language),
            citations=self.numbering.of(entries_of(block)),
            notes=self._warnings(block),
        )

    def _known(self, block: Block) -> tuple[Cited, ...]:
        return self.numbering.known(block.entries)

    def _warnings(self, block: Block) -> tuple[Pieces, ...]:
        """What is not finished in a draft; a release has none of it."""
        keys = []
        if block.draft == "machine":
            keys.append("machine")
        if self._edition.is_draft and block.freshness in ("changed", "untranslated"):
            keys.append(f"stale.{block.freshness}")
        return tuple(words(phrase(key, self.language)) for key in keys)

    def _remark(self, block: Block) -> Line:
        pieces = isolate(block.text, self.language)
        return Line(block.id, pieces, (), notes=self._warnings(block), look="remark")

    def _figure(self, block: Block) -> Line:
        valued = [one for one in self._known(block) if one.value is not None]
        if not valued:
            return self._plain(block)
        cited, language = valued[0], self.language
        shown = written(cited, language)
        return Line(
            id=block.id,
            pieces=isolate(block.text, language),
            citations=self.numbering.of(block.entries),
            shown=(self._shown(cited, plain(shown.big)),),
            heading=isolate(cited.series_name.get(language, ""), language),
            bound=shown.bound,
            big=shown.big,
            notes=(*self._notes(cited), *self._warnings(block)),
            state="disputed" if cited.rivals else "",
            look="figure",
        )

    def _shown(self, cited: Cited, figure: str) -> Shown:
        return Shown(
            value=cited.value or 0.0,
            high=cited.high,
            bound=cited.bound,
            unit=cited.unit,
            written=figure,
            citation=self.numbering.bearing(cited),
        )

    def _notes(self, cited: Cited) -> tuple[Pieces, ...]:
        """What a figure must never stand without: its moment, its rivals, its age."""
        language = self.language
        notes = [moment_and_sources(cited, language)]
        if cited.rivals:
            notes.insert(0, words(phrase("figure.disputed", language)))
        expires = cited.expires_on
        if expires is not None and expires < self._edition.as_of:
            notes.append(said("figure.expired", language, day=day(expires, language)))
        return tuple(notes)

    def _quotation(self, block: Block) -> Line:
        known = self._known(block)
        own = isolate(block.text, self.language)
        return Line(
            id=block.id,
            pieces=own or (self._who_said(known[0]) if known else ()),
            citations=self.numbering.of(block.entries),
            quoted=tuple(self._quoted(one, is_named=not own) for one in known),
            notes=self._warnings(block),
        )

    def _quoted(self, cited: Cited, *, is_named: bool) -> Quoted:
        return Quoted(
            text=cited.words,
            language=cited.language,
            citation=self.numbering.bearing(cited),
            is_reported=cited.fields.get("form") == "indirect",
            speaker=() if is_named else speaker(cited, self.language),
        )

    def _who_said(self, cited: Cited) -> Pieces:
        """Who says it, to whom and when, where people wrote nothing before the words."""
        days = said(
            "statement.when", self.language, when=when(moment(cited), self.language)
        )
        is_reported = cited.fields.get("form") == "indirect"
        who, sources = speaker(cited, self.language), outlets([cited])
        if not who or not sources:
            return (*who, Piece(":"))
        return said(
            "statement.indirect" if is_reported else "statement",
            self.language,
            speaker=who,
            sources=listed(sources, self.language),
            when=days,
        )

    def _meeting(self, block: Block) -> Line:
        known = self._known(block)
        return Line(
            id=block.id,
            pieces=isolate(block.text, self.language),
            citations=self.numbering.of(block.entries),
            heading=self._when_and_where(known[0]) if known else (),
            notes=self._warnings(block),
            look="meeting",
        )

    def _when_and_where(self, cited: Cited) -> Pieces:
        names = Names((), self.language)
        city, country = cited.fields.get("city"), cited.fields.get("country")
        pieces = named(moment(cited), self.language)
        if city:
            pieces = (*pieces, _DOT, *names.town(str(city)))
        if country:
            pieces = (*pieces, _DOT, *names.party(str(country)))
        return pieces

    def _chart(self, block: Block) -> Line:
        valued = [one for one in self._known(block) if one.value is not None]
        return Line(
            id=block.id,
            pieces=isolate(block.text, self.language),
            citations=self.numbering.of(block.entries),
            notes=self._warnings(block),
            look="exhibit",
            chart=self._charts[block.id],
            table=self._chart_table(valued) if valued else None,
        )

    def _chart_table(self, cited: list[Cited]) -> Table:
        rows = [
            Row(
                cells=(
                    named(moment(one), self.language),
                    written(one, self.language).whole,
                    listed(outlets([one]), self.language),
                ),
                citations=self.numbering.of([one.number]),
                shown=(self._shown(one, plain(written(one, self.language).big)),),
            )
            for one in sorted(cited, key=lambda one: (moment(one).last, one.number))
        ]
        keys = ("column.when", "column.number", "column.sources")
        columns = tuple(phrase(key, self.language) for key in keys)
        return Table(words(phrase("data", self.language)), columns, tuple(rows))

    def _roll(self, block: Block) -> Line:
        if block.roll is None:
            return self._plain(block)
        own = isolate(block.text, self.language)
        return Line(
            id=block.id,
            pieces=own or self._roll_caption(block.roll),
            citations=self.numbering.of(block.entries),
            notes=self._warnings(block),
            look="exhibit",
            table=self._members(block.roll),
        )

    def _roll_caption(self, roll: Roll) -> Pieces:
        moment_of_it = Interval(roll.as_of, roll.as_of)
        caption = said(
            "roll.caption",
            self.language,
            grouping=isolate(in_language(roll.grouping, self.language), self.language),
            as_of=as_of(moment_of_it, self.language),
        )
        return capitalised(caption, self.language)

    def _members(self, roll: Roll) -> Table:
        rows = tuple(
            Row(
                cells=(
                    number(bare(place, self.language)),
                    isolate(in_language(one.names, self.language), self.language),
                    self._day(one.since),
                ),
                citations=self.numbering.of([one.entry]) if one.entry else (),
            )
            for place, one in enumerate(roll.members, 1)
        )
        keys = ("roll.member", "roll.since")
        columns = ("#", *(phrase(key, self.language) for key in keys))
        return Table(self._roll_caption(roll), columns, rows)

    def _day(self, known: date | None) -> Pieces:
        return day(known, self.language) if known else words("–")

    def _picture(self, block: Block) -> Line:
        return Line(
            id=block.id,
            pieces=isolate(block.text, self.language),
            citations=self.numbering.of(block.entries),
            notes=self._warnings(block),
            look="exhibit",
            picture=_picture(block, block.media, self.language)
            if block.media
            else None,
        )


def _picture(block: Block, media: Media, language: str) -> Picture:
    kind = "film" if block.sort is Sort.VIDEO else "picture"
    return Picture(
        path=picture_path(media),
        sha256=media.sha256,
        media_type=media.media_type,
        width=media.width,
        height=media.height,
        alternative=media.alternative,
        credit=said(
            f"{kind}.credit",
            language,
            credit=isolate(media.credit, language),
            licence=isolate(media.licence, language),
        ),
        address=media.address,
        transcript=media.transcript,
    )


def picture_path(media: Media) -> str:
    """Where the file of a picture stands in the pack; nowhere where there is none."""
    if not media.sha256:
        return ""
    return f"images/{media.name}.{_ENDINGS.get(media.media_type, 'bin')}"


def speaker(cited: Cited, language: str) -> Pieces:
    """Who says, promises or calls, by the name that the language has for them."""
    known = in_language(cited.actor, language)
    if known:
        return isolate(known, language)
    stated = str(cited.fields.get("speaker_name") or cited.fields.get("party") or "")
    return Names((), language).speaker(stated, None) if stated else ()


def in_language(by_language: Mapping[str, str], language: str) -> str:
    """What stands under a language, else in the first one that has anything."""
    own = by_language.get(language)
    return own or next((one for one in by_language.values() if one), "")


def chart_names(edition: Edition) -> dict[str, str]:
    """The name of each chart by its block, the same in every language."""
    return _numbered(edition, Sort.CHART, "chart")


def _numbered(edition: Edition, sort: Sort, word: str) -> dict[str, str]:
    found = dict.fromkeys(
        block.id
        for manuscript in edition.manuscripts
        for block in manuscript.blocks
        if block.sort is sort
    )
    return {block: f"{word}-{place}" for place, block in enumerate(found, 1)}


def card_names(edition: Edition) -> dict[str, str]:
    """The name of each card by its block, the same in every language."""
    return {
        **_numbered(edition, Sort.FIGURE, "figure"),
        **_numbered(edition, Sort.QUOTATION, "quotation"),
    }
