"""The queue of notices: which is next, who has it in hand, and what a dead worker left."""

from datetime import datetime, timedelta
from typing import Final

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from marsad.desk.referrals.models import Fate, Referral, Route, Sending

# Longer than a mail server or an interface may keep one notice waiting.
DEAD_AFTER: Final = timedelta(minutes=15)
_RELATED: Final = ("referral__platform", "referral__case")


def waiting(route: str) -> QuerySet[Sending]:
    """What waits to be carried by a route: withdrawals always, notices while they stand.

    A notice rests while its platform is stopped; and for good once its case was opened
    anew, since it stands on readings that count no more.
    """
    is_standing = Q(
        referral__platform__paused_at__isnull=True,
        referral__round=F("referral__case__round"),
    )
    rows = Sending.objects.filter(route=route, fate=Fate.WAITING)
    return rows.filter(Q(what=Sending.What.WITHDRAWAL) | is_standing)


def claim(route: str) -> Sending | None:
    """Take the next one in hand; of two workers that ask at once, one gets it.

    It is in hand, and so written down, before a word is said to anybody: a worker that
    dies leaves a notice that nobody sends a second time unseen.
    """
    while True:
        found = waiting(route).select_related(*_RELATED).order_by("-what", "pk").first()
        if found is None or _take(found):
            return found


def _take(one: Sending) -> bool:
    # One statement: whoever changes the row first has it, on either database.
    now = timezone.now()
    rows = Sending.objects.filter(pk=one.pk, fate=Fate.WAITING)
    if not rows.update(fate=Fate.SENDING, claimed_at=now):
        return False
    one.fate, one.claimed_at = Fate.SENDING, now
    if one.what == Sending.What.NOTICE:
        standing = Referral.objects.filter(pk=one.referral_id, fate=Fate.WAITING)
        standing.update(fate=Fate.SENDING)
    return True


def put_off(one: Sending, said: str) -> None:
    """Let it wait again as it did: nothing of it was handed over."""
    rows = Sending.objects.filter(pk=one.pk, fate=Fate.SENDING)
    rows.update(fate=Fate.WAITING, said=said[:500])
    if one.what == Sending.What.NOTICE:
        standing = Referral.objects.filter(pk=one.referral_id, fate=Fate.SENDING)
        standing.update(fate=Fate.WAITING)


def left_behind(at: datetime) -> QuerySet[Sending]:
    """What a worker had in hand when it died."""
    rows = Sending.objects.filter(
        fate=Fate.SENDING, claimed_at__lt=at - DEAD_AFTER
    ).exclude(route=Route.FILE)
    return rows.select_related(*_RELATED)
