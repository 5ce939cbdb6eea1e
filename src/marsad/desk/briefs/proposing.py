"""What the register holds for a brief: what is new since the last one of its kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from marsad.composing.editions import Cited
from marsad.composing.proposal import (
    Candidate,
    Course,
    Proposal,
    Roster,
    Wanted,
    propose,
)
from marsad.composing.series_titles import series_title
from marsad.desk.briefs.citing import cited_without_context
from marsad.desk.briefs.manuscripts import chart_entries
from marsad.desk.briefs.models import BriefKind
from marsad.desk.briefs.standings import last_release
from marsad.desk.entities.models import EntityKind
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping, GroupingKind
from marsad.desk.memberships.rolls import on_day, spells_of
from marsad.desk.partners.models import Partner
from marsad.desk.register.models import Entry, Kind
from marsad.desk.safeguards.models import Person
from marsad.marking import Marking

# How far back a brief looks where none of its kind was released before.
DAYS: Final = {
    BriefKind.DAILY: 2,
    BriefKind.WEEKLY: 7,
    BriefKind.SITUATIONAL: 30,
    BriefKind.STANDING: 365,
}
_MOST: Final = 300


@dataclass(frozen=True, slots=True)
class Look:
    """For what brief the register is looked through, and since when."""

    wanted: Wanted
    since: datetime
    # Whether it is the moment of the last release, and not a number of days.
    is_release: bool


def look_of(wanted: Wanted, since: date | None = None) -> Look:
    """Since the day that was asked for, the last release, or some days before."""
    if since is not None:
        return Look(wanted, _beginning(since), is_release=False)
    released = last_release(wanted.kind, int(wanted.audience))
    if released is not None:
        return Look(wanted, released, is_release=True)
    days = timedelta(days=DAYS[BriefKind(wanted.kind)])
    return Look(wanted, _beginning(wanted.as_of - days), is_release=False)


def _beginning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def proposal(look: Look, reader: Person) -> Proposal:
    """Propose the outline of a brief from what this reader may see of the register."""
    candidates = _candidates(look, reader)
    named = {one.cited.series for one in candidates if one.cited.series}
    return propose(
        candidates,
        look.wanted,
        courses=_courses(named, look.wanted, reader),
        rosters=_rosters(look.wanted, reader),
    )


def _candidates(look: Look, reader: Person) -> list[Candidate]:
    rows: Any = Entry.objects.current().visible_to(reader)
    rows = rows.filter(changed_at__gt=look.since)
    # What is planned may lie ahead; nothing else is known before its day.
    known = Q(day__lte=look.wanted.as_of) | Q(kind=Kind.MEETING, fields__held="planned")
    newest = rows.filter(known).order_by("-day", "-pk")[:_MOST]
    speakers = {
        one.pk: one.actor.entity.whole if one.actor and one.actor.entity else None
        for one in newest.select_related("actor__entity__joined_into")
    }
    partners = _partners()
    return [
        Candidate(
            one,
            is_partner=_is_in(speakers[one.number], partners),
            is_adversary=_is_armed(speakers[one.number]),
        )
        for one in _readable(cited_without_context(speakers), reader)
    ]


def _readable(entries: Iterable[Cited], reader: Person) -> Iterable[Cited]:
    """Entries without a source that may be shown prove nothing."""
    return (one for one in entries if one.passages and one.marking <= reader.tlp)


def _partners() -> frozenset[int]:
    rows = Partner.objects.filter(closed_at=None).exclude(entity=None)
    return frozenset(rows.values_list("entity", flat=True))


def _is_in(entity: Any, entities: frozenset[int]) -> bool:
    return entity is not None and entity.pk in entities


def _is_armed(entity: Any) -> bool:
    return entity is not None and entity.kind == EntityKind.ARMED_GROUP


def _courses(named: set[str], wanted: Wanted, reader: Person) -> list[Course]:
    rows = Indicator.objects.visible_to(reader).filter(key__in=named).order_by("key")
    found = ((one, chart_entries(one, wanted.audience, wanted.as_of)) for one in rows)
    return [
        Course(
            indicator=one.pk,
            series=one.key,
            title={each: _title(one, each) for each in wanted.languages},
            values=Entry.objects.filter(pk__in=values).values("day").distinct().count(),
        )
        for one, values in found
    ]


def _title(indicator: Indicator, language: str) -> str:
    own: str = getattr(indicator, f"title_{language}")
    return own or series_title(indicator.key, language)


def _rosters(wanted: Wanted, reader: Person) -> list[Roster]:
    reach = [int(one) for one in Marking if one.may_reach(wanted.audience)]
    rows = Grouping.objects.visible_to(reader).filter(
        kind=GroupingKind.COALITION, is_void=False, marking__in=reach
    )
    return [
        Roster(one.pk, len(on_day(spells_of(one, reader), wanted.as_of)))
        for one in rows
    ]
