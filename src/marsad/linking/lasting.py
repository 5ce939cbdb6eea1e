"""For how long a value may be shown as what holds now, by what it counts."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from marsad.reading.findings import Interval

_ANY = "*"


@cache
def house_months() -> Mapping[str, int]:
    """The house's defaults: months by indicator, 0 for what never grows old."""
    folder = files("marsad.linking.lexicons")
    lines = folder.joinpath("lasting.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: int(months) for name, months in rows[1:]}


def expires(
    as_of: Interval | date,
    indicator: str | None,
    months: Mapping[str, int] | None = None,
) -> date:
    """The first day on which a value needs a newer one; the last of all days for never.

    ``months`` are those that people set, by indicator; what they leave out keeps the
    house's default.
    """
    lasting = {**house_months(), **(months or {})}
    span = lasting.get(indicator or _ANY, lasting[_ANY])
    last = as_of.last if isinstance(as_of, Interval) else as_of
    return _later(last, span) if span else date.max


def is_stale(as_of: Interval | date, indicator: str | None, today: date) -> bool:
    """Whether a value has outlived the house's default for its indicator."""
    return expires(as_of, indicator) <= today


def _later(day: date, months: int) -> date:
    """The same day some months on, or the last of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
