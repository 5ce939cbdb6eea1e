"""When a value of a series needs a newer one: as the house, the cell or an analyst says."""

from datetime import date, timedelta

from marsad.desk.indicators.models import Indicator
from marsad.desk.register.lines import expiry_of
from marsad.desk.register.models import Entry


def expires_on(indicator: Indicator, entry: Entry) -> date | None:
    """The day from which a value is stale; None for never.

    1. What an analyst renewed holds until the day that the analyst said.
    2. Else the days that the cell set for this series count.
    3. Else the house's rule, by which the entry was dated when it was confirmed.
    """
    if entry.expires_on != expiry_of(entry):
        return entry.expires_on
    if indicator.days is None:
        return entry.expires_on
    last = entry.until or entry.day
    # A day is counted from its end, and no calendar goes on for ever.
    room = (date.max - last).days
    return last + timedelta(days=min(indicator.days, room))


def is_stale(on: date | None, today: date) -> bool:
    """Whether a value has outlived its expiry."""
    return on is not None and on <= today
