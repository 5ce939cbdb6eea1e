"""Suspend a source: nothing more is taken in from it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.desk.sources.models import Source
from marsad.errors import Refused


@act("sources.suspend")
def suspend(source: Source, *, by: Person, because: str) -> Source:
    """Take nothing more in from a source until it is resumed."""
    fresh = Source.objects.select_for_update().get(pk=source.pk)
    if fresh.suspended_at:
        raise Refused(fresh.name, _("is suspended already"))
    fresh.suspended_at = timezone.now()
    fresh.save(update_fields=["suspended_at"])
    return fresh
