"""Carry notices that people let go, and write down what became of each; never twice."""

import time
from collections.abc import Callable
from typing import Final

from django.utils import timezone

from marsad.desk.mailing.office import Fate as Handed
from marsad.desk.mailing.office import Office, Reply, Server
from marsad.desk.referrals import claim, parcels
from marsad.desk.referrals.interfaces import interface_of
from marsad.desk.referrals.models import Fate, Referral, Route, Sending
from marsad.desk.safeguards.acts import Worker, act, note, touch
from marsad.errors import MarsadError, Unreachable

WORKER: Final = Worker("carrier of notices")
_LET_GO: Final = "a person let it go"
_LEFT: Final = "the worker that had it in hand is gone"
# What a mail server or an interface said -> what became of the notice. "Later" is not
# tried again by itself: a person sees it and decides.
_FATES: Final = {
    Handed.TAKEN: Fate.SENT,
    Handed.LATER: Fate.FAILED,
    Handed.REFUSED: Fate.FAILED,
    Handed.NO_ADDRESS: Fate.FAILED,
    Handed.UNSURE: Fate.UNSURE,
}


@act("referrals.send")
def send(
    sending: Sending, reply: Reply, sha256: str = "", *, by: Worker, because: str
) -> Sending:
    """Write down what was answered to a notice that a person let go."""
    held = Sending.objects.select_for_update(of=("self",)).get(pk=sending.pk)
    opened = held.referral.posts.count() if sha256 else 0
    note(fate=str(reply.fate), said=reply.said, addresses_opened=opened)
    if held.fate != Fate.SENDING:
        # Another worker took it for left behind and has settled it.
        note(settled_before=held.fate)
        return held
    held.fate = _FATES[reply.fate]
    held.settled_at = timezone.now()
    held.said, held.sha256 = reply.said[:500], sha256
    held.save(update_fields=["fate", "settled_at", "said", "sha256"])
    if held.what == Sending.What.NOTICE:
        _tell(held)
    return held


def _tell(sending: Sending) -> None:
    """What the sending says of its notice; one that was taken back stays so."""
    referral = Referral.objects.select_for_update(of=("self",)).get(
        pk=sending.referral_id
    )
    if sending.fate in (Fate.SENT, Fate.UNSURE):
        referral.sent_at = referral.sent_at or sending.settled_at
    if referral.fate != Fate.WITHDRAWN:
        referral.fate = sending.fate
    referral.said = sending.said
    referral.save(update_fields=["sent_at", "fate", "said"])
    touch(referral)


def send_letters(where: Server, *, seconds: float) -> int:
    """Send the letters that wait, for so long; say how many were settled."""
    try:
        with Office(where) as office:
            return _while(seconds, lambda: _next_letter(office))
    except Unreachable:
        # Nothing was handed over: what waits goes on waiting.
        return 0


def post_notices(*, seconds: float) -> int:
    """Post what waits for programming interfaces, for so long; say how many."""
    return _while(seconds, _next_post)


def settle_left_behind() -> int:
    """Say of notices that died in a worker's hand that nobody knows."""
    left = list(claim.left_behind(timezone.now()))
    for one in left:
        send(one, Reply(Handed.UNSURE, _LEFT), by=WORKER, because=_LEFT)
    return len(left)


def _while(seconds: float, step: Callable[[], bool]) -> int:
    until, count = time.monotonic() + seconds, 0
    while time.monotonic() < until and step():
        count += 1
    return count


def _next_letter(office: Office) -> bool:
    # The line stands before a notice is taken in hand.
    office.open()
    sending = claim.claim(Route.LETTER)
    if sending is None:
        return False
    sha256 = ""
    try:
        parcel = parcels.parcel_of(sending)
        sha256 = parcel.sha256
        reply = office.hand_over(parcels.letter(sending, parcel))
    except Unreachable as silent:
        claim.put_off(sending, str(silent))
        raise
    except MarsadError as error:
        reply = Reply(Handed.REFUSED, str(error))
    send(sending, reply, sha256, by=WORKER, because=_LET_GO)
    return True


def _next_post() -> bool:
    sending = claim.claim(Route.API)
    if sending is None:
        return False
    sha256 = ""
    try:
        parcel = parcels.parcel_of(sending)
        sha256 = parcel.sha256
        platform = sending.referral.platform
        reply = interface_of(platform).hand_over(parcel, platform)
    except MarsadError as error:
        reply = Reply(Handed.REFUSED, str(error))
    send(sending, reply, sha256, by=WORKER, because=_LET_GO)
    return True
