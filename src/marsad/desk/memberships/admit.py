"""Admit a member to a grouping, from what a report says."""

from datetime import date

from django.utils.translation import gettext as _

from marsad.desk.entities.models import Entity, EntityKind
from marsad.desk.memberships.models import Grouping, Member, Ruling
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Entry, Finding
from marsad.desk.register.versions import require_current
from marsad.desk.safeguards.acts import act, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# Whoever came to a meeting was a member by then, perhaps before.
ATTENDED = "attended"


@act("memberships.admit")
def admit(
    grouping: Grouping,
    entity: Entity,
    *,
    proof: Entry | Finding | None = None,
    since: date | None = None,
    by: Person,
    because: str,
) -> Member:
    """Say that an entity is a member since a day; an earlier day than known moves it."""
    # One at a time: two people never admit one member twice.
    kept = Grouping.objects.select_for_update().get(pk=grouping.pk)
    whole = _one_that_joins(kept, entity)
    entry = _entry(proof, by=by, because=because)
    day = since or (entry.day if entry else None)
    if day is None:
        raise Refused(
            f"«{whole.name}»", _("has no day since which"), _("write the day it joined")
        )
    member = _there(kept, whole, day)
    before = member.standing() if member.pk else {}
    member.since = day
    member.since_entry = entry
    member.is_since_at_latest = (
        since is None and entry is not None and entry.fields.get("event") == ATTENDED
    )
    member.marking = max(kept.marking, entry.marking if entry else kept.marking)
    member.save()
    Ruling.objects.create(
        act="admit",
        grouping=kept,
        member=member,
        before=before,
        after=member.standing(),
        by=by,
        because=because.strip(),
    )
    touch(whole)
    return member


def _one_that_joins(grouping: Grouping, entity: Entity) -> Entity:
    if grouping.is_void:
        raise Refused(f"«{grouping.name}»", _("is not a grouping any more"))
    whole = entity.whole
    if whole.kind in (EntityKind.PERSON, EntityKind.ARMED_GROUP):
        raise Refused(
            f"«{whole.name}»",
            _("cannot be a member: members are states and organisations"),
            _("admit the state or the body"),
        )
    return whole


def _entry(proof: Entry | Finding | None, *, by: Person, because: str) -> Entry | None:
    if isinstance(proof, Finding):
        [entered] = confirm([proof], by=by, because=because)
        return entered
    if proof is not None:
        require_current(proof)
    return proof


def _there(grouping: Grouping, whole: Entity, day: date) -> Member:
    """A new membership, or the one that is known to begin later."""
    rows = Member.objects.select_for_update().filter(
        grouping=grouping, entity__in=whole.family(), is_void=False
    )
    found: list[Member] = list(rows.order_by("since"))
    for one in found:
        if one.since <= day and (one.until is None or day < one.until):
            raise Refused(
                f"«{whole.name}»",
                _("is a member since %(day)s") % {"day": one.since.isoformat()},
                _("undo that first if it is wrong"),
            )
        if day < one.since:
            return one
    return Member(grouping=grouping, entity=whole, since=day)
