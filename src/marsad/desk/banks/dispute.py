"""Doubt a signal: it rests at once, until a director who took no part settles it."""

from django.utils.translation import gettext as _

from marsad.desk.banks import said
from marsad.desk.banks.models import BankedSignal, Dispute, Standing
from marsad.desk.banks.turning import turned
from marsad.desk.safeguards.acts import act, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("banks.dispute")
def dispute(signal: BankedSignal, *, by: Person, because: str) -> Dispute:
    """Let a signal rest because somebody doubts it."""
    held = said.locked(signal)
    if held.standing == Standing.WITHDRAWN:
        raise Refused(str(held), _("is withdrawn already"))
    if held.disputes.filter(settled_at__isnull=True).exists():
        way_out = _("a director settles the doubt that is there")
        raise Refused(str(held), _("rests already"), way_out)
    made = Dispute.objects.create(
        signal=held,
        by=f"{by.name} ({by.username})",
        person=by,
        because=because.strip(),
    )
    held.standing = Standing.DISPUTED
    held.save(update_fields=["standing"])
    turned([held])
    touch(held)
    return made
