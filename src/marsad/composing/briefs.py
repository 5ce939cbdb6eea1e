"""A brief: sections of cited sentences in one language, before any layout."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from marsad.composing.pieces import Pieces
from marsad.marking import Marking


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure that a sentence shows, with the value that its citation must bear."""

    value: float
    high: float | None
    bound: str
    unit: str
    written: str
    citation: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """The exact words of a source, in their own language, never translated."""

    text: str
    language: str
    citation: int
    # Whether the words are the outlet's account of what was said.
    is_reported: bool = False
    # Who says them; nothing where the sentence above names the speaker.
    speaker: Pieces = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with the citations of its value."""

    cells: tuple[Pieces, ...]
    citations: tuple[int, ...]
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption and column names."""

    caption: Pieces
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, or a film that stands elsewhere: what it shows and whom to thank."""

    path: str  # of the file in the pack; nothing of a film without a still
    sha256: str
    media_type: str
    width: int
    height: int
    alternative: str
    credit: Pieces
    address: str = ""
    transcript: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its citations, the figures in it and the words it leads to."""

    id: str
    pieces: Pieces
    citations: tuple[int, ...]
    shown: tuple[Shown, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    # A short heading above the sentence, and notes below it, each without a claim.
    heading: Pieces = ()
    bound: Pieces = ()
    big: Pieces = ()
    notes: tuple[Pieces, ...] = ()
    state: str = ""  # disputed / open / past / linked, for colour and order only
    # How it is laid out: line / figure / alert / meeting / exhibit / remark.
    look: str = "line"
    # What the sentence is the caption of: a chart by its name, a picture, a table.
    chart: str = ""
    picture: Picture | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief under one heading."""

    key: str  # where a link leads; no two sections share it
    heading: str
    lines: tuple[Line, ...]
    table: Table | None = None
    chart: str | None = None
    nothing: str = ""
    left_out: Pieces = ()

    @property
    def groups(self) -> Iterator[tuple[str, tuple[Line, ...]]]:
        """The lines in their order, those of one look that stand together as one."""
        for look, lines in groupby(self.lines, key=lambda line: line.look):
            yield look, tuple(lines)

    @property
    def tables(self) -> tuple[tuple[str, Table], ...]:
        """Every table with what its rows are known by."""
        own = ((self.key, self.table),) if self.table else ()
        return own + tuple((line.id, line.table) for line in self.lines if line.table)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that must be read before the rest: a correction, a recall."""

    heading: str
    text: Pieces


@dataclass(frozen=True, slots=True)
class Face:
    """What a brief says on its face of its own standing."""

    state: str  # draft / released / correction / recalled
    short: Pieces  # a few words for the head of every page
    long: Pieces = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief in one language, with what it says about itself."""

    language: str
    title: Pieces
    drawn: Pieces
    marking: Marking
    marking_why: Pieces
    sections: tuple[Section, ...]
    face: Face
    # When it was released, or what day it knows of: never when the file is written.
    dated: datetime
    summary: Pieces = ()
    # A partner's own words before the brief, a paragraph each; no claim of ours.
    foreword: tuple[Pieces, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every sentence of the brief, in its order."""
        return tuple(line for section in self.sections for line in section.lines)
