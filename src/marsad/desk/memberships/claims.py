"""What each source said of the number of members, beside the number that we know."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q

from marsad.desk.memberships.models import Grouping, GroupingKind, Member
from marsad.desk.memberships.rolls import ids_on_day
from marsad.desk.register.models import Entry, Kind
from marsad.desk.safeguards.models import Person
from marsad.linking.values import MEMBERS

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Claim:
    """A count that a source gave for a day, and how many members the register knows."""

    entry: Entry
    known: int
    agrees: bool

    @property
    def is_withdrawn(self) -> bool:
        """Whether all its documents were withdrawn: what it says is shown to nobody."""
        cited = [one.document for one in self.entry.citations.all()]
        return bool(cited) and all(one.withdrawn_at for one in cited)

    @property
    def missing(self) -> int:
        """How many more the source counted than the register knows."""
        return int(self.entry.value or 0) - self.known


def claims_of(
    grouping: Grouping, spells: Sequence[Member], person: Person
) -> list[Claim]:
    """The counts that the register holds, newest first, each beside what we know."""
    rows: Any = Entry.objects.visible_to(person).current()
    rows = rows.filter(kind=Kind.MEMBERSHIP, value__isnull=False)
    rows = rows.filter(_of(grouping)).with_sources().order_by("-day", "-id")
    claims = [_claim(one, len(ids_on_day(spells, one.day))) for one in rows[:_MOST]]
    return [one for one in claims if not one.is_withdrawn]


def _of(grouping: Grouping) -> Q:
    """The series of a body's members; a count that names no body is the coalition's."""
    own = Q(series__startswith=f"{MEMBERS}|{grouping.canonical}|")
    if grouping.kind == GroupingKind.COALITION:
        return own | Q(series__startswith=f"{MEMBERS}||")
    return own if grouping.canonical else Q(pk__in=())


def _claim(entry: Entry, known: int) -> Claim:
    said = entry.value or 0
    high = entry.high if entry.high is not None else said
    agrees = {
        "at_least": known >= said,
        "more_than": known > said,
        "at_most": known <= said,
        "less_than": known < said,
        # A round number is right within a twentieth.
        "about": abs(known - said) <= said / 20,
    }.get(entry.bound, said <= known <= high)
    return Claim(entry, known, agrees)
