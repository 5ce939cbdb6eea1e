"""The small register behind a pack: everything that the readings say, each once."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.linking.contradictions import Contradiction, find_contradictions
from marsad.linking.indicators import Series, link_indicators
from marsad.linking.persons import LinkedPerson, link_persons
from marsad.linking.reprints import find_reprints
from marsad.linking.statements import Statement, link_statements
from marsad.linking.undertakings import (
    LinkedCommitment,
    LinkedMeeting,
    link_commitments,
    link_meetings,
)
from marsad.reading.pipeline import Reading


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that was linked, whether the brief has room for it or not."""

    persons: tuple[LinkedPerson, ...]
    statements: tuple[Statement, ...]
    series: tuple[Series, ...]
    contradictions: tuple[Contradiction, ...]
    commitments: tuple[LinkedCommitment, ...]
    meetings: tuple[LinkedMeeting, ...]
    reprints: tuple[tuple[str, str], ...]


def link(readings: Sequence[Reading]) -> Register:
    """Link everything that was read."""
    persons = link_persons(readings)
    series = link_indicators(readings)
    reprints = find_reprints([one.document for one in readings])
    return Register(
        persons=persons,
        statements=link_statements(readings, persons),
        series=series,
        contradictions=find_contradictions(series),
        commitments=link_commitments(readings),
        meetings=link_meetings(readings),
        reprints=tuple(sorted(reprints.items())),
    )
