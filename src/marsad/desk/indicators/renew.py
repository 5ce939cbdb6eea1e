"""Renew a figure: it still holds, says an analyst, until another day."""

from datetime import date, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.register.models import Entry
from marsad.desk.register.versions import (
    at_version,
    decide,
    entry_name,
    keep,
    require_current,
)
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# Nobody can know for longer that a figure will hold.
LONGEST: Final = timedelta(days=731)


@act("indicators.renew")
def renew(
    entry: Entry,
    until: date,
    *,
    today: date | None = None,
    by: Person,
    because: str,
    version: int | None = None,
) -> Entry:
    """Give a figure a longer life, as a version of the entry that can be undone."""
    fresh = at_version(entry, version)
    require_current(fresh)
    if fresh.value is None:
        raise Refused(entry_name(fresh), _("has no value that could grow old"))
    now = today or timezone.localdate()
    if not now < until <= now + LONGEST:
        raise Refused(
            until.isoformat(),
            _("is no day until which a figure can be renewed"),
            _("choose a day after %(today)s and within two years")
            % {"today": now.isoformat()},
        )
    decision = decide("renew", by=by, because=because)
    note(before=str(fresh.expires_on), after=until.isoformat())
    fresh.expires_on = until
    keep(fresh, decision)
    return fresh
