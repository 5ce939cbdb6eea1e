"""Who is a member on a day, and over the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.desk.entities.models import Entity
from marsad.desk.memberships.models import Grouping, Member
from marsad.desk.safeguards.models import Person


@dataclass(frozen=True, slots=True)
class Row:
    """One member over the years: in which of them it was one, if only for a day."""

    entity: Entity
    spells: Sequence[Member]
    years: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Roll:
    """All who ever were members, over the years, and how many in each."""

    years: Sequence[int]
    rows: Sequence[Row]
    counts: Sequence[int]


def spells_of(grouping: Grouping, person: Person) -> list[Member]:
    """Every membership of a grouping that the reader may see."""
    rows: Any = Member.objects.visible_to(person).filter(
        grouping=grouping, is_void=False
    )
    rows = rows.filter(entity__marking__lte=person.clearance)
    rows = rows.select_related("entity__joined_into", "since_entry", "until_entry")
    return list(rows.order_by("since", "pk"))


def on_day(spells: Sequence[Member], day: date) -> list[Member]:
    """Those who are members on a day, each once, however it was joined since."""
    found: dict[int, Member] = {}
    for one in spells:
        if _holds(one, day):
            found.setdefault(one.entity.whole.pk, one)
    return sorted(found.values(), key=lambda one: one.entity.whole.name)


def ids_on_day(spells: Sequence[Member], day: date) -> set[int]:
    """The entities that are members on a day; for many days, without their names."""
    return {one.entity.whole.pk for one in spells if _holds(one, day)}


def _holds(spell: Member, day: date) -> bool:
    return spell.since <= day and (spell.until is None or day < spell.until)


def roll_of(spells: Sequence[Member], today: date) -> Roll:
    """The members over the years, the first to join first."""
    if not spells:
        return Roll((), (), ())
    years = range(min(one.since for one in spells).year, today.year + 1)
    by_entity: dict[int, list[Member]] = {}
    for one in spells:
        by_entity.setdefault(one.entity.whole.pk, []).append(one)
    rows = [
        Row(
            some[0].entity.whole,
            some,
            [any(_is_in(one, year) for one in some) for year in years],
        )
        for some in by_entity.values()
    ]
    counts = [sum(row.years[number] for row in rows) for number in range(len(years))]
    return Roll(list(years), rows, counts)


def _is_in(spell: Member, year: int) -> bool:
    begins = spell.since <= date(year, 12, 31)
    return begins and (spell.until is None or spell.until > date(year, 1, 1))


def groupings(person: Person) -> list[Grouping]:
    """The groupings that the reader may see, each after what it is part of."""
    rows: Any = Grouping.objects.visible_to(person).filter(is_void=False)
    by_parent: dict[int | None, list[Grouping]] = {}
    for one in rows.order_by("pk"):
        by_parent.setdefault(one.parent_id, []).append(one)
    ordered: list[Grouping] = []
    waiting = list(by_parent.get(None, ()))
    while waiting:
        one = waiting.pop(0)
        ordered.append(one)
        waiting = by_parent.get(one.pk, []) + waiting
    return ordered
