"""Settle a doubt about a signal: take the signal out for good, or back into use."""

from enum import Enum

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.banks import said
from marsad.desk.banks.models import BankedSignal, Dispute, Standing
from marsad.desk.banks.turning import turned
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


class Outcome(Enum):
    """How a doubt is settled."""

    TAKE_OUT = "take_out"
    KEEP = "keep"


@act("banks.settle")
def settle(dispute: Dispute, outcome: Outcome, *, by: Person, because: str) -> Dispute:
    """Say whether a doubted signal is withdrawn or used again; by who took no part."""
    held = Dispute.objects.select_for_update().get(pk=dispute.pk)
    signal = said.locked(held.signal)
    if held.settled_at is not None:
        raise Refused(str(signal), _("this doubt is settled already"))
    _refuse_who_took_part(signal, held, by)
    is_upheld = outcome is Outcome.TAKE_OUT
    held.settled_by, held.settled_at = by, timezone.now()
    held.settled_because, held.is_upheld = because.strip(), is_upheld
    held.upheld_by_then, held.overturned_by_then = signal.upheld, signal.overturned
    held.save()
    signal.standing = Standing.WITHDRAWN if is_upheld else Standing.LIVE
    signal.value = "" if is_upheld else signal.value
    signal.save(update_fields=["standing", "value"])
    turned([signal])
    touch(signal)
    note(outcome=outcome.value)
    return held


def _refuse_who_took_part(signal: BankedSignal, held: Dispute, by: Person) -> None:
    way_out = _("ask another director")
    if signal.person_id == by.pk:
        raise Refused(str(by), _("added this signal"), way_out)
    if held.person_id == by.pk:
        raise Refused(str(by), _("doubted this signal"), way_out)
