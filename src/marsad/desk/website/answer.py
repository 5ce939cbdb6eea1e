"""Answer a reader's objection: a named officer does, and the reader's address is forgotten."""

import functools
import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from marsad.desk.mailing.office import Fate, Office, server
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.desk.website.models import Appeal, Outcome
from marsad.desk.website.pages import absolute
from marsad.errors import MarsadError, Refused

log = logging.getLogger(__name__)


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
        transaction.on_commit(functools.partial(_write_to, address, held))
    return held


def _write_to(address: str, appeal: Appeal) -> None:
    """One letter, tried once: the answer stands on the website in any case."""
    try:
        where = server()
        if where is None:
            return
        with Office(where) as office:
            reply = office.hand_over(_letter(address, appeal))
    except MarsadError as error:
        log.warning("no letter about %s: %s", appeal.pk, error.problem)
        return
    if reply.fate is not Fate.TAKEN:
        log.warning("no letter about %s: %s", appeal.pk, reply.fate)


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
