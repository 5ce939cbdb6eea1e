"""Which entries of the register a brief says, and in which order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from marsad.composing.register import Register
from marsad.linking.attestations import Attestation
from marsad.linking.indicators import ATTENDANCE, MEMBERS, Point, Series
from marsad.linking.reprints import corroborate
from marsad.linking.statements import Statement
from marsad.linking.undertakings import LinkedCommitment
from marsad.reading.findings import Finding, Party
from marsad.reading.pipeline import Reading

# Fewer words than this are a phrase in marks, not a statement.
_FEWEST_WORDS: Final = 5
# So much one speaker says on one day before others are heard.
_MOST_BY_ONE: Final = 3


@dataclass(frozen=True, slots=True)
class Dated:
    """A point of a series, what it replaces, and whether another value disputes it."""

    series: Series
    point: Point
    earlier: Point | None
    is_disputed: bool

    @property
    def attestations(self) -> tuple[Attestation[Finding], ...]:
        """The reports that give this value."""
        return self.point.attestations


def dated(register: Register) -> tuple[Dated, ...]:
    """Every point of every series with what it replaces and whether it is disputed."""
    disputed = {id(point) for one in register.contradictions for point in one.points}
    return tuple(
        Dated(
            series,
            point,
            series.points[index - 1] if index else None,
            is_disputed=id(point) in disputed,
        )
        for series in register.series
        for index, point in enumerate(series.points)
        if not all(one.finding.is_doubtful for one in point.attestations)
    )


def main_members(dated: Iterable[Dated]) -> tuple[Dated, ...]:
    """The points of the members' series that most reports speak of."""
    members = [
        one for one in dated if one.series.indicator == MEMBERS and one.series.body
    ]
    reports = Counter(one.series.body for one in members for _ in one.attestations)
    body = max(reports, key=lambda name: (reports[name], name or ""), default=None)
    return tuple(one for one in members if one.series.body == body)


def headlines(dated: Iterable[Dated], members: Sequence[Dated]) -> tuple[Dated, ...]:
    """The latest value of each indicator, the members first, disputed ones too."""
    kept = [one for one in dated if one.series.indicator not in (None, ATTENDANCE)]
    last_days = {id(one.series): one.series.latest.moment.last for one in _firsts(kept)}
    latest = [one for one in kept if one.point.moment.last == last_days[id(one.series)]]
    main = members[0].series if members else None
    return tuple(
        sorted(latest, key=lambda one: (one.series is not main, -_ordinal(one)))
    )


def _firsts(dated: Iterable[Dated]) -> Iterable[Dated]:
    """One point of each series."""
    return {id(one.series): one for one in dated}.values()


def _ordinal(one: Dated) -> int:
    return one.point.moment.last.toordinal()


def worth_quoting(
    register: Register, readings: Sequence[Reading]
) -> tuple[Statement, ...]:
    """Whole statements of named speakers, best attested first; no armed group's."""
    armed = _armed(readings)
    reprints = dict(register.reprints)
    ranked = []
    for one in register.statements:
        # Reported speech is an outlet's wording: it counts when several voices report it.
        voices = len(
            corroborate((said.document for said in one.attestations), reprints).voices
        )
        is_account = one.first.finding.form == "indirect"
        if _is_whole(one, armed) and (voices > 1 or not is_account):
            ranked.append((-voices, is_account, -one.day.toordinal(), one))
    ranked.sort(key=lambda rank: rank[:3])
    return _not_all_by_one(one for *_, one in ranked)


def _is_whole(one: Statement, armed: frozenset[str]) -> bool:
    """Whether a statement has a speaker who may be quoted, and enough words."""
    first = one.first.finding
    is_armed = first.party in armed or one.speaker.startswith(tuple(armed))
    is_long = len(first.span.quote.split()) >= _FEWEST_WORDS
    return bool(one.speaker) and is_long and not is_armed and not first.is_doubtful


def _not_all_by_one(ranked: Iterable[Statement]) -> tuple[Statement, ...]:
    """The best first, but what one speaker says beyond a few comes after the others."""
    counts: Counter[tuple[str, date]] = Counter()
    first: list[Statement] = []
    later: list[Statement] = []
    for one in ranked:
        counts[one.speaker, one.day] += 1
        is_early = counts[one.speaker, one.day] <= _MOST_BY_ONE
        (first if is_early else later).append(one)
    return (*first, *later)


def newest_first(one: Statement) -> tuple[int, str]:
    """Sort statements by day, the newest first, those of one speaker together."""
    return -one.day.toordinal(), one.speaker


def _armed(readings: Sequence[Reading]) -> frozenset[str]:
    return frozenset(
        one.canonical
        for reading in readings
        for one in reading.findings
        if isinstance(one, Party) and one.type == "armed_group"
    )


def by_urgency(register: Register, today: date) -> tuple[LinkedCommitment, ...]:
    """Open ones by due date, then those with a sum or a past date, then the others."""
    firm = [
        one
        for one in register.commitments
        if one.party and not one.attestations[0].finding.is_doubtful
    ]
    return tuple(sorted(firm, key=lambda one: _urgency(one, today)))


def _urgency(one: LinkedCommitment, today: date) -> tuple[int, int]:
    newest_first = -one.attestations[0].day.toordinal()
    if one.due is None:
        return (1 if one.amount else 2), newest_first
    if one.is_open(today):
        return 0, one.due.last.toordinal()
    return 1, newest_first


def usual_body(readings: Sequence[Reading]) -> str | None:
    """The organisation that most mentions name."""
    named = Counter(
        one.canonical
        for reading in readings
        for one in reading.findings
        if isinstance(one, Party) and one.type == "organisation"
    )
    return max(named, key=lambda name: (named[name], name), default=None)
