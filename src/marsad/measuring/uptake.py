"""Where a released line turns up in later documents, and how it was altered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from marsad.collecting.documents import Document
from marsad.measuring.changes import Change, What
from marsad.measuring.released import ReleasedLine, line_of
from marsad.text.normalise import View, fold

How = Literal["verbatim", "edited", "translated"]

__all__ = ["Change", "How", "Lines", "ReleasedLine", "Uptake", "What", "line_of"]


@dataclass(frozen=True, slots=True)
class Uptake:
    """One place of a document where a released line stands, as it is or altered."""

    line: str  # its id
    release: str
    how: How
    # Code points of the document's exact text; ``quote`` are the words there.
    start: int
    end: int
    quote: str
    score: float
    changes: tuple[Change, ...] = ()


class Lines:
    """Thousands of released lines, made ready to be looked for in documents."""

    def __init__(self, lines: Iterable[ReleasedLine]) -> None:
        self._lines = tuple(lines)

    def find(
        self, document: Document, *, origins: frozenset[str] = frozenset()
    ) -> tuple[Uptake, ...]:
        """Where lines stand in a document of their day or later, in its order.

        ``origins`` are the hashes of documents that a release itself quotes: what stands
        in them was theirs before it was ours. A document without a day gives nothing,
        for nobody can tell whether it came later.
        """
        if document.published is None or document.sha256 in origins:
            return ()
        view = View(document.text)
        found = []
        for line in self._lines:
            words = fold(line.text).strip()
            at = view.text.find(words) if line.said_on <= document.published else -1
            if words and at >= 0:
                span = view.span(at, at + len(words))
                found.append(Uptake(line.id, line.release, "verbatim", *span, 1.0))
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.line)))
