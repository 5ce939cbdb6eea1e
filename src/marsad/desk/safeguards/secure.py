"""Secure one's account with a second factor, or take it off again."""

from typing import Any

from django.utils.translation import gettext as _

from marsad.desk.safeguards import second_factor
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.four_eyes import only_oneself
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("account.secure")
def secure(
    person: Person, app: Any, *, by: Person, because: str
) -> tuple[Person, list[str]]:
    """Ask for the app's codes from now on; recovery codes are returned once."""
    only_oneself(person, by)
    if second_factor.app_of(person) is not None:
        raise Refused(
            str(person), _("has a second factor"), _("take that one off first")
        )
    app.confirmed = True
    app.save(update_fields=["confirmed"])
    codes = second_factor.new_codes(person)
    note(recovery_codes=len(codes))
    return person, codes


@act("account.unsecure")
def unsecure(person: Person, *, by: Person, because: str) -> Person:
    """Ask for a password alone; whose groups need a second factor sets a new one up."""
    only_oneself(person, by)
    note(second_factors_taken_off=second_factor.take_off(person))
    return person


@act("account.renew_codes")
def renew_codes(
    person: Person, *, by: Person, because: str
) -> tuple[Person, list[str]]:
    """Draw new recovery codes; the old ones open nothing more."""
    only_oneself(person, by)
    if second_factor.app_of(person) is None:
        raise Refused(str(person), _("has no second factor"), _("set one up first"))
    codes = second_factor.new_codes(person)
    note(recovery_codes=len(codes))
    return person, codes
