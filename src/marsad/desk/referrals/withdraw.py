"""Take a notice back: the platform is told so, by a letter that answers the first."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.referrals.brakes import brake
from marsad.desk.referrals.models import Fate, Referral, Sending
from marsad.desk.referrals.refer import begin_sending
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("referrals.withdraw")
def withdraw(referral: Referral, *, by: Person, because: str) -> Referral:
    """Take a notice back, whether it was sent or not; who got it is told."""
    held: Referral = Referral.objects.select_for_update(of=("self",)).get(
        pk=referral.pk
    )
    if held.fate == Fate.WITHDRAWN:
        raise Refused(held.number, _("was withdrawn already"), _("nothing is to do"))
    if by.clearance < held.marking:
        problem = _("is marked above your clearance")
        raise Refused(held.number, problem, _("leave it to somebody who is cleared"))
    before = held.fate
    # What still waits is not sent at all; whoever may have it is told.
    waiting = held.sendings.filter(fate=Fate.WAITING)
    stopped = waiting.update(fate=Fate.WITHDRAWN, settled_at=timezone.now())
    held.fate = Fate.WITHDRAWN
    held.withdrawn_by, held.withdrawn_at = by, timezone.now()
    held.withdrawn_because = because.strip()
    # The notice itself is protected by the database: only its fate is written.
    held.save(
        update_fields=["fate", "withdrawn_by", "withdrawn_at", "withdrawn_because"]
    )
    may_have_it = held.sendings.exclude(fate__in=(Fate.WITHDRAWN, Fate.FAILED))
    if may_have_it.exists():
        touch(begin_sending(held, Sending.What.WITHDRAWAL, by))
    paused = brake(held.platform)
    note(before=before, stopped_before_sending=bool(stopped), paused=paused)
    return held
