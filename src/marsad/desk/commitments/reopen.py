"""Reopen a commitment: the word on it is taken back, and stays readable."""

from django.utils.translation import gettext as _

from marsad.desk.commitments.models import Outcome, Status
from marsad.desk.commitments.settle import standing_of
from marsad.desk.register.models import Entry
from marsad.desk.register.versions import at_version, entry_name
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("commitments.reopen")
def reopen(entry: Entry, *, by: Person, because: str) -> Outcome:
    """Say that what was said of a commitment no longer holds."""
    fresh = at_version(entry, None)
    standing = standing_of(fresh)
    if standing is None:
        raise Refused(entry_name(fresh), _("is open already"))
    note(status=standing.status)
    touch(fresh)
    return Outcome.objects.create(
        entry=fresh, status=Status.REOPENED, by=by, because=because, undoes=standing
    )
