"""Let notices go to a platform again after our own brake stopped them."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.referrals.models import Platform
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("referrals.resume")
def resume(platform: Platform, *, by: Person, because: str) -> Platform:
    """Let notices go to a platform again; the count of wrong ones begins anew."""
    held = Platform.objects.select_for_update().get(pk=platform.pk)
    if held.paused_at is None:
        raise Refused(held.name, _("is not stopped"), _("there is nothing to resume"))
    note(paused_because=held.paused_because)
    held.paused_at, held.paused_because = None, ""
    held.resumed_at = timezone.now()
    held.save()
    return held
