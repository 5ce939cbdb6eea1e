"""What came of the notices to each platform: counts, shares with them, median times."""

from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import Any

from marsad.desk.referrals.brakes import Precision, precision, with_outcomes
from marsad.desk.referrals.models import Fate, Platform, Referral, Reply

_REMOVED = (Reply.What.REMOVED, Reply.What.DISABLED)
_LIMITED = (Reply.What.DEMOTED, Reply.What.RESTRICTED, Reply.What.LABELLED)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, and what part of a hundred that is."""

    count: int
    of: int

    @property
    def percent(self) -> int | None:
        """The share; nothing where there is nothing to share."""
        return round(100 * self.count / self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What a platform did with the notices that it was sent."""

    platform: Platform
    sent: int
    removed: Share
    limited: Share
    refused: Share
    restored: Share
    unanswered: Share
    withdrawn: Share
    # From sending to the answer that settles it.
    median_time: timedelta | None
    precision: Precision


def outcomes_of(platform: Platform) -> Outcomes:
    """Measure a platform by every notice that it was sent."""
    rows: Any = with_outcomes(Referral.objects.filter(platform=platform))
    sent = list(rows.filter(sent_at__isnull=False))
    standing = [one for one in sent if one.fate != Fate.WITHDRAWN]

    def share(*what: str) -> Share:
        return Share(sum(one.settled_as in what for one in standing), len(sent))

    times = [one.settled_on - one.sent_at for one in sent if one.settled_on]
    return Outcomes(
        platform=platform,
        sent=len(sent),
        removed=share(*_REMOVED),
        limited=share(*_LIMITED),
        refused=share(Reply.What.REFUSED),
        restored=share(Reply.What.RESTORED),
        unanswered=Share(sum(one.settled_as is None for one in standing), len(sent)),
        withdrawn=Share(len(sent) - len(standing), len(sent)),
        median_time=median(times) if times else None,
        precision=precision(platform),
    )
