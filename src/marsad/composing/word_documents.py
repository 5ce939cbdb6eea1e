"""A brief as an editable Word document, with citations as real footnotes.

Pandoc writes the document from a tree of values, never from marked-up text, so that no
word of a source can become a command; python-docx then sets what pandoc leaves out for
writing from right to left: tables, sections, and the font of complex scripts.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import docx
import pypandoc
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from marsad.composing.briefs import Brief, Line, Quoted, Section, Table
from marsad.composing.drawing import FONT
from marsad.composing.outline import Outline
from marsad.composing.pages import CitedSource, Passage, cited_sources, original
from marsad.composing.phrases import phrase
from marsad.composing.pieces import Pieces, direction, isolated, plain

Node = dict[str, Any]

# The version of pandoc's tree that these values are written for.
_TREE_VERSION: Final = [1, 23, 1]
_NO_ATTRIBUTES: Final[list[Any]] = ["", [], []]
# A ZIP file knows no time before 1980; any fixed one makes the same bytes each time.
_FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)
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
        tree = json.dumps(writer.tree(pictures), ensure_ascii=False)
        target = Path(folder, "brief.docx")
        pypandoc.convert_text(
            tree,
            "docx",
            format="json",
            outputfile=str(target),
            extra_args=["--resource-path", folder],
        )
        document = docx.Document(str(target))
    _set_direction(document, brief.language)
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
        self._passages = {
            passage.number: (source, passage)
            for source in sources
            for passage in source.passages
        }

    def tree(self, pictures: Mapping[str, str]) -> Node:
        """The whole document."""
        brief = self.brief
        blocks = [
            _paragraph(
                [_strong(f"{brief.marking} · {phrase('draft', self.language)}")]
            ),
            _paragraph([_text(phrase("draft.why", self.language))]),
            _paragraph([_emphasis(isolated(brief.marking_why))]),
            _paragraph([_text(isolated(brief.drawn))]),
        ]
        for section in brief.sections:
            blocks += self._section(section, pictures)
        meta: Node = {
            "title": {"t": "MetaInlines", "c": [_text(isolated(brief.title))]},
            "lang": {"t": "MetaString", "c": self.language},
            "dir": {"t": "MetaString", "c": direction(self.language)},
        }
        return {"pandoc-api-version": _TREE_VERSION, "meta": meta, "blocks": blocks}

    def _section(self, section: Section, pictures: Mapping[str, str]) -> list[Node]:
        blocks = [_heading(1, [_text(section.heading)])]
        if section.nothing:
            blocks.append(_paragraph([_text(section.nothing)]))
        for line in section.lines:
            blocks += self._line(line)
        if section.chart and section.chart in pictures:
            alternative = f"{section.heading}: {self._told(section)}"
            blocks.append(_paragraph([_picture(pictures[section.chart], alternative)]))
        if section.table:
            blocks.append(self._table(section.table))
        if section.left_out:
            blocks.append(_paragraph([_text(isolated(section.left_out))]))
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
        words = [_text(isolated(line.pieces)), *self._notes(line.citations)]
        if line.heading:
            head = isolated((*line.heading,))
            words = [_strong(head), {"t": "LineBreak"}, *words]
        blocks = [_paragraph(words)]
        blocks += [self._quotation(quote) for quote in line.quoted]
        blocks += [_paragraph([_emphasis(isolated(note))]) for note in line.notes]
        return blocks

    def _quotation(self, quote: Quoted) -> Node:
        """The exact words in their own language, and below them what they are."""
        about = isolated(original(quote, self.language))
        own = _div([_paragraph([_text(quote.text)])], quote.language)
        note = _paragraph([_emphasis(about), *self._notes((quote.citation,))])
        return {"t": "BlockQuote", "c": [own, note]}

    def _notes(self, citations: Iterable[int]) -> list[Node]:
        """A footnote for each citation: outlet, day, title, the words, the address."""
        return [
            {"t": "Note", "c": self._note(*self._passages[number])}
            for number in citations
        ]

    def _note(self, source: CitedSource, passage: Passage) -> list[Node]:
        comma = "، " if self.language == "ar" else ", "
        parts = [source.outlet, source.published]
        said = comma.join(isolated(part) for part in parts if plain(part))
        words = [_text(f"[{passage.number}] {said}{comma}")]
        if source.title:
            words += [_span([_text(source.title)], source.language), _text(". ")]
        if source.url:
            words.append(_link(source.url))
        exact = [_text(passage.before), _strong(passage.quote), _text(passage.after)]
        return [_paragraph(words), _div([_paragraph(exact)], passage.language)]

    def _table(self, table: Table) -> Node:
        rows = [
            [
                [
                    _text(isolated(cell)),
                    *(self._notes(row.citations) if is_last else []),
                ]
                for cell, is_last in _with_last(row.cells)
            ]
            for row in table.rows
        ]
        return _table(
            [_text(isolated(table.caption))],
            [[_text(one)] for one in table.columns],
            rows,
        )


def _with_last(cells: tuple[Pieces, ...]) -> Iterable[tuple[Pieces, bool]]:
    return ((cell, index == len(cells) - 1) for index, cell in enumerate(cells))


# -- the tree's nodes ----------------------------------------------------------------


def _text(words: str) -> Node:
    return {"t": "Str", "c": words}


def _strong(words: str) -> Node:
    return {"t": "Strong", "c": [_text(words)]}


def _emphasis(words: str) -> Node:
    return {"t": "Emph", "c": [_text(words)]}


def _paragraph(inlines: list[Node]) -> Node:
    return {"t": "Para", "c": inlines}


def _heading(level: int, inlines: list[Node]) -> Node:
    return {"t": "Header", "c": [level, _NO_ATTRIBUTES, inlines]}


def _tongue(language: str) -> list[Any]:
    return ["", [], [["lang", language], ["dir", direction(language)]]]


def _div(blocks: list[Node], language: str) -> Node:
    return {"t": "Div", "c": [_tongue(language), blocks]}


def _span(inlines: list[Node], language: str) -> Node:
    return {"t": "Span", "c": [_tongue(language), inlines]}


def _link(address: str) -> Node:
    return {"t": "Link", "c": [_NO_ATTRIBUTES, [_text(address)], [address, ""]]}


def _picture(path: str, alternative: str) -> Node:
    width = ["", [], [["width", "14cm"]]]
    return {"t": "Image", "c": [width, [_text(alternative)], [path, ""]]}


def _table(
    caption: list[Node], columns: list[list[Node]], rows: list[list[list[Node]]]
) -> Node:
    default = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in columns]
    return {
        "t": "Table",
        "c": [
            _NO_ATTRIBUTES,
            [None, [{"t": "Plain", "c": caption}]],
            default,
            [_NO_ATTRIBUTES, [_cells(columns)]],
            [[_NO_ATTRIBUTES, 0, [], [_cells(row) for row in rows]]],
            [_NO_ATTRIBUTES, []],
        ],
    }


def _cells(cells: list[list[Node]]) -> list[Any]:
    return [
        _NO_ATTRIBUTES,
        [
            [_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": cell}]]
            for cell in cells
        ],
    ]


# -- after pandoc --------------------------------------------------------------------


def _set_direction(document: WordFile, language: str) -> None:
    """Turn tables, sections and styles, and name the font of complex scripts."""
    is_rtl = direction(language) == "rtl"
    for style in document.styles.element.findall(qn("w:style")):
        properties = style.find(qn("w:rPr"))
        if properties is None:
            properties = OxmlElement("w:rPr")
            style.append(properties)
        _set_font(properties, language)
    if not is_rtl:
        return
    for table in document.element.body.iter(qn("w:tblPr")):
        if table.find(qn("w:bidiVisual")) is None:
            # The schema wants it before the width of the table.
            table.insert(
                1 if table.find(qn("w:tblStyle")) is not None else 0,
                OxmlElement("w:bidiVisual"),
            )
    for section in document.element.body.iter(qn("w:sectPr")):
        if section.find(qn("w:bidi")) is None:
            section.append(OxmlElement("w:bidi"))


def _set_font(properties: Any, language: str) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    if language == "ar":
        mark = properties.find(qn("w:lang"))
        if mark is None:
            mark = OxmlElement("w:lang")
            properties.append(mark)
        mark.set(qn("w:bidi"), "ar")


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
