"""Close a partner, and open it again; a partner is never deleted."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.partners.models import Partner
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("partners.close")
def close(partner: Partner, *, by: Person, because: str) -> Partner:
    """Send a partner nothing more, and show it nothing: at once, until it is reopened."""
    held = Partner.objects.select_for_update().get(pk=partner.pk)
    if not held.is_open:
        raise Refused(held.code, _("is closed already"))
    held.closed_at = timezone.now()
    held.save(update_fields=["closed_at"])
    return held


@act("partners.reopen")
def reopen(partner: Partner, *, by: Person, because: str) -> Partner:
    """Let a closed partner see and get packs again."""
    held = Partner.objects.select_for_update().get(pk=partner.pk)
    if held.is_open:
        raise Refused(held.code, _("is open already"))
    held.closed_at = None
    held.save(update_fields=["closed_at"])
    return held
