"""Send the same notice again by hand, after it did not get through."""

from django.utils.translation import gettext as _

from marsad.desk.cases.models import Case
from marsad.desk.referrals import rules
from marsad.desk.referrals.models import Fate, Platform, Referral, Sending
from marsad.desk.referrals.refer import begin_sending
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

_NOT_THROUGH = (Fate.FAILED, Fate.UNSURE)


@act("referrals.send_again")
def send_again(referral: Referral, *, by: Person, because: str) -> Sending:
    """Let the same notice, or its withdrawal, go once more; never a new one."""
    held = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    last = held.sendings.order_by("-id").first()
    if last is None or last.fate not in _NOT_THROUGH:
        problem = _("got through, or is on its way")
        raise Refused(held.number, problem, _("a notice is sent once"))
    if last.what == Sending.What.NOTICE:
        _check(held, by)
        held.fate = Fate.WAITING
        held.save(update_fields=["fate"])
    made = begin_sending(held, last.what, by)
    touch(held)
    note(what=last.what, after=last.fate, said=last.said)
    return made


def _check(held: Referral, by: Person) -> None:
    """The notice must still stand on what it stood on."""
    case = Case.objects.get(pk=held.case_id)
    if held.fate == Fate.WITHDRAWN or case.round != held.round:
        problem = _("was withdrawn, or its case is read anew")
        raise Refused(held.number, problem, _("wait for the readers"))
    readings = rules.check_case(case, by)
    rules.check_open(Platform.objects.get(pk=held.platform_id))
    for one in held.posts.select_related("post"):
        rules.ground(case, one.post, readings)
