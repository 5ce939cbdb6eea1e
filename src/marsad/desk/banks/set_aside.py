"""Set a signal aside that floods or is too often wrong; a machine never starts it again."""

from django.utils.translation import gettext as _

from marsad.desk.banks import said
from marsad.desk.banks.models import BankedSignal, Dispute, Standing
from marsad.desk.banks.turning import turned
from marsad.desk.safeguards.acts import Worker, act, note, touch
from marsad.errors import Refused


@act("banks.set_aside")
def set_aside(
    signal: BankedSignal, standing: Standing, *, by: Worker, because: str
) -> Dispute:
    """Let a signal rest by itself, until a director settles what is wrong with it."""
    if standing not in (Standing.FLOOD, Standing.IMPRECISE):
        raise Refused(str(signal), _("is set aside for a flood or for errors only"))
    held = said.locked(signal)
    if held.standing != Standing.LIVE:
        raise Refused(str(held), _("rests already"))
    made = Dispute.objects.create(signal=held, by=str(by), because=because)
    held.standing = standing
    held.save(update_fields=["standing"])
    turned([held])
    touch(held)
    note(standing=standing.value, met=held.met, precision=held.precision)
    return made
