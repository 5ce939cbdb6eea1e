"""One document in, its findings out: the readers in the order of their needs."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

from marsad.collecting.documents import Document
from marsad.reading.calibration import calibrate
from marsad.reading.dates.dates import read_dates
from marsad.reading.deeds.calls import read_calls
from marsad.reading.deeds.commitments import read_commitments
from marsad.reading.deeds.meetings import read_meetings
from marsad.reading.deeds.memberships import read_memberships
from marsad.reading.figures.figures import read_figures
from marsad.reading.findings import Finding
from marsad.reading.names.parties import read_parties
from marsad.reading.names.persons import read_persons
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.quotations.quotations import read_quotes
from marsad.text.language import runs

Reader = Callable[[Passage, Found], list[Seen]]

# Every reader, in one visible place: the kind whose list it fills, and the function.
# A reader may use what stands above it.
READERS: tuple[tuple[str, Reader], ...] = (
    ("parties", read_parties),
    ("persons", read_persons),
    ("dates", read_dates),
    ("figures", read_figures),
    ("quotes", read_quotes),
    ("calls", read_calls),
    ("commitments", read_commitments),
    ("meetings", read_meetings),
    ("memberships", read_memberships),
)

# A Seen begins with the numbers of its first and last token.
_TOKENS = itemgetter(0, 1)

# Days of publication that can be meant: print is not older, and there are typing errors.
_YEARS = range(1500, 3000)

LANGUAGES = ("ar", "en", "fr")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document together with what was found in it."""

    document: Document
    findings: tuple[Finding, ...]


def read(document: Document) -> tuple[Finding, ...]:
    """Read a document in one pass: what is in it, in the order of the text.

    Pure and deterministic; raises nothing: a text in which nothing is found gives an
    empty tuple, a passage in a language that is not read is passed over. The score of a
    finding is the share of findings like it that were right.
    """
    return _read(document, calibrate)


def read_raw(document: Document) -> tuple[Finding, ...]:
    """Read a document; the score of a finding is the weight of its rule."""
    return _read(document, _as_weighted)


def _as_weighted(finding: Finding, _language: str) -> Finding:
    return finding


def _read(
    document: Document, scored: Callable[[Finding, str], Finding]
) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    # A day in another age is a mistake of the source, and a hundred years on or back
    # from it the calendar may end.
    published = document.published
    if published is not None and published.year not in _YEARS:
        published = None
    for run in runs(document.text, document.language):
        if run.language in LANGUAGES:
            original = document.text[run.start : run.end]
            passage = Passage(
                original, run.language, offset=run.start, published=published
            )
            seen = _read_passage(passage)
            findings.extend(scored(one, run.language) for one in seen)
    findings.sort(
        key=lambda finding: (finding.span.start, -finding.span.end, finding.kind)
    )
    return tuple(findings)


def _read_passage(passage: Passage) -> list[Finding]:
    found = Found()
    for kind, reader in READERS:
        seen = reader(passage, found)
        seen.sort(key=_TOKENS)
        getattr(found, kind).extend(seen)
    return [one.finding for kind, _ in READERS for one in getattr(found, kind)]
