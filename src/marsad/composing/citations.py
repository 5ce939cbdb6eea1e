"""Numbered citations: each leads to a document and to the exact words in it."""

from dataclasses import dataclass

from marsad.collecting.documents import Document
from marsad.linking.attestations import Attestation
from marsad.linking.surroundings import sentence_around
from marsad.reading.findings import Finding
from marsad.spans import Span, prove, span_of

# A quote of several sentences brings enough with it; a short one needs its sentence.
_LONGEST_CONTEXT = 600


@dataclass(frozen=True, slots=True)
class Citation:
    """A number, the document that it leads to, the words there and those around them."""

    number: int
    document: Document
    span: Span
    context: Span
    language: str


class Citations:
    """Gives each place in the sources one number, in the order of first use."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int], Citation] = {}

    def cite(self, attestation: Attestation[Finding]) -> int:
        """The number of the words that a finding covers; raises Misplaced if they moved."""
        document, span = attestation.document, attestation.finding.span
        key = (document.id, span.start, span.end)
        if key not in self._numbers:
            prove(span, document.text)
            self._numbers[key] = Citation(
                number=len(self._numbers) + 1,
                document=document,
                span=span,
                context=_context(document.text, span),
                language=attestation.language,
            )
        return self._numbers[key].number

    def all(self) -> tuple[Citation, ...]:
        """Every citation, by number."""
        return tuple(self._numbers.values())


def _context(text: str, span: Span) -> Span:
    around = sentence_around(text, span)
    if len(around.quote) <= _LONGEST_CONTEXT:
        return around
    start = max(around.start, min(span.start, span.end - _LONGEST_CONTEXT // 2) - 150)
    end = min(around.end, max(span.end, start + _LONGEST_CONTEXT))
    # Words are not cut in two at the edges.
    while start > around.start and not text[start - 1].isspace():
        start -= 1
    while end < around.end and not text[end].isspace():
        end += 1
    return span_of(text, start, end)
