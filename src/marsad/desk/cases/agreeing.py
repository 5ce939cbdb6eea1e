"""How far readers agree: over cases that two of them read blind, by month."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from marsad.desk.cases.models import Case, Reading, Stage, Verdict
from marsad.desk.safeguards.models import Person
from marsad.measuring.agreement import Agreement, agreement, confusion

_DECIDED: Final = (Stage.AGREED, Stage.CLOSED, Stage.REFERRED)
_READERS: Final = 2
Pair = tuple[Reading, Reading]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's agreement on the outcome, and on the verdict word for word."""

    month: date | None
    outcome: Agreement
    verdict: Agreement


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of what two readers said: the verdict, and the counts beside it."""

    words: str
    cells: Sequence[int | None]


def pairs_for(person: Person) -> list[Pair]:
    """The first two readings of each decided round that a person may know of.

    Only these: both are always made and made blind, whereas a third is asked for only
    where two differ, and would make agreement look worse than it is.
    """
    rows = Reading.objects.filter(
        is_sample=False,
        case__stage__in=_DECIDED,
        case__in=Case.objects.visible_to(person).values("pk"),
    )
    if person.may("cases.decide"):
        # Of what they may yet be asked to read again nothing is told.
        waiting = Case.objects.for_reader(person).values("pk")
        rows = rows.exclude(case__in=waiting)
    rounds: dict[tuple[int, int], list[Reading]] = defaultdict(list)
    for reading in rows.order_by("id"):
        rounds[reading.case_id, reading.round].append(reading)
    return [(some[0], some[1]) for some in rounds.values() if len(some) >= _READERS]


def measured(pairs: Sequence[Pair], month: date | None = None) -> Month:
    """The agreement of pairs of readings."""
    outcome = agreement([[one.says_refer for one in pair] for pair in pairs])
    verdict = agreement([[one.verdict for one in pair] for pair in pairs])
    return Month(month, outcome, verdict)


def by_month(pairs: Sequence[Pair]) -> list[Month]:
    """Agreement month by month, the newest first, by the day of the second reading."""
    months: dict[date, list[Pair]] = defaultdict(list)
    for pair in pairs:
        months[pair[1].at.date().replace(day=1)].append(pair)
    return [measured(months[month], month) for month in sorted(months, reverse=True)]


def table_of(pairs: Sequence[Pair]) -> list[Row]:
    """How often two readers said which two verdicts; each pair stands there once."""
    said: Counter[tuple[object, object]] = confusion(
        (one.verdict, other.verdict) for one, other in pairs
    )
    names = list(Verdict.values)
    rows = []
    for down, name in enumerate(names):
        cells: list[int | None] = [None] * down
        for other in names[down:]:
            first, second = sorted((name, other))
            cells.append(said[first, second])
        rows.append(Row(str(Verdict(name).label), cells))
    return rows
