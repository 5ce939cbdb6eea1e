"""Who may answer an appeal: people who took no part in what it is about."""

from marsad.desk.banks.models import BankedSignal, Dispute
from marsad.desk.cases.models import Case
from marsad.desk.cases.standing import took_part
from marsad.desk.complaints.models import Complaint
from marsad.desk.referrals.models import Referral, Sending
from marsad.desk.safeguards.models import Person


def involved(complaint: Complaint) -> frozenset[int]:
    """The ids of all who took part in any case that an appeal is about.

    Who read it in any round, attached to it or opened it anew; who sent a notice or
    withdrew one; who added a signal that led to it, or doubted it; who answered an earlier
    appeal about it.
    """
    found: set[int] = set()
    for case in complaint.cases():
        found |= took_part(case) | _around(case)
    return frozenset(found)


def is_stranger(person: Person, complaint: Complaint) -> bool:
    """Whether this person took no part in what an appeal is about."""
    return person.pk not in involved(complaint)


def _around(case: Case) -> set[int]:
    """Those who stand around a case: behind its notices, its signals and its appeals."""
    notices = Referral.objects.filter(case=case)
    sendings = Sending.objects.filter(referral__case=case)
    signals = BankedSignal.objects.filter(matches__case=case)
    doubts = Dispute.objects.filter(signal__in=signals)
    appeals = Complaint.objects.filter(post__referred__referral__case=case)
    columns = (
        notices.values_list("by", flat=True),
        notices.values_list("withdrawn_by", flat=True),
        sendings.values_list("let_go_by", flat=True),
        signals.values_list("person", flat=True),
        doubts.values_list("person", flat=True),
        appeals.values_list("answered_by", flat=True),
    )
    return {one for column in columns for one in column if one is not None}
