"""Answer a reader's objection: a named officer does, and the reader's address is forgotten."""

import functools

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from marsad.desk.mailing.once import try_once
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.desk.website.models import Appeal, Outcome
from marsad.desk.website.pages import absolute
from marsad.errors import Refused


@act("appeals.answer")
def answer(
    appeal: Appeal, words: str, *, outcome: str, by: Person, because: str
) -> Appeal:
    """Answer an objection once; its reader sees the answer under its number."""
    held = Appeal.objects.select_for_update(of=("self",)).get(pk=appeal.pk)
    if held.answered_at is not None:
        raise Refused(held.reference, _("was answered already"), _("read its answer"))
    if outcome not in Outcome.values:
        raise Refused(held.reference, _("needs an outcome"), _("choose one"))
    if not words.strip():
        raise Refused(held.reference, _("needs an answer"), _("write to the reader"))
    address = held.address
    held.answer = words.strip()
    held.outcome = outcome
    held.answered_by = by
    held.answered_at = timezone.now()
    held.address = ""
    held.save()
    note(outcome=outcome, letter=bool(address))
    if address:
        # Only once the answer stands; whatever comes of it, the address is gone.
        letter = _letter(address, held)
        about = f"appeal {held.pk}"
        transaction.on_commit(functools.partial(try_once, letter, about=about))
    return held


def _letter(address: str, appeal: Appeal) -> EmailMessage:
    with translation.override(appeal.language):
        where = f"{absolute('appeals', appeal.language)}?reference={appeal.reference}"
        subject = _("Your objection %(reference)s was answered")
        body = _("You wrote to Marsad. This is the answer:")
        return EmailMessage(
            subject % {"reference": appeal.reference},
            f"{body}\n\n{appeal.answer}\n\n{where}\n",
            settings.MAIL_FROM,
            [address],
        )
