"""Close an account and open it again; an account is never deleted."""

from django.utils.translation import gettext as _

from marsad.desk.safeguards import sign_ins
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.four_eyes import a_director_stays, locked, never_oneself
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.revoke import revoke_all
from marsad.errors import Refused


@act("people.close")
def close(person: Person, *, by: Person, because: str) -> Person:
    """Let somebody in no more: their sessions end, their keys open nothing."""
    held = locked(person)
    if not held.is_active:
        raise Refused(str(held), _("is closed already"))
    a_director_stays(held)
    held.is_active = False
    held.save(update_fields=["is_active"])
    note(sessions_ended=sign_ins.end(held), keys_revoked=revoke_all(held))
    return held


@act("people.reopen")
def reopen(person: Person, *, by: Person, because: str) -> Person:
    """Let somebody in again, with the password they had."""
    never_oneself(person, by)
    held = locked(person)
    if held.is_active:
        raise Refused(str(held), _("is open already"))
    held.is_active = True
    held.save(update_fields=["is_active"])
    return held
