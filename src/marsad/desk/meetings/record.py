"""Record what is known of a meeting: its name, place, days and attendance."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from marsad.desk.register.correct import correct
from marsad.desk.register.models import Entry, Kind
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

HELD = ("past", "planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What people know of a meeting; the words of its reports stay as they are."""

    name: str
    city: str = ""
    # ISO 3166 alpha-2.
    country: str = ""
    first: date | None = None
    last: date | None = None
    held: str = "past"
    attendance: int | None = None


@act("meetings.record")
def record(
    entry: Entry, known: Known, *, by: Person, because: str, version: int | None = None
) -> Entry:
    """Correct the entry of a meeting; no second row of it is made."""
    if entry.kind != Kind.MEETING:
        raise Refused(str(entry), _("is no meeting"))
    if not known.name.strip():
        raise Refused(str(entry), _("needs a name"), _("write what it is called"))
    if known.held not in HELD:
        raise Refused(known.held, _("says not whether it was held"))
    last = known.last or known.first
    if known.first is None and last is not None:
        raise Refused(str(entry), _("has a last day and no first"))
    if known.first and last and last < known.first:
        raise Refused(str(entry), _("cannot end before it begins"))
    said = dict(entry.fields) | {
        "name": " ".join(known.name.split())[:300],
        "city": " ".join(known.city.split())[:100] or None,
        "country": known.country.strip().upper()[:2] or None,
        "from": known.first.isoformat() if known.first else None,
        "to": last.isoformat() if last else None,
        "held": known.held,
        "attendance": known.attendance,
    }
    return correct(entry, said, version=version, by=by, because=because)
