"""One document's words for something: the document, the finding, and their language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from marsad.collecting.documents import Document
from marsad.reading.findings import Finding
from marsad.reading.pipeline import Reading
from marsad.text.language import Run, runs

AnyFinding = TypeVar("AnyFinding", bound=Finding)
_Found_co = TypeVar("_Found_co", bound=Finding, covariant=True)


@dataclass(frozen=True, slots=True)
class Attestation(Generic[_Found_co]):
    """What was read in one document, with the language of the words there."""

    document: Document
    finding: _Found_co
    language: str

    @property
    def day(self) -> date:
        """The day of publication; the first of all days where none is known."""
        return self.document.published or date.min

    @property
    def outlet(self) -> str:
        """Who published it; the document's own name where no outlet is known."""
        return self.document.outlet or self.document.id


def attest(
    readings: Sequence[Reading], kind: type[AnyFinding]
) -> Iterator[Attestation[AnyFinding]]:
    """All findings of one kind, in the order of the documents and of their texts."""
    for reading in readings:
        wanted = [one for one in reading.findings if isinstance(one, kind)]
        if not wanted:
            continue
        document = reading.document
        stretches = _stretches(document.text, document.language)
        for finding in wanted:
            start = finding.span.start
            language = next(
                (run.language for run in stretches if start < run.end), "und"
            )
            yield Attestation(document, finding, language)


@lru_cache(maxsize=4096)
def _stretches(text: str, language: str | None) -> tuple[Run, ...]:
    return tuple(runs(text, language))


def by_day(attestation: Attestation[Finding]) -> tuple[date, str, int]:
    """Sort by day, then by document and place, so that one input gives one order."""
    return attestation.day, attestation.document.id, attestation.finding.span.start
