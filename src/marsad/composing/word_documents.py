"""A brief as an editable Word document, with citations as real footnotes.

Pandoc writes the document from a tree of values, never from marked-up text, so that no
word of a source can become a command; python-docx then sets what pandoc leaves out for
writing from right to left: tables, sections, and the font of complex scripts.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import docx
import pypandoc
from docx.document import Document as WordFile

from marsad.composing import word_tree as tree
from marsad.composing.briefs import Brief, Line, Quoted, Section, Table
from marsad.composing.outline import Outline
from marsad.composing.pages import CitedSource, Passage, cited_sources, original
from marsad.composing.phrases import phrase
from marsad.composing.pieces import Pieces, direction, number, plain
from marsad.composing.word_direction import set_direction
from marsad.composing.word_tree import Node

# A ZIP file knows no time before 1980; any fixed one makes the same bytes each time.
_FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_MARK_OF: Final = {"rtl": "\u200f", "ltr": "\u200e"}
_EPOCH: Final = date(1980, 1, 1)


def word_document(
    brief: Brief, outline: Outline, drawings: Mapping[str, bytes]
) -> bytes:
    """Write a brief as DOCX; the same brief gives the same bytes."""
    writer = _Writer(brief, cited_sources(brief, outline))
    with TemporaryDirectory() as folder:
        pictures = {}
        for name, png in drawings.items():
            picture = Path(folder, f"{name}.png")
            picture.write_bytes(png)
            pictures[name] = picture.name
        written = json.dumps(writer.document(pictures), ensure_ascii=False)
        target = Path(folder, "brief.docx")
        pypandoc.convert_text(
            written,
            "docx",
            format="json",
            outputfile=str(target),
            extra_args=["--resource-path", folder],
        )
        document = docx.Document(str(target))
    set_direction(document, brief.language)
    document.core_properties.title = plain(brief.title)
    document.core_properties.subject = (
        f"{brief.marking}, {phrase('draft', brief.language)}"
    )
    # A day that has nothing to do with when the file is written: the newest report's.
    newest = datetime.combine(max(outline.today, _EPOCH), time(), UTC)
    document.core_properties.created = newest
    document.core_properties.modified = newest
    return _steady(document)


class _Writer:
    """Builds pandoc's tree of a brief."""

    def __init__(self, brief: Brief, sources: Iterable[CitedSource]) -> None:
        self.brief = brief
        self.language = brief.language
        # A note that stood before is repeated by its number, outlet and day alone.
        self._noted: set[int] = set()
        self._passages = {
            passage.number: (source, passage)
            for source in sources
            for passage in source.passages
        }

    def document(self, pictures: Mapping[str, str]) -> Node:
        """The whole document."""
        brief = self.brief
        blocks = [
            tree.paragraph(
                [
                    *self._runs(number(str(brief.marking))),
                    tree.strong([tree.text(f" · {phrase('draft', self.language)}")]),
                ]
            ),
            tree.paragraph([tree.text(phrase("draft.why", self.language))]),
            tree.paragraph([tree.emphasis(self._runs(brief.marking_why))]),
            tree.paragraph(self._runs(brief.drawn)),
        ]
        for section in brief.sections:
            blocks += self._section(section, pictures)
        meta: Node = {
            "title": {"t": "MetaInlines", "c": self._runs(brief.title)},
            "lang": {"t": "MetaString", "c": self.language},
            "dir": {"t": "MetaString", "c": direction(self.language)},
        }
        return {"pandoc-api-version": tree.VERSION, "meta": meta, "blocks": blocks}

    def _section(self, section: Section, pictures: Mapping[str, str]) -> list[Node]:
        blocks = [tree.heading(1, [tree.text(section.heading)])]
        if section.nothing:
            blocks.append(tree.paragraph([tree.text(section.nothing)]))
        for line in section.lines:
            blocks += self._line(line)
        if section.chart and section.chart in pictures:
            alternative = f"{section.heading}: {self._told(section)}"
            blocks.append(
                tree.paragraph([tree.picture(pictures[section.chart], alternative)])
            )
        if section.table:
            blocks.append(self._table(section.table))
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
        words = [*self._runs(line.pieces), *self._notes(line.citations)]
        if line.heading:
            head = tree.strong(self._runs(line.heading))
            words = [head, {"t": "LineBreak"}, *words]
        blocks = [tree.paragraph(words)]
        blocks += [self._quotation(quote) for quote in line.quoted]
        blocks += [
            tree.paragraph([tree.emphasis(self._runs(note))]) for note in line.notes
        ]
        return blocks

    def _quotation(self, quote: Quoted) -> Node:
        """The exact words in their own language, and below them what they are."""
        about = self._runs(original(quote, self.language))
        own = tree.div([tree.paragraph([tree.text(quote.text)])], quote.language)
        # The sentence above bears the note; here its number is enough.
        number_of_it = self._runs(number(f" [{quote.citation}]"))
        note = tree.paragraph([tree.emphasis(about), *number_of_it])
        return {"t": "BlockQuote", "c": [own, note]}

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

    def _note(self, source: CitedSource, passage: Passage) -> list[Node]:
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

    def _table(self, table: Table) -> Node:
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
            self._runs(table.caption),
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
