"""Close a bank: nothing of it is searched any more, and nothing of it is lost."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.banks.models import Bank
from marsad.desk.banks.turning import turned
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("banks.close")
def close(bank: Bank, *, by: Person, because: str) -> Bank:
    """Search nothing of a bank any more, at once and for good."""
    held: Bank = Bank.objects.select_for_update().get(pk=bank.pk)
    if held.closed_at is not None:
        raise Refused(held.code, _("is closed already"))
    held.closed_at = timezone.now()
    held.save(update_fields=["closed_at"])
    turned()
    return held
