"""Send letters, and write down what became of each."""

import time
from typing import Any, Final

from django.utils import timezone

from marsad.desk.dispatches import claim
from marsad.desk.dispatches.letters import letter_of
from marsad.desk.dispatches.models import Cause, Dispatch, Outcome
from marsad.desk.dispatches.stop import stop
from marsad.desk.mailing.office import Fate, Office, Reply, Server
from marsad.desk.safeguards.acts import Worker, act, note
from marsad.errors import MarsadError, Unreachable

WORKER: Final = Worker("post office")
_DUE: Final = "its release is open"
_LEFT: Final = "the worker that had it in hand is gone"


@act("dispatches.send")
def send(letter: Dispatch, reply: Reply, *, by: Worker, because: str) -> Dispatch:
    """Write down what the mail server answered to a letter, and what follows from it."""
    held = Dispatch.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    note(fate=str(reply.fate), said=reply.said, tries=held.tries)
    if held.outcome != Outcome.SENDING:
        # Another worker took it for left behind and has settled it.
        note(settled_before=held.outcome)
        return held
    for name, value in _follows(held, reply).items():
        setattr(held, name, value)
    held.said = reply.said[:500]
    held.save()
    if reply.fate is Fate.NO_ADDRESS:
        stop(held.contact, f"the mail server refused the address: {reply.said}")
    return held


def _follows(held: Dispatch, reply: Reply) -> dict[str, Any]:
    now = timezone.now()
    again = claim.next_try(held, now)
    settled = {"settled_at": now}
    if reply.fate is Fate.TAKEN:
        return {"outcome": Outcome.SENT, "sent_at": now, **settled}
    if reply.fate is Fate.NO_ADDRESS:
        return {"outcome": Outcome.BOUNCED, **settled}
    if reply.fate is Fate.UNSURE and not _is_told_twice_rather(held):
        return {"outcome": Outcome.UNSURE, **settled}
    if reply.fate is Fate.REFUSED or again is None:
        return {"outcome": Outcome.FAILED, **settled}
    return {"outcome": Outcome.WAITING, "next_try_at": again}


def _is_told_twice_rather(held: Dispatch) -> bool:
    """Whether a letter in doubt is sent once more.

    A release that comes twice looks like carelessness, and stands in the partner's own
    place in any case: at most once. Not to be told that something was wrong does harm,
    to be told twice does none: at least once, under the same Message-ID.
    """
    return held.cause in (Cause.CORRECTION, Cause.RECALL)


def send_due(where: Server, *, seconds: float, most: int) -> int:
    """Send what is due, for so long and so many; say how many letters were settled."""
    settle_left_behind()
    until, count = time.monotonic() + seconds, 0
    try:
        with Office(where) as office:
            while count < most and time.monotonic() < until and _next(office):
                count += 1
    except Unreachable as silent:
        claim.put_off_all(str(silent))
    return count


def _next(office: Office) -> bool:
    """Send one letter; False where none is due."""
    # The line stands before a letter is taken in hand.
    office.open()
    letter = claim.claim()
    if letter is None:
        return False
    try:
        reply = office.hand_over(letter_of(letter))
    except Unreachable as silent:
        claim.put_off(letter, str(silent))
        raise
    except MarsadError as error:
        reply = Reply(Fate.REFUSED, str(error))
    send(letter, reply, by=WORKER, because=_DUE)
    return True


def settle_left_behind() -> int:
    """Say of letters that died in a worker's hand that nobody knows; or try them again."""
    left = list(claim.left_behind(timezone.now()))
    for letter in left:
        send(letter, Reply(Fate.UNSURE, _LEFT), by=WORKER, because=_LEFT)
    return len(left)
