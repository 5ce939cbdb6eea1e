"""An edition in one language, laid out: the blocks that people wrote become a brief.

1. A section block opens a part; what stands before the first one is the opening.
2. Every other block is one line, in the order in which people put it.
3. The face says what the edition is, for whom, and on which reports it rests.
"""

from datetime import UTC, datetime, time
from typing import Final

from marsad.composing.briefs import Brief, Line, Section
from marsad.composing.calendars import day
from marsad.composing.edition_lines import EditionLines
from marsad.composing.edition_sources import Numbering, cited_documents
from marsad.composing.editions import Block, Edition, Sort
from marsad.composing.faces import Recall, face_of, for_whom
from marsad.composing.isolating import isolate
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Piece, Pieces, number
from marsad.composing.provenance import drawn_from

__all__ = ["Recall", "typeset"]

_OPENING: Final = Block(id="opening", sort=Sort.SECTION)


def typeset(edition: Edition, language: str, *, recall: Recall | None = None) -> Brief:
    """What was written in a language, as a brief; raises KeyError where nothing was."""
    manuscript = edition.in_language(language)
    lines = EditionLines(edition, language)
    knows = said("knows.of", language, day=day(edition.as_of, language))
    title = manuscript.title or phrase("no_title", language)
    return Brief(
        language=language,
        title=isolate(title, language),
        drawn=(*_drawn(lines.numbering), *knows),
        marking=edition.marking,
        marking_why=(*for_whom(edition, language), *_left_out(edition, language)),
        sections=_sections(manuscript.blocks, lines),
        face=face_of(edition, language, recall),
        dated=edition.released_at
        or datetime.combine(edition.as_of, time(), tzinfo=UTC),
        summary=isolate(manuscript.summary, language),
        foreword=tuple(
            isolate(paragraph.strip(), language)
            for paragraph in manuscript.foreword.split("\n")
            if paragraph.strip()
        ),
    )


def _drawn(numbering: Numbering) -> Pieces:
    documents = list(cited_documents(numbering))
    if not documents:
        return ()
    days = [one.published for one in documents if one.published]
    named = {one.outlet or str(one.document) for one in documents}
    drawn = drawn_from(len(documents), named, days, numbering.language)
    return (*drawn, Piece(". "))


def _left_out(edition: Edition, language: str) -> Pieces:
    left_out = edition.in_language(language).left_out
    if not left_out:
        return ()
    told = said("left_out.marking", language, count=number(str(left_out)))
    return (Piece(" "), *told)


def _sections(blocks: tuple[Block, ...], lines: EditionLines) -> tuple[Section, ...]:
    """The parts of a brief; an opening only where something stands before the first."""
    parts: list[tuple[Block, list[Line]]] = [(_OPENING, [])]
    for block in blocks:
        if block.sort is Sort.SECTION:
            parts.append((block, []))
        else:
            parts[-1][1].append(lines.line(block))
    return tuple(
        Section(
            # An address in the page of its own, even if two parts have one subject.
            key=f"part-{place}",
            heading=block.text,
            lines=tuple(written),
        )
        for place, (block, written) in enumerate(parts)
        if block is not _OPENING or written
    )
