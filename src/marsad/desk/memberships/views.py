"""The members of a grouping on any day, over the years, and beside what sources say."""

from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.memberships.claims import claims_of
from marsad.desk.memberships.joining import joinings
from marsad.desk.memberships.models import Grouping, GroupingKind, Member, Ruling
from marsad.desk.memberships.rolls import groupings, on_day, roll_of, spells_of
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.marking import Marking

COLUMNS: Final = (
    Column("id", lambda one: one.pk),
    Column("grouping", lambda one: one.grouping.name_en),
    Column("entity", lambda one: one.entity.whole.pk),
    Column("canonical", lambda one: one.entity.whole.canonical),
    Column("name_ar", lambda one: one.entity.whole.name_ar),
    Column("name_en", lambda one: one.entity.whole.name_en),
    Column("name_fr", lambda one: one.entity.whole.name_fr),
    Column("since", lambda one: one.since),
    Column("since_at_latest", lambda one: one.is_since_at_latest),
    Column("until", lambda one: one.until),
    Column("proof", lambda one: one.since_entry_id),
    Column("marking", lambda one: str(Marking(one.marking))),
)
_RULINGS: Final = 20


@needs("register.read")
def members(request: HttpRequest) -> HttpResponse:
    """Show who is a member on a day, over the years, and what sources counted."""
    person: Any = request.user
    everything = groupings(person)
    chosen = _chosen(request, everything)
    today = timezone.localdate()
    day = _day(request.GET.get("on", "")) or today
    said: dict[str, Any] = {
        "groupings": everything,
        "grouping": chosen,
        "day": day,
        "today": today,
        "kinds": GroupingKind.choices,
        **_doors(person),
    }
    if chosen is not None:
        said |= _of(chosen, day, person)
    return render(request, "memberships/members.html", said)


def _of(grouping: Grouping, day: date, person: Person) -> dict[str, Any]:
    spells = spells_of(grouping, person)
    said: dict[str, Any] = {
        "members": on_day(spells, day),
        "roll": roll_of(spells, timezone.localdate()),
        "claims": claims_of(grouping, spells, person),
    }
    if person.may("findings.read"):
        if grouping.kind == GroupingKind.COALITION:
            said["joinings"] = joinings(grouping, spells, person)
        said["rulings"] = _rulings(grouping, person)
    return said


def _rulings(grouping: Grouping, person: Person) -> list[Ruling]:
    rows = Ruling.objects.filter(grouping=grouping).select_related(
        "member__entity__joined_into", "grouping", "by"
    )
    return [
        one
        for one in rows[: _RULINGS * 2]
        if one.member is None
        or max(one.member.marking, one.member.entity.marking) <= person.clearance
    ][:_RULINGS]


def _chosen(request: HttpRequest, among: list[Grouping]) -> Grouping | None:
    asked = request.GET.get("of", "")
    if not asked:
        return among[0] if among else None
    for one in among:
        if str(one.pk) == asked:
            return one
    raise Http404


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _doors(person: Person) -> dict[str, bool]:
    return {
        "may_define": person.may("memberships.define"),
        "may_admit": person.may("memberships.admit"),
        "may_end": person.may("memberships.end"),
        "may_undo": person.may("memberships.undo"),
        "may_read_documents": person.may("documents.read"),
    }


@needs("register.read")
def members_export(request: HttpRequest) -> Any:
    """Hand the whole roll of a grouping out as a file."""
    person: Any = request.user
    chosen = _chosen(request, groupings(person))
    rows: list[Member] = spells_of(chosen, person) if chosen else []
    return answer(request, "members", COLUMNS, rows)
