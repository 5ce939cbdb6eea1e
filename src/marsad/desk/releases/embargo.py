"""Embargoes: from which moment on a release is seen, as people say it in their zone."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.errors import Refused


@dataclass(frozen=True, slots=True)
class Opening:
    """The moment from which on readers see a release, and the zone it was said in."""

    at: datetime
    time_zone: str


def opening_of(asked: datetime | None, time_zone: str, *, now: datetime) -> Opening:
    """When a release opens; at once where nobody asks for later."""
    zone_of(time_zone)
    if asked is None:
        return Opening(now, time_zone)
    if timezone.is_naive(asked):
        raise ValueError("an embargo ends at a moment, not at a wall clock's hour")
    if asked < now:
        problem = _("is past already")
        raise Refused(
            asked.isoformat(" ", "minutes"), problem, _("name a later moment")
        )
    return Opening(asked, time_zone)


def zone_of(name: str) -> ZoneInfo:
    """A time zone by its IANA name; raises Refused where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problem = _("is no time zone that we know")
        raise Refused(
            name[:60], problem, _("write Asia/Kuwait, Europe/Paris …")
        ) from None


def moment_of(wall: str, time_zone: str) -> datetime | None:
    """The moment of a day and hour as a form says them; None where it says nothing."""
    if not wall.strip():
        return None
    zone = zone_of(time_zone)
    try:
        naive = datetime.fromisoformat(wall.strip())
    except ValueError:
        problem = _("is no day and hour")
        raise Refused(wall[:40], problem, _("write 2026-03-01T10:00")) from None
    if naive.tzinfo is not None:
        raise Refused(wall[:40], _("has a zone of its own"), _("leave the zone out"))
    aware = naive.replace(tzinfo=zone)
    # An hour that a change of clocks leaves out is somebody's mistake, not a moment.
    back = aware.astimezone(ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None)
    if back != naive:
        problem = _("does not exist in that zone: the clocks go forward then")
        raise Refused(wall[:40], problem, _("name another hour"))
    return aware
