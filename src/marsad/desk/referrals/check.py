"""Note whether a referred post is still public, as a person or a configured checker saw."""

from django.utils.translation import gettext as _

from marsad.desk.referrals.models import Check, ReferredPost
from marsad.desk.safeguards.acts import Actor, Worker, act, note
from marsad.errors import Refused


@act("referrals.check")
def check(referred: ReferredPost, seen: str, *, by: Actor, because: str) -> Check:
    """Write down what was seen of a post; Marsad itself never asks the platform."""
    if seen not in Check.Seen.values:
        raise Refused(str(referred), _("needs what was seen"), _("choose one"))
    if referred.referral.sent_at is None:
        problem = _("was not sent")
        raise Refused(referred.referral.number, problem, _("see how it was sent"))
    who = str(by) if isinstance(by, Worker) else f"{by.name} ({by.username})"
    note(seen=seen)
    return Check.objects.create(referred=referred, seen=seen, by=who[:130])
