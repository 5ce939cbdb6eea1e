"""Answer an appeal: a stranger to the case does, with reasons, and undoes what was wrong."""

import functools
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from marsad.desk.banks.dispute import dispute
from marsad.desk.banks.guards import count_verdict
from marsad.desk.banks.models import BankedSignal, Standing
from marsad.desk.cases.models import Case, Stage
from marsad.desk.cases.reopen import opened_anew
from marsad.desk.complaints.models import Complaint, Outcome
from marsad.desk.complaints.strangers import is_stranger
from marsad.desk.mailing.once import try_once
from marsad.desk.referrals.sender import appeals
from marsad.desk.referrals.withdraw import withdraw
from marsad.desk.safeguards.acts import LONGEST_REASON, act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.text.language import language_of

# A reason is a sentence at least; fewer letters are a shrug.
SHORTEST: Final = 40
_WRITTEN: Final = ("answer", "outcome", "answered_by", "answered_at", "address")


@act("complaints.answer")
def answer(
    complaint: Complaint, words: str, *, outcome: str, by: Person, because: str
) -> Complaint:
    """Answer an appeal once, as somebody who took no part; undo the referral if it was wrong."""
    held = Complaint.objects.select_for_update(of=("self",)).get(pk=complaint.pk)
    _open_to(held, by)
    _fits(held, outcome)
    _reasoned(held, words)
    if outcome == Outcome.UPHELD:
        for case in held.cases().select_for_update(of=("self",)):
            _undo(case, held, by=by, because=because)
    address = held.address
    held.answer, held.outcome, held.address = words.strip(), outcome, ""
    held.answered_by, held.answered_at = by, timezone.now()
    held.save(update_fields=_WRITTEN)
    note(outcome=outcome, letter=bool(address), in_time=not held.is_overdue())
    if address:
        # Only once the answer stands; whatever comes of it, the address is gone.
        letter = _letter(address, held)
        about = f"complaint {held.pk}"
        transaction.on_commit(functools.partial(try_once, letter, about=about))
    return held


def _open_to(complaint: Complaint, by: Person) -> None:
    if complaint.answered_at is not None:
        problem, way_out = _("was answered already"), _("read its answer")
        raise Refused(complaint.reference, problem, way_out)
    if any(case.marking > by.clearance for case in complaint.cases()):
        problem = _("is about a case marked above your clearance")
        way_out = _("leave it to somebody who is cleared")
        raise Refused(complaint.reference, problem, way_out)
    if not is_stranger(by, complaint):
        problem = _("you took part in what it is about")
        way_out = _("leave it to somebody who took no part")
        raise Refused(complaint.reference, problem, way_out)


def _fits(complaint: Complaint, outcome: str) -> None:
    """Refuse an outcome that cannot be true of this appeal."""
    if outcome not in Outcome.values:
        raise Refused(complaint.reference, _("needs an outcome"), _("choose one"))
    is_ours = complaint.case_id is not None
    if is_ours and outcome == Outcome.NOT_OURS:
        problem = _("is about a referral of ours")
        raise Refused(complaint.reference, problem, _("uphold or reject it"))
    if not is_ours and outcome != Outcome.NOT_OURS:
        problem = _("is about no referral of ours")
        raise Refused(complaint.reference, problem, _("say so to its writer"))


def _reasoned(complaint: Complaint, words: str) -> None:
    """Refuse an answer without reasons, or one that its writer cannot read."""
    if len(words.strip()) < SHORTEST:
        problem = _("needs a reasoned answer")
        way_out = _("say in a sentence or two what you found, and why")
        raise Refused(complaint.reference, problem, way_out)
    if language_of(words) not in (complaint.language, "und"):
        name = dict(settings.LANGUAGES).get(complaint.language, complaint.language)
        problem = _("is answered in another language than it was written in")
        way_out = _("write the answer in this language: %(name)s") % {"name": name}
        raise Refused(complaint.reference, problem, way_out)


def _undo(case: Case, complaint: Complaint, *, by: Person, because: str) -> None:
    """Withdraw what was sent, let the signals rest, and put the case before other readers."""
    said = f"{complaint.reference}: {because}"[:LONGEST_REASON]
    for referral in complaint.notices().filter(case=case):
        withdraw(referral, by=by, because=said)
    for signal in _standing(case):
        dispute(signal, by=by, because=said)
    # Somebody may have opened it meanwhile; then it is before other readers already.
    if not Stage(case.stage).is_waiting:
        count_verdict(case, upheld=False)
        opened_anew(case, by=by, because=said)


def _standing(case: Case) -> list[BankedSignal]:
    """The signals that led to a case and are in use: those that rest do so already."""
    rows = BankedSignal.objects.filter(matches__case=case, standing=Standing.LIVE)
    return list(rows.distinct().order_by("pk"))


def _letter(address: str, complaint: Complaint) -> EmailMessage:
    with translation.override(complaint.language):
        where = f"{appeals(complaint.language)}?reference={complaint.reference}"
        subject = _("Your appeal %(reference)s was answered")
        body = _("You appealed to Marsad against a referral. This is the answer:")
        return EmailMessage(
            subject % {"reference": complaint.reference},
            f"{body}\n\n{complaint.get_outcome_display()}\n\n{complaint.answer}\n\n"
            f"{where}\n",
            settings.MAIL_FROM,
            [address],
        )
