"""Note what a platform answered, in the words of the DSA's database of statements."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.referrals.brakes import brake
from marsad.desk.referrals.models import Referral, Reply
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# Clocks of two houses differ.
_LENIENCE: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a platform says it did, when, on which ground, in which words."""

    what: str
    at: datetime
    ground: str = ""
    words: str = ""


@act("referrals.note_reply")
def note_reply(
    referral: Referral, said: Answered, *, by: Person, because: str
) -> Reply:
    """Write a platform's answer down; where too many refuse, sending there stops."""
    held = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    _check(held, said)
    made = Reply.objects.create(
        referral=held,
        what=said.what,
        ground=said.ground,
        words=said.words.strip(),
        at=said.at,
        noted_by=by,
    )
    touch(made)
    note(what=said.what, ground=said.ground, paused=brake(held.platform))
    return made


def _check(held: Referral, said: Answered) -> None:
    if said.what not in Reply.What.values or said.ground not in Reply.Ground.values:
        raise Refused(held.number, _("needs an answer"), _("choose one"))
    if held.sent_at is None:
        # What is unsure may have arrived; what never left cannot be answered.
        problem = _("was not sent, so nobody can have answered it")
        raise Refused(held.number, problem, _("see how it was sent"))
    if said.at > timezone.now() + _LENIENCE:
        raise Refused(held.number, _("is answered in the future"), _("see the day"))
    if said.at < held.sent_at - _LENIENCE:
        problem = _("cannot be answered before it was sent")
        raise Refused(held.number, problem, _("see the day"))
