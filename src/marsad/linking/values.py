"""The value that one figure or count gives, with the series in which it stands.

What a figure counts is told by the words around it and by the register of indicators;
counts of members stand in a series for each body. One reading is enough to tell.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from marsad.linking.attestations import Attestation, attest
from marsad.linking.moments import moment_of
from marsad.linking.registers import indicator_of
from marsad.linking.surroundings import clauses_around, sentence_around
from marsad.reading.findings import (
    DateMention,
    Figure,
    Finding,
    Interval,
    Membership,
    Party,
)
from marsad.reading.pipeline import Reading

MEMBERS: Final = "members"
ATTENDANCE: Final = "attendance"
_MEMBER_UNITS: Final = frozenset(("member", "partner"))
# "Two new members" are no count of members; no body of states that is reported on is
# smaller than this.
_FEWEST_MEMBERS: Final = 5
# Figures that are no count of the world: how long something took, which share of what.
_NO_SERIES: Final = frozenset(
    ("year", "month", "week", "day", "hour", "minute", "times")
)


class SeriesKey(NamedTuple):
    """What the values of one series share; no indicator, no series."""

    indicator: str | None
    body: str | None
    place: str | None
    unit: str


@dataclass(frozen=True, slots=True)
class Value:
    """One report's value, ready to be put into its series."""

    key: SeriesKey
    value: float
    high: float | None
    bound: str
    change: str | None
    moment: Interval
    attestation: Attestation[Finding]


def values_of(reading: Reading) -> tuple[Value, ...]:
    """All values that one document gives, counts of members before other figures."""
    return tuple(_dated_once(tuple(_values(reading)), reading))


def indicator_key(finding: Figure | Membership, reading: Reading) -> SeriesKey | None:
    """The series in which a finding of a document stands, or None where in none."""
    for value in values_of(reading):
        if value.attestation.finding == finding and value.key.indicator:
            return value.key
    return None


def _values(reading: Reading) -> Iterator[Value]:
    bodies = _Bodies(reading)
    figures = tuple(attest([reading], Figure))
    claimed: set[int] = set()
    for membership in attest([reading], Membership):
        value = _of_membership(membership, figures, bodies)
        if value:
            claimed |= {
                one.finding.span.start
                for one in figures
                if one.finding.span.overlaps(membership.finding.span)
                and one.finding.value == value.value
            }
            yield value
    for figure in figures:
        if figure.finding.span.start not in claimed:
            yield from _of_figure(figure, bodies)


def _dated_once(values: Sequence[Value], reading: Reading) -> Iterator[Value]:
    """A text does not contradict itself: one date dates the value that is next to it.

    "83 members, against 79 in 2019" gives two values and one date, which a reader may
    have given to both; the other value holds on the day of publication.
    """
    days = [one for one in reading.findings if isinstance(one, DateMention)]
    published = moment_of(None, reading.document.published)
    for value in values:
        rivals = [
            one
            for one in values
            if one.key == value.key
            and one.moment == value.moment
            and one.value != value.value
        ]
        nearest = _distance(value, days)
        is_next = all(nearest <= _distance(one, days) for one in rivals)
        if rivals and not is_next and published and value.key.indicator:
            yield replace(value, moment=published)
        else:
            yield value


def _distance(value: Value, days: Iterable[DateMention]) -> int:
    """How many characters part a value from the mention of its moment."""
    span = value.attestation.finding.span
    apart = (
        max(day.span.start - span.end, span.start - day.span.end)
        for day in days
        if day.interval == value.moment
    )
    return min(apart, default=0)


def _of_membership(
    membership: Attestation[Membership],
    figures: Iterable[Attestation[Figure]],
    bodies: "_Bodies",
) -> Value | None:
    finding = membership.finding
    moment = moment_of(finding.as_of, membership.document.published)
    if finding.count is None or moment is None or finding.event == "founded":
        return None
    counted = next(
        (
            one.finding
            for one in figures
            if one.finding.span.overlaps(finding.span)
            and one.finding.value == finding.count
        ),
        None,
    )
    indicator = ATTENDANCE if finding.event == "attended" else MEMBERS
    shown: Attestation[Finding] = Attestation(
        membership.document, finding, membership.language
    )
    return Value(
        key=SeriesKey(indicator, bodies.nearest(finding), None, "member"),
        value=float(finding.count),
        high=counted.high if counted else None,
        bound=counted.bound if counted else "exact",
        change=None,
        moment=moment,
        attestation=shown,
    )


def _of_figure(figure: Attestation[Figure], bodies: "_Bodies") -> Iterator[Value]:
    finding = figure.finding
    moment = moment_of(finding.as_of, figure.document.published)
    if moment is None or finding.unit in _NO_SERIES or not finding.unit:
        return
    shown: Attestation[Finding] = Attestation(figure.document, finding, figure.language)
    yield Value(
        key=_key(figure, bodies),
        value=finding.value,
        high=finding.high,
        bound=finding.bound,
        change=finding.change,
        moment=moment,
        attestation=shown,
    )


def _key(figure: Attestation[Figure], bodies: "_Bodies") -> SeriesKey:
    finding = figure.finding
    for clause in clauses_around(figure.document.text, finding.span):
        indicator = indicator_of(finding, clause.quote, figure.language)
        if indicator:
            place = finding.place if indicator.is_by_place else None
            return SeriesKey(indicator.name, None, place, indicator.unit_of(finding))
    if finding.unit in _MEMBER_UNITS and finding.value >= _FEWEST_MEMBERS:
        return SeriesKey(MEMBERS, bodies.nearest(finding), None, "member")
    return SeriesKey(None, None, None, finding.unit)


class _Bodies:
    """Which organisation the members of a text are members of."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._parties = [
            one
            for one in reading.findings
            if isinstance(one, Party) and one.type == "organisation"
        ]
        counted = Counter(one.canonical for one in self._parties)
        self._usual = max(counted, key=lambda name: (counted[name], name), default=None)

    def nearest(self, finding: Finding) -> str | None:
        """The organisation of the same sentence, else the one that the text is about."""
        sentence = sentence_around(self._text, finding.span)
        within = [one for one in self._parties if sentence.contains(one.span)]
        nearest = min(
            within,
            key=lambda one: abs(one.span.start - finding.span.start),
            default=None,
        )
        return nearest.canonical if nearest else self._usual
