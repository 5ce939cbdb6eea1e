"""What no one may do alone: give oneself power, or leave the desk without a director."""

from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import Actor
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


def only_oneself(person: Person, by: Actor) -> None:
    """An account is changed by its owner."""
    if by != person:
        raise Refused(
            str(person), _("is somebody else's account"), _("change your own")
        )


def never_oneself(person: Person, by: Actor) -> None:
    """What a director does to people, another director does to them."""
    if by == person:
        way_out = _("ask another director, or whoever runs the site's command line")
        raise Refused(str(person), _("nobody does this to their own account"), way_out)


def never_above_oneself(clearance: int, by: Actor) -> None:
    """Nobody lets somebody read more than they may read themselves."""
    if isinstance(by, Person) and clearance > by.clearance:
        way_out = _("ask a director who is cleared for it")
        raise Refused(str(by), _("this clearance is above your own"), way_out)


def locked(person: Person) -> Person:
    """The account as it is now, held until the act ends, with all directors.

    Two acts that each take one of the last two directors away wait for each other.
    """
    open_directors = Person.objects.filter(
        is_active=True, places__group=Group.DIRECTOR
    ).values("pk")
    held = Person.objects.select_for_update().order_by("pk")
    rows = {one.pk: one for one in held.filter(pk__in=open_directors)}
    return rows.get(person.pk) or held.get(pk=person.pk)


def a_director_stays(person: Person) -> None:
    """Somebody must be left who can open accounts."""
    others = Person.objects.filter(is_active=True, places__group=Group.DIRECTOR)
    if Group.DIRECTOR in person.in_groups and not others.exclude(pk=person.pk).exists():
        way_out = _("make somebody else director first")
        raise Refused(str(person), _("is the last open director"), way_out)
