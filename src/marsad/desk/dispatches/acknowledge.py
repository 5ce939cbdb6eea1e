"""Note that a person has read that what they took was recalled or corrected."""

from django.utils.translation import gettext as _

from marsad.desk.dispatches.models import Acknowledgement, Handing
from marsad.desk.dispatches.notices import notices_for
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("packs.acknowledge")
def acknowledge(release: Release, *, by: Person, because: str) -> list[Acknowledgement]:
    """Show a notice no more to who has read it; the trail keeps that they have."""
    if not Handing.objects.filter(release=release, person=by).exists():
        raise Refused(release.number, _("is not there for you"))
    open_ones = [one for one in notices_for(by) if one.release.pk == release.pk]
    note(number=release.number, causes=[str(one.cause) for one in open_ones])
    return [
        Acknowledgement.objects.create(release=release, person=by, cause=one.cause)
        for one in open_ones
    ]
