"""A brief: sections of cited sentences in one language, before any layout."""

from dataclasses import dataclass

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
class Section:
    """A part of the brief under one heading."""

    key: str
    heading: str
    lines: tuple[Line, ...]
    table: Table | None = None
    chart: str | None = None
    nothing: str = ""
    left_out: Pieces = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief in one language, with what it says about itself."""

    language: str
    title: Pieces
    drawn: Pieces
    marking: Marking
    marking_why: Pieces
    sections: tuple[Section, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every sentence of the brief, in its order."""
        return tuple(line for section in self.sections for line in section.lines)
