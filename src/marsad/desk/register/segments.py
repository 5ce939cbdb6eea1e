"""Cut a text where findings begin and end, so that each piece can be marked.

The pieces of a text, joined, are exactly the text: nothing is lost, moved or doubled,
however the findings lie over each other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands in a text, under a number that it is known by."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text that the same findings cover from its first letter to its last."""

    start: int
    text: str
    # The places that cover it, the widest first: the last one is the innermost.
    covered_by: tuple[Place, ...] = ()

    @property
    def innermost(self) -> Place | None:
        """The shortest place over this piece."""
        return self.covered_by[-1] if self.covered_by else None

    @property
    def begins(self) -> tuple[Place, ...]:
        """The places that begin with this piece."""
        return tuple(one for one in self.covered_by if one.start == self.start)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a text in its pieces, and the line end that follows it."""

    segments: tuple[Segment, ...]
    ending: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read in it."""
        return not any(segment.text.strip() for segment in self.segments)


def segments(text: str, places: Iterable[Place]) -> list[Segment]:
    """Cut a text at every beginning and end; places outside the text are left out."""
    inside = [one for one in places if 0 <= one.start < one.end <= len(text)]
    edges = sorted({0, len(text), *(edge for p in inside for edge in (p.start, p.end))})
    opening = sorted(inside, key=lambda one: (one.start, -one.end, one.number))
    found, covering, following = [], list[Place](), 0
    for start, end in pairwise(edges):
        covering = [one for one in covering if one.end > start]
        while following < len(opening) and opening[following].start == start:
            covering.append(opening[following])
            following += 1
        widest = sorted(covering, key=lambda p: (p.start - p.end, p.start, p.number))
        found.append(Segment(start, text[start:end], tuple(widest)))
    return found


def paragraphs(text: str, places: Iterable[Place]) -> list[Paragraph]:
    """The lines of a text, each in its pieces."""
    return list(_paragraphs(segments(text, places)))


def _paragraphs(pieces: Sequence[Segment]) -> Iterator[Paragraph]:
    line: list[Segment] = []
    for piece in _whole_line_ends(pieces):
        at = 0
        for end in _LINE_END.finditer(piece.text):
            line += _part(piece, at, end.start())
            yield Paragraph(tuple(line), end[0])
            line, at = [], end.end()
        line += _part(piece, at, len(piece.text))
    if line:
        yield Paragraph(tuple(line), "")


def _whole_line_ends(pieces: Sequence[Segment]) -> Iterator[Segment]:
    """A finding that ends between the two signs of one line end takes both."""
    carried: Segment | None = None
    for piece in pieces:
        one = piece
        if carried is not None and piece.text.startswith("\n"):
            yield Segment(carried.start, carried.text + "\n", carried.covered_by)
            one = Segment(piece.start + 1, piece.text[1:], piece.covered_by)
        elif carried is not None:
            yield carried
        carried = one if one.text.endswith("\r") else None
        if carried is None and one.text:
            yield one
    if carried is not None:
        yield carried


def _part(piece: Segment, start: int, end: int) -> list[Segment]:
    if start >= end:
        return []
    return [Segment(piece.start + start, piece.text[start:end], piece.covered_by)]
