"""Add a person: a named account with its groups and clearance."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from marsad.desk.safeguards import usernames
from marsad.desk.safeguards.acts import Actor, act, note
from marsad.desk.safeguards.first_passwords import first_password
from marsad.desk.safeguards.four_eyes import never_above_oneself
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import Person, Place
from marsad.errors import Refused
from marsad.marking import Marking


@act("people.add")
def add(
    username: str,
    *,
    name: str = "",
    groups: Collection[str],
    clearance: int,
    by: Actor,
    because: str,
) -> tuple[Person, str]:
    """Open an account; its first password is returned once and kept nowhere."""
    username = _free(usernames.plain(username))
    chosen = chosen_groups(groups)
    never_above_oneself(clearance, by)
    password = first_password()
    person = Person(
        username=username,
        name=name.strip() or username,
        clearance=Marking(clearance),
        must_change_password=True,
    )
    person.set_password(password)
    person.save()
    Place.objects.bulk_create(Place(person=person, group=one) for one in chosen)
    note(username=username, name=person.name, groups=chosen, clearance=str(person.tlp))
    return person, password


def chosen_groups(groups: Collection[str]) -> list[str]:
    """The groups in their order, none twice; raises Refused for one that is none."""
    unknown = set(groups) - set(Group.values)
    if unknown or not groups:
        problem = _("is no group") if unknown else _("no group was chosen")
        raise Refused(", ".join(sorted(unknown)) or _("the groups"), problem, _known())
    return [one.value for one in Group if one.value in groups]


def _known() -> str:
    return _("choose of %(known)s") % {"known": ", ".join(Group.values)}


def _free(username: str) -> str:
    if not usernames.is_good(username):
        way_out = _("2 to 60 letters, digits and . @ + - _")
        raise Refused(repr(username), _("is no user name"), way_out)
    if Person.objects.filter(username=username).exists():
        raise Refused(
            username, _("has an account already"), _("take another user name")
        )
    return username
