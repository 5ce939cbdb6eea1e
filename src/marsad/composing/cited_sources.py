"""The sources that a brief lists, with the exact words to which its citations lead."""

from dataclasses import dataclass

from marsad.composing.briefs import Brief
from marsad.composing.pieces import Pieces


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """The words that a citation leads to, with those around them."""

    number: int
    language: str
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source as a brief lists it, with the passages that are cited."""

    outlet: Pieces
    published: Pieces
    title: str
    language: str
    url: str
    file: str  # of its archived text in the pack; nothing where no text goes along
    sha256: str
    reprint: Pieces
    passages: tuple[CitedPassage, ...]


def cited_numbers(brief: Brief) -> frozenset[int]:
    """The numbers of all citations that a brief shows."""
    numbers = {one for line in brief.lines for one in line.citations}
    numbers |= {quote.citation for line in brief.lines for quote in line.quoted}
    for section in brief.sections:
        for _, table in section.tables:
            numbers |= {one for row in table.rows for one in row.citations}
    return frozenset(numbers)
