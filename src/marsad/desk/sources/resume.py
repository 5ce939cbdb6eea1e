"""Resume a source that was suspended."""

from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.desk.sources.models import Source
from marsad.errors import Refused


@act("sources.resume")
def resume(source: Source, *, by: Person, because: str) -> Source:
    """Take reports in from a source again."""
    fresh = Source.objects.select_for_update().get(pk=source.pk)
    if fresh.suspended_at is None:
        raise Refused(fresh.name, _("is not suspended"))
    fresh.suspended_at = None
    fresh.save(update_fields=["suspended_at"])
    return fresh
