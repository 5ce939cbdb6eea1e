"""Record letters that came back, and stop writing to addresses that do not take them."""

import hashlib
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.dispatches.models import Bounce, Dispatch, Outcome, Return
from marsad.desk.dispatches.reports import Report
from marsad.desk.dispatches.stop import stop
from marsad.desk.safeguards.acts import Worker, act, note
from marsad.errors import Refused

# One full mailbox is a holiday, three letters in a row nobody reads.
MOST_SOFT: Final = 3


@act("dispatches.bounce")
def bounce(report: Report, raw: bytes, *, by: Worker, because: str) -> Return:
    """Record that a letter came back; the same report read again counts once."""
    sha256 = hashlib.sha256(raw).hexdigest()
    letters = Dispatch.objects.select_for_update(of=("self",))
    letter = letters.filter(message_id=report.number).first()
    if letter is None:
        raise Refused(report.number, _("is the number of no letter of ours"))
    there = Return.objects.filter(sha256=sha256).first()
    if there is not None:
        note(read_before=there.pk)
        return there
    made: Return = Return.objects.create(
        dispatch=letter,
        bounce=report.bounce,
        status=report.status,
        said=report.said,
        sha256=sha256,
    )
    note(letter=letter.pk, bounce=str(report.bounce), status=report.status)
    if report.bounce != Bounce.LATE:
        _settle(letter, report)
    return made


def _settle(letter: Dispatch, report: Report) -> None:
    letter.outcome, letter.said = Outcome.BOUNCED, report.said
    letter.settled_at = timezone.now()
    letter.save(update_fields=["outcome", "said", "settled_at"])
    if report.bounce == Bounce.HARD:
        stop(letter.contact, f"{report.status} {report.said}")
        return
    came_back = Return.objects.filter(
        dispatch__contact=letter.contact_id,
        bounce=Bounce.SOFT,
        at__gte=letter.contact.opened_at,
    )
    # Letters are counted and not reports: a server may write twice about one.
    count = came_back.values("dispatch").distinct().count()
    if count >= MOST_SOFT:
        stop(letter.contact, f"{count} letters came back, the last one: {report.said}")
