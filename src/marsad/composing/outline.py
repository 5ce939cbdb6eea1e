"""What goes into a brief, and in which order, before any language is chosen.

1. Everything read is linked: persons, statements, series, commitments, meetings.
2. Newest and best attested first; nothing that an armed group says is passed on.
3. What does not fit is counted, and stays in the register that goes with the pack.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from marsad.composing.choosing import (
    Dated,
    by_urgency,
    dated,
    headlines,
    main_members,
    newest_first,
    usual_body,
    worth_quoting,
)
from marsad.composing.citations import Citation, Citations
from marsad.composing.register import Register, link
from marsad.linking.attestations import Attestation
from marsad.linking.contradictions import Contradiction
from marsad.linking.indicators import Point, Series
from marsad.linking.reprints import Voices, corroborate
from marsad.linking.statements import Statement
from marsad.linking.undertakings import LinkedCommitment, LinkedMeeting
from marsad.reading.findings import Finding, Quote
from marsad.reading.pipeline import Reading

_MOST_HEADLINES: Final = 10
_MOST_STATEMENTS: Final = 14
_MOST_COMMITMENTS: Final = 14
_MOST_MEETINGS: Final = 10

_Linked = TypeVar("_Linked")
_Enterable = TypeVar("_Enterable", Dated, Statement, LinkedCommitment, LinkedMeeting)


@dataclass(frozen=True, slots=True)
class Entry(Generic[_Linked]):
    """Something linked, with the outlets behind it and the citations that prove it."""

    linked: _Linked
    voices: Voices
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rivals:
    """A series and its values for one moment that cannot all be true."""

    series: Series
    points: tuple[Entry[Point], ...]


@dataclass(frozen=True, slots=True)
class Chosen(Generic[_Linked]):
    """The entries of one section, and how many more the register holds."""

    entries: tuple[Entry[_Linked], ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """A brief without words: its entries in their order, and their citations."""

    readings: tuple[Reading, ...]
    register: Register
    body: str | None
    today: date
    contradictions: tuple[Rivals, ...]
    headlines: Chosen[Dated]
    members: Chosen[Dated]
    statements: Chosen[Statement]
    commitments: Chosen[LinkedCommitment]
    meetings: Chosen[LinkedMeeting]
    points: tuple[Entry[Dated], ...]
    citations: tuple[Citation, ...]


def outline(readings: Sequence[Reading]) -> Outline:
    """Link the readings and choose what a brief of them says."""
    ordered = tuple(
        sorted(
            readings,
            key=lambda one: (one.document.published or date.min, one.document.id),
        )
    )
    register = link(ordered)
    today = max(
        (one.document.published or date.min for one in ordered), default=date.min
    )
    desk = _Desk(register)
    rivals = tuple(desk.set_against(one) for one in register.contradictions)
    points = dated(register)
    members = main_members(points)
    latest = headlines(points, members)
    upcoming = [one for one in register.meetings if one.is_upcoming(today)]
    # The order of these lines is the order in which citations get their numbers.
    return Outline(
        readings=ordered,
        register=register,
        body=members[-1].series.body if members else usual_body(ordered),
        today=today,
        contradictions=rivals,
        headlines=desk.enter(latest, most=_MOST_HEADLINES),
        members=desk.enter(members),
        statements=desk.enter(
            worth_quoting(register, ordered), most=_MOST_STATEMENTS, order=newest_first
        ),
        commitments=desk.enter(by_urgency(register, today), most=_MOST_COMMITMENTS),
        meetings=desk.enter(upcoming, most=_MOST_MEETINGS),
        points=desk.enter(points).entries,
        citations=desk.citations.all(),
    )


class _Desk:
    """Counts voices and numbers citations for whatever is entered."""

    def __init__(self, register: Register) -> None:
        self.citations = Citations()
        self._reprints = dict(register.reprints)

    def enter(
        self,
        linked: Sequence[_Enterable],
        *,
        most: int | None = None,
        order: Callable[[_Enterable], tuple[int, str]] | None = None,
    ) -> Chosen[_Enterable]:
        """Cite what there is room for, in an order of its own; count the rest."""
        chosen = linked[:most]
        chosen = sorted(chosen, key=order) if order else chosen
        entries = tuple(self._entry(one, one.attestations) for one in chosen)
        return Chosen(entries, len(linked) - len(entries))

    def set_against(self, contradiction: Contradiction) -> Rivals:
        """Cite each of the rival values by itself."""
        points = contradiction.points
        entries = tuple(self._entry(one, one.attestations) for one in points)
        return Rivals(contradiction.series, entries)

    def _entry(
        self, linked: _Linked, attestations: Iterable[Attestation[Finding]]
    ) -> Entry[_Linked]:
        # One place in each document proves it; the register keeps the others.
        first: dict[str, Attestation[Finding]] = {}
        for one in sorted(attestations, key=_directness):
            first.setdefault(one.document.id, one)
        attested = tuple(first.values())
        return Entry(
            linked,
            corroborate((one.document for one in attested), self._reprints),
            tuple(self.citations.cite(one) for one in attested),
        )


def _directness(one: Attestation[Finding]) -> tuple[bool, bool]:
    """Of one document's words: the story before its title, said before reported."""
    is_account = isinstance(one.finding, Quote) and one.finding.form == "indirect"
    title_ends = one.document.text.find("\n")
    return is_account, one.finding.span.start < title_ends
