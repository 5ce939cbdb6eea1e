"""Change one's own account: language, numerals, password, open browsers."""

from typing import Any

from marsad.desk.safeguards import sign_ins
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.four_eyes import only_oneself
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("account.change")
def change(
    person: Person,
    *,
    language: str | None = None,
    numerals: str | None = None,
    by: Person,
    because: str,
) -> Person:
    """Show pages in another language or with other digits."""
    only_oneself(person, by)
    for name, chosen in (("language", language), ("numerals", numerals)):
        field: Any = Person._meta.get_field(name)
        known = dict(field.flatchoices)
        if chosen is not None and chosen not in known:
            raise Refused(chosen, f"is none of the {name} here", f"{', '.join(known)}")
    before = {"language": person.language, "numerals": person.numerals}
    person.language = language or person.language
    person.numerals = numerals or person.numerals
    person.save(update_fields=["language", "numerals"])
    after = {"language": person.language, "numerals": person.numerals}
    note(before=before, after=after)
    return person


@act("account.password")
def change_password(
    person: Person, password: str, *, here: str, by: Person, because: str
) -> Person:
    """Set another password, and end all other sessions; `here` is the one that stays."""
    only_oneself(person, by)
    was_first = person.must_change_password
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    ended = sign_ins.end(person, but=here)
    note(was_first_password=was_first, sessions_ended=ended)
    return person


@act("account.sign_out")
def sign_out_elsewhere(
    person: Person, *, here: str, only: int | None = None, by: Person, because: str
) -> int:
    """Close one of one's other browsers, or all of them; say how many."""
    only_oneself(person, by)
    ended = sign_ins.end(person, but=here, only=only)
    note(sessions_ended=ended)
    return ended
