"""One series behind the figures of an indicator: its points, by day, with their sources.

1. What a figure counts is told by the words around it and by the register of indicators;
   counts of members form a series for each body.
2. Equal values for the same days, or days next to them, are one point.
3. Figures that no indicator claims are one where value, unit and days agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from marsad.linking.attestations import Attestation, attest, by_day
from marsad.linking.moments import is_near, moment_of, narrower
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
_SAME_NEWS: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Point:
    """A value for some days, with every report that gives it."""

    value: float
    high: float | None
    bound: str
    unit: str
    change: str | None
    moment: Interval
    attestations: tuple[Attestation[Finding], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one indicator in the order of their days."""

    indicator: str | None
    body: str | None
    place: str | None
    unit: str
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point:
        """The point that supersedes the others: that of the last day known."""
        return max(self.points, key=lambda one: (one.moment.last, one.moment.first))


@dataclass(frozen=True, slots=True)
class _Value:
    """One report's value, ready to be put into its series."""

    key: tuple[str | None, str | None, str | None, str]
    value: float
    high: float | None
    bound: str
    change: str | None
    moment: Interval
    attestation: Attestation[Finding]


def link_indicators(readings: Sequence[Reading]) -> tuple[Series, ...]:
    """Every indicator of which the readings give a value, each with its points."""
    values: dict[tuple[str | None, ...], list[_Value]] = defaultdict(list)
    for reading in readings:
        for value in _dated_once(tuple(_values(reading)), reading):
            values[value.key].append(value)
    series = []
    for (indicator, body, place, unit), group in values.items():
        points = _points(sorted(group, key=lambda one: by_day(one.attestation)))
        if indicator is None:
            # No indicator holds these together, so each value stands alone.
            series += [Series(None, body, place, unit or "", (one,)) for one in points]
        else:
            series.append(Series(indicator, body, place, unit or "", tuple(points)))
    return tuple(sorted(series, key=_order))


def _values(reading: Reading) -> Iterator[_Value]:
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


def _dated_once(values: Sequence[_Value], reading: Reading) -> Iterator[_Value]:
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
        if rivals and not is_next and published and value.key[0]:
            yield replace(value, moment=published)
        else:
            yield value


def _distance(value: _Value, days: Iterable[DateMention]) -> int:
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
) -> _Value | None:
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
    return _Value(
        key=(indicator, bodies.nearest(finding), None, "member"),
        value=float(finding.count),
        high=counted.high if counted else None,
        bound=counted.bound if counted else "exact",
        change=None,
        moment=moment,
        attestation=shown,
    )


def _of_figure(figure: Attestation[Figure], bodies: "_Bodies") -> Iterator[_Value]:
    finding = figure.finding
    moment = moment_of(finding.as_of, figure.document.published)
    if moment is None or finding.unit in _NO_SERIES or not finding.unit:
        return
    shown: Attestation[Finding] = Attestation(figure.document, finding, figure.language)
    yield _Value(
        key=_key(figure, bodies),
        value=finding.value,
        high=finding.high,
        bound=finding.bound,
        change=finding.change,
        moment=moment,
        attestation=shown,
    )


def _key(
    figure: Attestation[Figure], bodies: "_Bodies"
) -> tuple[str | None, str | None, str | None, str]:
    finding = figure.finding
    for clause in clauses_around(figure.document.text, finding.span):
        indicator = indicator_of(finding, clause.quote, figure.language)
        if indicator:
            place = finding.place if indicator.is_by_place else None
            return indicator.name, None, place, indicator.unit_of(finding)
    if finding.unit in _MEMBER_UNITS and finding.value >= _FEWEST_MEMBERS:
        return MEMBERS, bodies.nearest(finding), None, "member"
    return None, None, None, finding.unit


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


def _points(values: Sequence[_Value]) -> list[Point]:
    """Equal values for overlapping days become one point with several sources."""
    points: list[Point] = []
    for one in values:
        index = next(
            (i for i, point in enumerate(points) if _is_same(point, one)), None
        )
        if index is None:
            points.append(_point(one))
        else:
            points[index] = _joined(points[index], one)
    return sorted(points, key=lambda one: (one.moment, one.value))


def _is_same(point: Point, one: _Value) -> bool:
    if (point.value, point.high, point.change) != (one.value, one.high, one.change):
        return False
    if one.key[0] is None:
        days = {attestation.day for attestation in point.attestations}
        return any(abs(one.attestation.day - day) <= _SAME_NEWS for day in days)
    return is_near(point.moment, one.moment)


def _point(one: _Value) -> Point:
    return Point(
        value=one.value,
        high=one.high,
        bound=one.bound,
        unit=one.key[3],
        change=one.change,
        moment=one.moment,
        attestations=(one.attestation,),
    )


def _joined(point: Point, one: _Value) -> Point:
    return Point(
        value=point.value,
        high=point.high,
        bound=loosest((point.bound, one.bound)),
        unit=point.unit,
        change=point.change,
        moment=narrower(point.moment, one.moment),
        attestations=(*point.attestations, one.attestation),
    )


_LOOSENESS: Final = ("exact", "at_least", "at_most", "more_than", "less_than", "about")


def loosest(bounds: Iterable[str]) -> str:
    """Of several bounds the one that claims least, so that a pack never claims more."""
    return max(bounds, key=_LOOSENESS.index, default="exact")


def _order(series: Series) -> tuple[str, str, str, str, date, float]:
    first = series.points[0]
    return (
        series.indicator or "~",
        series.body or "",
        series.place or "",
        series.unit,
        first.moment.first,
        first.value,
    )
