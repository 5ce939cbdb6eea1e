"""A brief as an editable Word document, with citations as real footnotes.

Pandoc writes the document from a tree of values, never from marked-up text, so that no
word of a source can become a command; python-docx then sets what pandoc leaves out for
writing from right to left: tables, sections, and the font of complex scripts.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import docx
import pypandoc
from docx.document import Document as WordFile

from marsad.composing import word_tree as tree
from marsad.composing.briefs import Brief, Line, Picture, Quoted, Section, Table
from marsad.composing.cited_sources import CitedPassage, CitedSource
from marsad.composing.illustrations import Illustrations, for_word
from marsad.composing.isolating import isolate
from marsad.composing.pages import original
from marsad.composing.phrases import phrase
from marsad.composing.pieces import Pieces, direction, number, plain
from marsad.composing.word_direction import set_direction
from marsad.composing.word_tree import Node

# A ZIP file knows no time before 1980; any fixed one makes the same bytes each time.
_FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_MARK_OF: Final = {"rtl": "\u200f", "ltr": "\u200e"}


def word_document(
    brief: Brief, sources: Sequence[CitedSource], illustrations: Illustrations
) -> bytes:
    """Write a brief as DOCX; the same brief gives the same bytes."""
    writer = _Writer(brief, sources, illustrations)
    with TemporaryDirectory() as folder:
        for name, raw in _drawn(brief, illustrations):
            Path(folder, name).write_bytes(raw)
        written = json.dumps(writer.document(), ensure_ascii=False)
        target = Path(folder, "brief.docx")
        pypandoc.convert_text(
            written.encode("utf-8", "replace"),
            "docx",
            format="json",
            outputfile=str(target),
            extra_args=["--resource-path", folder],
        )
        document = docx.Document(str(target))
    set_direction(document, brief.language)
    document.core_properties.title = plain(brief.title)
    document.core_properties.subject = f"{brief.marking}, {plain(brief.face.short)}"
    # A time that has nothing to do with when the file is written.
    document.core_properties.created = brief.dated
    document.core_properties.modified = brief.dated
    return _steady(document)


def _drawn(brief: Brief, illustrations: Illustrations) -> Iterator[tuple[str, bytes]]:
    """The files of charts and pictures, as office programs show them."""
    for name, drawn in illustrations.charts.items():
        yield f"chart-{name}.png", drawn.png
    for line in brief.lines:
        if line.picture and line.picture.path:
            yield _picture_file(line.picture, illustrations)


def _picture_file(picture: Picture, illustrations: Illustrations) -> tuple[str, bytes]:
    ending, raw = for_word(picture, illustrations.pictures[picture.sha256])
    return f"picture-{picture.sha256[:16]}.{ending}", raw


class _Writer:
    """Builds pandoc's tree of a brief."""

    def __init__(
        self,
        brief: Brief,
        sources: Iterable[CitedSource],
        illustrations: Illustrations,
    ) -> None:
        self.brief = brief
        self.illustrations = illustrations
        self.language = brief.language
        # A note that stood before is repeated by its number, outlet and day alone.
        self._noted: set[int] = set()
        self._passages = {
            passage.number: (source, passage)
            for source in sources
            for passage in source.passages
        }

    def document(self) -> Node:
        """The whole document."""
        brief = self.brief
        blocks = [*self._face()]
        if brief.summary:
            blocks.append(tree.paragraph([tree.strong(self._runs(brief.summary))]))
        for section in brief.sections:
            blocks += self._section(section)
        meta: Node = {
            "title": {"t": "MetaInlines", "c": self._runs(brief.title)},
            "lang": {"t": "MetaString", "c": self.language},
            "dir": {"t": "MetaString", "c": direction(self.language)},
        }
        return {"pandoc-api-version": tree.VERSION, "meta": meta, "blocks": blocks}

    def _face(self) -> Iterator[Node]:
        """What the brief says of itself: its marking, its standing, what was wrong."""
        brief, face = self.brief, self.brief.face
        standing = tree.strong([tree.text(" · "), *self._runs(face.short)])
        yield tree.paragraph([*self._runs(number(str(brief.marking))), standing])
        if face.long:
            yield tree.paragraph(self._runs(face.long))
        for notice in face.notices:
            head = tree.strong([tree.text(notice.heading)])
            yield tree.paragraph([head, tree.LINE_BREAK, *self._runs(notice.text)])
        yield tree.paragraph([tree.emphasis(self._runs(brief.marking_why))])
        yield tree.paragraph(self._runs(brief.drawn))
        if brief.foreword:
            yield tree.quotation(list(self._foreword()))

    def _foreword(self) -> Iterator[Node]:
        """A partner's own words, set apart from the brief."""
        language = self.language
        head = tree.strong([tree.text(phrase("foreword", language))])
        whose = tree.emphasis([tree.text(phrase("foreword.whose", language))])
        yield tree.paragraph([head, tree.LINE_BREAK, whose])
        for paragraph in self.brief.foreword:
            yield tree.paragraph(self._runs(paragraph))

    def _section(self, section: Section) -> list[Node]:
        blocks = []
        if section.heading:
            blocks.append(
                tree.heading(1, self._runs(isolate(section.heading, self.language)))
            )
        if section.nothing:
            blocks.append(tree.paragraph([tree.text(section.nothing)]))
        for line in section.lines:
            blocks += self._line(line)
        if section.chart and section.chart in self.illustrations.charts:
            alternative = f"{section.heading}: {self._told(section)}"
            file = f"chart-{section.chart}.png"
            blocks.append(tree.paragraph([tree.picture(file, alternative)]))
        if section.table:
            blocks.append(self._table(section.table, section.table.caption))
        if section.left_out:
            blocks.append(tree.paragraph(self._runs(section.left_out)))
        return blocks

    def _told(self, section: Section) -> str:
        """The data of a drawing in words: its table, or the figures of its section."""
        if section.table:
            rows = (row.cells[:2] for row in section.table.rows)
            return "; ".join(", ".join(map(plain, cells)) for cells in rows)
        told = (
            plain((*line.heading, *line.bound, *line.big)) for line in section.lines
        )
        return "; ".join(told)

    def _line(self, line: Line) -> list[Node]:
        notes = [tree.paragraph([tree.emphasis(self._runs(one))]) for one in line.notes]
        if line.look == "exhibit":
            return [*self._exhibit(line), *notes]
        words = self._cited(line)
        heads = [self._runs(one) for one in (line.heading, self._large(line)) if one]
        for head in reversed(heads):
            words = [tree.strong(head), tree.LINE_BREAK, *words]
        quotations = [self._quotation(quote) for quote in line.quoted]
        return [tree.paragraph(words), *quotations, *notes]

    def _cited(self, line: Line) -> list[Node]:
        return [*self._runs(line.pieces), *self._notes(line.citations)]

    def _large(self, line: Line) -> Pieces:
        return (*line.bound, *line.big) if line.look == "figure" else ()

    def _exhibit(self, line: Line) -> Iterator[Node]:
        """A chart, a picture, a film or a table, with its caption below or above."""
        if line.table and not line.chart:
            yield self._table(line.table, line.pieces, line.citations)
            return
        drawn = self.illustrations.charts.get(line.chart)
        if drawn:
            image = tree.picture(f"chart-{line.chart}.png", drawn.alternative)
            yield tree.paragraph([image])
        picture = line.picture
        if picture and picture.path:
            file, _ = _picture_file(picture, self.illustrations)
            yield tree.paragraph([tree.picture(file, picture.alternative)])
        yield tree.paragraph(self._cited(line))
        if picture:
            yield from self._credit(picture)

    def _credit(self, picture: Picture) -> Iterator[Node]:
        yield tree.paragraph([tree.emphasis(self._runs(picture.credit))])
        if picture.address:
            yield tree.paragraph([tree.link(picture.address)])
        if picture.transcript:
            head = tree.strong([tree.text(phrase("transcript", self.language))])
            text = tree.text(picture.transcript)
            yield tree.quotation([tree.paragraph([head, tree.LINE_BREAK, text])])

    def _quotation(self, quote: Quoted) -> Node:
        """The exact words in their own language, and below them what they are."""
        about = self._runs(original(quote, self.language))
        own = tree.div([tree.paragraph([tree.text(quote.text)])], quote.language)
        # The sentence above bears the note; here its number is enough.
        number_of_it = self._runs(number(f" [{quote.citation}]"))
        note = tree.paragraph([tree.emphasis(about), *number_of_it])
        return tree.quotation([own, note])

    def _runs(self, pieces: Pieces) -> list[Node]:
        """The pieces as runs: one of the other direction is a run of its own."""
        own = direction(self.language)
        runs = []
        for piece in pieces:
            language = "ar" if _ARABIC.search(piece.text) else "en"
            is_turned = piece.kind != "words" and direction(language) != own
            text = tree.text(piece.text)
            runs.append(tree.span([text], language) if is_turned else text)
            if is_turned:
                # A number behind a foreign name would else be drawn into its direction.
                runs.append(tree.text(_MARK_OF[own]))
        return runs

    def _notes(self, citations: Iterable[int]) -> list[Node]:
        """A footnote for each citation: outlet, day, title, the words, the address."""
        notes: list[Node] = []
        for citation in citations:
            # Two marks side by side would read as one number.
            notes += [{"t": "Superscript", "c": [tree.text(",")]}] if notes else []
            notes.append({"t": "Note", "c": self._note(*self._passages[citation])})
        return notes

    def _note(self, source: CitedSource, passage: CitedPassage) -> list[Node]:
        comma = "، " if self.language == "ar" else ", "
        words = self._runs(number(f"[{passage.number}]"))
        known = [part for part in (source.outlet, source.published) if plain(part)]
        for place, part in enumerate(known):
            words += [tree.text(comma if place else " "), *self._runs(part)]
        if passage.number in self._noted:
            return [tree.paragraph(words)]
        self._noted.add(passage.number)
        if source.title:
            title = tree.span([tree.text(source.title)], source.language)
            words += [tree.text(comma), title]
        words.append(tree.text(". "))
        if source.url:
            words.append(tree.link(source.url))
        quote = [tree.text(passage.quote)]
        exact = [
            tree.text(passage.before),
            tree.strong(quote),
            tree.text(passage.after),
        ]
        return [
            tree.paragraph(words),
            tree.div([tree.paragraph(exact)], passage.language),
        ]

    def _table(
        self, table: Table, caption: Pieces, citations: Sequence[int] = ()
    ) -> Node:
        rows = [
            [
                [
                    *self._runs(cell),
                    *(self._notes(row.citations) if is_last else []),
                ]
                for cell, is_last in _with_last(row.cells)
            ]
            for row in table.rows
        ]
        return tree.table(
            [*self._runs(caption), *self._notes(citations)],
            [[tree.text(one)] for one in table.columns],
            rows,
        )


def _with_last(cells: tuple[Pieces, ...]) -> Iterable[tuple[Pieces, bool]]:
    return ((cell, index == len(cells) - 1) for index, cell in enumerate(cells))


def _steady(document: WordFile) -> bytes:
    """The file's bytes without the times at which it was written."""
    written = io.BytesIO()
    document.save(written)
    steady = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(steady, "w") as after:
        for name in sorted(before.namelist()):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            after.writestr(entry, before.read(name))
    return steady.getvalue()
