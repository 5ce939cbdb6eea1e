"""An optional reader: a language model proposes, and its words must stand in the text.

Off unless an endpoint is set. Everything that the rules found stays as it is; a
proposal is added only where no finding of its kind stands. What a document says can
change what a model answers, but never add a word that the document does not hold.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from marsad.collecting.documents import Document
from marsad.collecting.fetch import post
from marsad.errors import Unreachable, Unreadable
from marsad.reading.findings import Finding
from marsad.reading.models.model_endpoint import Endpoint, Post, propose
from marsad.reading.models.model_findings import finding_of
from marsad.reading.models.model_places import Piece

# About 1,000 Arabic words: a small model still reads to the end of it.
_PIECE_LETTERS: Final = 6_000
_MOST_PIECES: Final = 20
# After so many failures in a row the endpoint is left alone: a batch of ten thousand
# reports must not wait for each of them.
_MOST_FAILURES: Final = 3

# A paragraph with its line end; one without end is cut at a space, or anywhere.
_LINE: Final = _PIECE_LETTERS - 1
_PARAGRAPH: Final = re.compile(
    rf"[^\n]{{1,{_LINE}}}(?:\s|$)|[^\n]{{1,{_LINE}}}|\n{{1,{_LINE}}}"
)


class ModelReader:
    """Reads a document as the rules do: a document in, its findings out."""

    def __init__(self, asked: Endpoint, send: Post = post) -> None:
        self._endpoint = asked
        self._send = send
        self._failures = 0

    @property
    def model(self) -> str:
        """The name of the model that is asked."""
        return self._endpoint.model

    @property
    def is_given_up(self) -> bool:
        """Whether the endpoint failed so often that it is not asked any more."""
        return self._failures >= _MOST_FAILURES

    def read(self, document: Document) -> tuple[Finding, ...]:
        """Ask about every piece of a document and keep what its text proves.

        Raises Unreachable or Unreadable where the endpoint does not answer well; when
        it has failed too often, nothing is asked and nothing is found.
        """
        if self.is_given_up:
            return ()
        pieces = [piece for piece in _pieces(document) if not piece.is_blank]
        try:
            found = [one for piece in pieces for one in self._ask(document, piece)]
        except (Unreachable, Unreadable):
            self._failures += 1
            raise
        self._failures = 0
        return tuple(found)

    def _ask(self, document: Document, piece: Piece) -> Iterator[Finding]:
        shown = document.text[piece.start : piece.end]
        day = document.published.isoformat() if document.published else "unknown"
        circumstances = f"Published: {day}. The text:"
        for proposal in propose(self._endpoint, shown, circumstances, self._send):
            finding = finding_of(proposal, piece, self.model)
            if finding is not None:
                yield finding


@cache
def model_reader(asked: Endpoint) -> ModelReader:
    """Return the reader of an endpoint, the same one for a whole batch."""
    return ModelReader(asked)


def join(ruled: Sequence[Finding], proposed: Iterable[Finding]) -> tuple[Finding, ...]:
    """Add the proposals that touch no finding of their kind to what the rules found."""
    kept: dict[str, list[Finding]] = {}
    for finding in ruled:
        kept.setdefault(finding.kind, []).append(finding)
    added: list[Finding] = []
    for finding in sorted(proposed, key=lambda one: (one.span.start, -one.span.end)):
        same = kept.setdefault(finding.kind, [])
        if not any(finding.span.overlaps(other.span) for other in same):
            same.append(finding)
            added.append(finding)
    everything = [*ruled, *added]
    everything.sort(key=lambda one: (one.span.start, -one.span.end, one.kind))
    return tuple(everything)


def _pieces(document: Document) -> Iterator[Piece]:
    """Cut a document at paragraphs; one longer than the model can read is refused."""
    if len(document.text) > _PIECE_LETTERS * _MOST_PIECES:
        problem = f"has more than {_PIECE_LETTERS * _MOST_PIECES:,} letters for a model"
        raise Unreadable(document.id, problem, "split it")
    start = end = 0
    for match in _PARAGRAPH.finditer(document.text):
        if match.end() - start > _PIECE_LETTERS and end > start:
            yield Piece(document.text, start, end)
            start = end
        end = match.end()
    yield Piece(document.text, start, end)
