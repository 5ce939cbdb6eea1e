"""Take an entry out of the register; it stays readable with its history."""

from marsad.desk.register.models import Entry, State
from marsad.desk.register.versions import at_version, decide, keep, require_current
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person


@act("register.retract")
def retract(
    entry: Entry, *, by: Person, because: str, version: int | None = None
) -> Entry:
    """Say that an entry no longer holds, and why."""
    fresh = at_version(entry, version)
    require_current(fresh)
    decision = decide("retract", by=by, because=because)
    fresh.state = State.RETRACTED
    keep(fresh, decision)
    return fresh
