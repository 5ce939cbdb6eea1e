"""A place in a text: start, end, and the quote that proves it.

Offsets are Unicode code points into the original text, the end exclusive, as Python
slices count them.
"""

from typing import NamedTuple

from marsad.errors import Misplaced


class Span(NamedTuple):
    """A stretch of a text together with the exact words found there."""

    start: int
    end: int
    quote: str

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether the other stretch lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def span_of(text: str, start: int, end: int) -> Span:
    """Cut a span out of its text; raises Misplaced where it does not lie in it."""
    if not 0 <= start <= end <= len(text):
        raise Misplaced(
            f"span {start}-{end}",
            f"lies outside its text of {len(text)} characters",
            "count code points, not bytes or UTF-16 units",
        )
    return Span(start, end, text[start:end])


def prove(span: Span, text: str) -> None:
    """Check that a span's quote stands at its place; raises Misplaced if not."""
    found = text[span.start : span.end]
    if found != span.quote or not 0 <= span.start <= span.end:
        raise Misplaced(
            f"span {span.start}-{span.end}",
            f"the text there reads {found[:40]!r}, not {span.quote[:40]!r}",
            "read the document again: its text has changed",
        )
