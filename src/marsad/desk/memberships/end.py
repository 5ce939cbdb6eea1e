"""End a membership."""

from datetime import date

from django.utils.translation import gettext as _

from marsad.desk.memberships.models import Member, Ruling
from marsad.desk.register.models import Entry
from marsad.desk.register.versions import require_current
from marsad.desk.safeguards.acts import act, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("memberships.end")
def end(
    member: Member,
    until: date,
    *,
    by: Person,
    because: str,
    proof: Entry | None = None,
) -> Member:
    """Say from which day on an entity is a member no longer."""
    fresh: Member = Member.objects.select_for_update().get(pk=member.pk)
    if fresh.is_void or fresh.until is not None:
        raise Refused(str(fresh), _("is no membership that lasts"))
    if until <= fresh.since:
        raise Refused(
            str(fresh),
            _("began on %(day)s") % {"day": fresh.since.isoformat()},
            _("choose a later day, or undo that it was admitted"),
        )
    if proof is not None:
        require_current(proof)
        fresh.marking = max(fresh.marking, proof.marking)
    before = fresh.standing()
    fresh.until, fresh.until_entry = until, proof
    fresh.save()
    Ruling.objects.create(
        act="end",
        grouping=fresh.grouping,
        member=fresh,
        before=before,
        after=fresh.standing(),
        by=by,
        because=because.strip(),
    )
    touch(fresh.entity)
    return fresh
