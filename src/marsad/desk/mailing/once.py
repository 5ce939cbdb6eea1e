"""One letter, tried once: what it tells stands elsewhere in any case."""

import logging

from django.core.mail import EmailMessage

from marsad.desk.mailing.office import Fate, Office, server
from marsad.errors import MarsadError

log = logging.getLogger(__name__)


def try_once(letter: EmailMessage, *, about: str) -> None:
    """Hand a letter over; where that fails the log says about what, and to nobody whom."""
    try:
        where = server()
        if where is None:
            return
        with Office(where) as office:
            reply = office.hand_over(letter)
    except MarsadError as error:
        log.warning("no letter about %s: %s", about, error.problem)
        return
    if reply.fate is not Fate.TAKEN:
        log.warning("no letter about %s: %s", about, reply.fate)
