"""Take an appeal against a referral in; anybody may, and the site does it for them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.complaints.addresses import marks_of, without_address
from marsad.desk.complaints.models import Complaint
from marsad.desk.referrals.models import Fate, ReferredPost
from marsad.desk.safeguards.acts import Worker, act, note
from marsad.desk.safeguards.references import fresh_reference
from marsad.errors import Refused

LONGEST: Final = 4000
# What Reg. (EU) 2021/784, art. 10(2), gives a host to answer in.
DEADLINE: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """What somebody wrote into the form of the website."""

    # Of the post; it goes no further than its marks.
    address: str
    words: str
    language: str
    # Where the answer is sent as well, if they want that.
    letter_to: str = ""


@act("complaints.lodge")
def lodge(appeal: Appeal, *, by: Worker, because: str) -> Complaint:
    """Take an appeal in, find what it is about, and set the day of its answer."""
    words = without_address(appeal.words, appeal.address).strip()
    if not words:
        raise Refused(_("the appeal"), _("says nothing"), _("write why it was wrong"))
    if len(words) > LONGEST:
        way_out = _("keep to %(most)s letters") % {"most": LONGEST}
        raise Refused(_("the appeal"), _("is too long"), way_out)
    marks, now = marks_of(appeal.address), timezone.now()
    found = _referred(marks)
    # The trail tells that one came; not what it says, from whom, or about which post.
    note(language=appeal.language)
    return Complaint.objects.create(
        reference=fresh_reference(),
        address_mark=marks[0],
        post=found.post if found else None,
        case=found.referral.case if found else None,
        referral=found.referral if found else None,
        words=words,
        language=appeal.language,
        address=appeal.letter_to,
        at=now,
        due_at=now + DEADLINE,
    )


def _referred(marks: tuple[str, ...]) -> ReferredPost | None:
    """The newest notice that names the post, before those that were withdrawn.

    One question whatever it finds: how long it takes tells nobody what is known here.
    """
    rows = ReferredPost.objects.filter(address_mark__in=marks)
    known = rows.select_related("post", "referral__case").order_by("-referral_id")
    standing = [one for one in known if one.referral.fate != Fate.WITHDRAWN]
    return next(iter(standing or known), None)
