"""One commitment, and one meeting, behind the reports of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar

from rapidfuzz import fuzz

from marsad.linking.attestations import AnyFinding, Attestation, attest, by_day
from marsad.linking.indicators import loosest
from marsad.linking.moments import narrower, overlap
from marsad.reading.findings import (
    Amount,
    Commitment,
    Figure,
    Finding,
    Interval,
    Meeting,
)
from marsad.reading.pipeline import Reading
from marsad.text.normalise import fold

_SAME_NEWS: Final = timedelta(days=3)
_ALIKE: Final = 85.0
# Short labels such as "next ministerial meeting" are given by rule, not by chance.
_SAME_NAME: Final = 60.0
_WINDOW: Final = 100

_Group = list[Attestation[AnyFinding]]
_Kind = TypeVar("_Kind", bound=Finding)


@dataclass(frozen=True, slots=True)
class LinkedCommitment:
    """What a party bound itself to, with every report that says so."""

    party: str | None
    amount: Amount | None
    # How the text bounds the amount: exact, more_than, about…
    bound: str
    due: Interval | None
    attestations: tuple[Attestation[Commitment], ...]

    def is_open(self, today: date) -> bool:
        """Whether its due date is still to come, or it has none."""
        return self.due is None or self.due.last >= today


@dataclass(frozen=True, slots=True)
class LinkedMeeting:
    """A meeting with its place and days, and every report that names it."""

    name: str
    city: str | None
    country: str | None
    interval: Interval | None
    held: str
    attendance: int | None
    attestations: tuple[Attestation[Meeting], ...]

    def is_upcoming(self, today: date) -> bool:
        """Whether it was planned and its last day has not passed."""
        return (
            self.held == "planned"
            and self.interval is not None
            and self.interval.last >= today
        )


def link_commitments(readings: Sequence[Reading]) -> tuple[LinkedCommitment, ...]:
    """Every commitment once, in the order of its first report."""
    blocks: dict[str, _Group[Commitment]] = defaultdict(list)
    for one in attest(readings, Commitment):
        blocks[one.finding.party or ""].append(one)
    groups = [
        group for block in blocks.values() for group in _grouped(block, is_same_promise)
    ]
    bounds = _bounds(readings)
    return tuple(sorted((_commitment(group, bounds) for group in groups), key=_first))


def link_meetings(readings: Sequence[Reading]) -> tuple[LinkedMeeting, ...]:
    """Every meeting once, in the order of its days."""
    blocks: dict[str, _Group[Meeting]] = defaultdict(list)
    for one in attest(readings, Meeting):
        blocks[one.finding.country or ""].append(one)
    groups = [
        group for block in blocks.values() for group in _grouped(block, is_same_meeting)
    ]
    return tuple(
        sorted(
            map(_meeting, groups),
            key=lambda one: (one.interval is None, one.interval or (), one.name),
        )
    )


def _grouped(
    block: Iterable[Attestation[_Kind]],
    is_same: Callable[[Attestation[_Kind], Attestation[_Kind]], bool],
) -> list[list[Attestation[_Kind]]]:
    groups: list[list[Attestation[_Kind]]] = []
    for one in sorted(block, key=by_day):
        near = groups[-_WINDOW:]
        home = next((group for group in near if is_same(group[0], one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def is_same_promise(
    one: Attestation[Commitment], other: Attestation[Commitment]
) -> bool:
    """Whether two reports of days close by tell of one commitment."""
    if abs(one.day - other.day) > _SAME_NEWS:
        return False
    first, second = one.finding, other.finding
    if first.amount or second.amount:
        return first.amount == second.amount
    if first.due and second.due:
        return first.due == second.due and one.document.id != other.document.id
    if one.language != other.language:
        return False
    return fuzz.ratio(fold(first.span.quote), fold(second.span.quote)) >= _ALIKE


def is_same_meeting(one: Attestation[Meeting], other: Attestation[Meeting]) -> bool:
    """Whether two reports tell of one meeting: place, days and name agree."""
    first, second = one.finding, other.finding
    if first.city and second.city and first.city != second.city:
        return False
    if first.interval is None or second.interval is None:
        return False
    if not overlap(first.interval, second.interval):
        return False
    # Two meetings in one town in one season are told apart by their names, and one
    # text that names two means two.
    if one.document.id == other.document.id:
        return first.name == second.name
    return fuzz.token_set_ratio(first.name, second.name) >= _SAME_NAME


_Bounds = Mapping[str, Sequence[Figure]]


def _bounds(readings: Sequence[Reading]) -> _Bounds:
    return {
        reading.document.id: [
            one for one in reading.findings if isinstance(one, Figure)
        ]
        for reading in readings
    }


def _commitment(
    group: Sequence[Attestation[Commitment]], bounds: _Bounds
) -> LinkedCommitment:
    findings = [one.finding for one in group]
    amount = next((one.amount for one in findings if one.amount), None)
    return LinkedCommitment(
        party=findings[0].party,
        amount=amount,
        bound=_bound(group, amount, bounds),
        due=next((one.due for one in findings if one.due), None),
        attestations=tuple(group),
    )


def _bound(
    group: Sequence[Attestation[Commitment]], amount: Amount | None, bounds: _Bounds
) -> str:
    """The bound of the figure inside the clause; the loosest of several reports."""
    if amount is None:
        return "exact"
    found = {
        figure.bound
        for one in group
        for figure in bounds.get(one.document.id, ())
        if one.finding.span.contains(figure.span) and figure.value == amount.value
    }
    return loosest(found)


def _meeting(group: Sequence[Attestation[Meeting]]) -> LinkedMeeting:
    findings = [one.finding for one in group]
    days = [one.interval for one in findings if one.interval]
    interval = days[0] if days else None
    for other in days[1:]:
        interval = narrower(interval, other) if interval else other
    # Once a report says that it took place, it is planned no more.
    held = "past" if any(one.held == "past" for one in findings) else "planned"
    return LinkedMeeting(
        name=max((one.name for one in findings), key=len),
        city=next((one.city for one in findings if one.city), None),
        country=next((one.country for one in findings if one.country), None),
        interval=interval,
        held=held,
        attendance=next((one.attendance for one in findings if one.attendance), None),
        attestations=tuple(group),
    )


def _first(commitment: LinkedCommitment) -> tuple[date, str, int]:
    return by_day(commitment.attestations[0])
