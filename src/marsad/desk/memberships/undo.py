"""Undo a decision about members, unless later ones stand on it."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.memberships.models import Grouping, Member, Ruling
from marsad.desk.safeguards.acts import act, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("memberships.undo")
def undo(ruling: Ruling, *, by: Person, because: str) -> Ruling:
    """Put back what a decision changed; the decision stays written down."""
    grouping = Grouping.objects.select_for_update().get(pk=ruling.grouping_id)
    fresh = Ruling.objects.select_for_update().get(pk=ruling.pk)
    if fresh.undone_at:
        raise Refused(str(fresh), _("was already undone"))
    later = Ruling.objects.filter(pk__gt=fresh.pk, undone_at__isnull=True)
    later = later.filter(grouping=grouping)
    if fresh.member_id:
        later = later.filter(member=fresh.member_id)
    last = later.select_related("by").first()
    if last:
        raise Refused(
            str(fresh),
            _("was decided on again since by %(person)s") % {"person": last.by},
            _("undo the later decision first"),
        )
    if fresh.member_id:
        _put_back(fresh)
    else:
        _take_away(grouping)
    fresh.undone_at = timezone.now()
    fresh.save(update_fields=["undone_at"])
    return fresh


def _put_back(ruling: Ruling) -> None:
    member = Member.objects.select_for_update().get(pk=ruling.member_id)
    if not ruling.before:
        member.is_void = True
    for name, value in ruling.before.items():
        setattr(member, name, _typed(name, value))
    if not member.is_void:
        _require_alone(member)
    member.save()
    touch(member, member.entity)


def _require_alone(member: Member) -> None:
    """Refuse a membership that would run beside another one of the same entity."""
    others = Member.objects.filter(
        grouping=member.grouping_id, entity__in=member.entity.family(), is_void=False
    ).exclude(pk=member.pk)
    others = others.filter(Q(until__isnull=True) | Q(until__gt=member.since))
    if member.until is not None:
        others = others.filter(since__lt=member.until)
    if others.exists():
        raise Refused(
            str(member),
            _("was admitted again since"),
            _("undo the later decision first"),
        )


def _typed(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name in ("since", "until") and value else value


def _take_away(grouping: Grouping) -> None:
    if grouping.parts.filter(is_void=False).exists():
        raise Refused(f"«{grouping.name}»", _("has parts"), _("undo those first"))
    grouping.is_void = True
    grouping.save(update_fields=["is_void"])
