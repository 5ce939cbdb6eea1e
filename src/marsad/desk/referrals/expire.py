"""Take sealed evidence away whose time is over; its hash and its custody stay."""

from typing import Final

from django.utils import timezone

from marsad.desk.referrals import vault
from marsad.desk.referrals.models import CustodyLine, Sealing
from marsad.desk.safeguards.acts import Worker, act, note

WORKER: Final = Worker("keeper of evidence")
_OVER: Final = "the day until which it was kept is over"


@act("referrals.expire")
def expire(sealing: Sealing, *, by: Worker, because: str) -> Sealing:
    """Take the file of sealed evidence away, and forget its key."""
    held = Sealing.objects.select_for_update(of=("self",)).get(pk=sealing.pk)
    held.sealed, held.key, held.gone_at = None, "", timezone.now()
    held.save(update_fields=["sealed", "key", "gone_at"])
    CustodyLine.objects.create(
        sealing=held, by=str(by), what="taken away", because=because
    )
    # Whoever still finds the file finds noise: its key is gone with this row.
    vault.forget(held.sha256)
    note(sha256=held.sha256, keep_until=held.keep_until.isoformat())
    return held


def expire_due() -> int:
    """Take away all whose day is over; run once a day."""
    today = timezone.localdate()
    due = Sealing.objects.filter(keep_until__lt=today, gone_at__isnull=True)
    taken = list(due.order_by("id"))
    for one in taken:
        expire(one, by=WORKER, because=_OVER)
    return len(taken)
