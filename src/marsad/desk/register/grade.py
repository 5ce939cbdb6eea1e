"""Grade an entry: its source from A to F, its information from 1 to 6."""

from django.utils.translation import gettext as _

from marsad.desk.register.models import Entry, InformationGrade
from marsad.desk.register.versions import at_version, decide, keep, require_current
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.desk.sources.models import SourceGrade
from marsad.errors import Refused


@act("register.grade")
def grade(
    entry: Entry,
    source: str,
    information: str,
    *,
    by: Person,
    because: str,
    version: int | None = None,
) -> Entry:
    """Set both grades of an entry."""
    if source not in SourceGrade.values or information not in InformationGrade.values:
        raise Refused(f"{source}{information}", _("is no grade"), _("write A1 to F6"))
    fresh = at_version(entry, version)
    require_current(fresh)
    decision = decide("grade", by=by, because=because)
    fresh.source_grade, fresh.information_grade = source, information
    keep(fresh, decision)
    return fresh
