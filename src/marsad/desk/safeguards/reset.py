"""Reset what somebody signs in with: the password, the second factor."""

from axes.utils import reset as forget_wrong_passwords
from django.utils.translation import gettext as _

from marsad.desk.safeguards import second_factor, sign_ins
from marsad.desk.safeguards.acts import Actor, act, note
from marsad.desk.safeguards.first_passwords import first_password
from marsad.desk.safeguards.four_eyes import (
    locked,
    never_above_oneself,
    never_oneself,
)
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.revoke import revoke_all
from marsad.errors import Refused


@act("people.reset")
def reset(
    person: Person, *, second_factor_too: bool, by: Actor, because: str
) -> tuple[Person, str]:
    """Give a new first password, returned once; sessions end, keys open nothing."""
    never_oneself(person, by)
    held = locked(person)
    if not held.is_active:
        raise Refused(str(held), _("is closed"), _("open the account first"))
    # Who sees a first password could sign in with it and read what they may not.
    never_above_oneself(held.clearance, by)
    password = first_password()
    held.set_password(password)
    held.must_change_password = True
    held.save(update_fields=["password", "must_change_password"])
    forget_wrong_passwords(username=held.username)
    factors = second_factor.take_off(held) if second_factor_too else 0
    note(
        second_factors_taken_off=factors,
        sessions_ended=sign_ins.end(held),
        keys_revoked=revoke_all(held),
    )
    return held, password
