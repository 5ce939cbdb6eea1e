"""Say that a notice was handed over to a platform as a file."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.referrals.models import Fate, Referral, Route, Sending
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("referrals.deliver")
def deliver(referral: Referral, *, by: Person, because: str) -> Referral:
    """Say that a person handed the file over, and how; from then on it counts as sent."""
    held: Referral = Referral.objects.select_for_update(of=("self",)).get(
        pk=referral.pk
    )
    rows = held.sendings.filter(route=Route.FILE, fate=Fate.WAITING)
    sending = rows.order_by("id").first()
    if sending is None:
        problem = _("has no file that waits to be handed over")
        raise Refused(held.number, problem, _("see how it was sent"))
    if not sending.sha256:
        problem = _("was not taken out as a file yet")
        raise Refused(held.number, problem, _("take the file first"))
    now = timezone.now()
    sending.fate, sending.settled_at, sending.said = Fate.SENT, now, because[:500]
    sending.save(update_fields=["fate", "settled_at", "said"])
    if sending.what == Sending.What.NOTICE:
        held.fate, held.sent_at = Fate.SENT, now
        held.save(update_fields=["fate", "sent_at"])
    note(what=sending.what)
    touch(sending)
    return held
