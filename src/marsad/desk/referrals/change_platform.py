"""Change where notices to a platform go, in which language, and what it is called."""

from django.utils.translation import gettext as _

from marsad.desk.referrals.models import Platform
from marsad.desk.referrals.open_platform import Described, values_of
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("referrals.change_platform")
def change_platform(
    platform: Platform, said: Described, *, by: Person, because: str
) -> Platform:
    """Change a platform; notices that were written stay as they are."""
    held = Platform.objects.select_for_update().get(pk=platform.pk)
    wanted = values_of(said, held)
    before = {
        name: getattr(held, name)
        for name, value in wanted.items()
        if getattr(held, name) != value
    }
    if not before:
        raise Refused(held.name, _("nothing is changed"), _("change something first"))
    for name in before:
        setattr(held, name, wanted[name])
    held.save()
    note(before=before, after={name: wanted[name] for name in before})
    return held
