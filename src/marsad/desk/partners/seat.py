"""Give a person a seat at a partner, and take it away."""

from django.utils.translation import gettext as _

from marsad.desk.partners.models import Partner, Seat
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.four_eyes import never_oneself
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("partners.seat")
def seat(partner: Partner, person: Person, *, by: Person, because: str) -> Seat:
    """Let a person of the group of partners see what reaches this partner."""
    never_oneself(person, by)
    if not partner.is_open:
        raise Refused(partner.code, _("is closed"), _("reopen the partner first"))
    if Group.PARTNER not in person.in_groups:
        way_out = _("place the account in the group of partners first")
        raise Refused(str(person), _("is not in the group of partners"), way_out)
    there = Seat.objects.filter(person=person).select_related("partner").first()
    if there is not None:
        problem = _("sits at %(partner)s already") % {"partner": there.partner}
        raise Refused(str(person), problem, _("take that seat away first"))
    made: Seat = Seat.objects.create(partner=partner, person=person)
    touch(person, made)
    note(person=person.username)
    return made


@act("partners.unseat")
def unseat(partner: Partner, person: Person, *, by: Person, because: str) -> Person:
    """Take a person's seat away: their pages, feeds and keys show them no pack more."""
    gone, _rows = Seat.objects.filter(partner=partner, person=person).delete()
    if not gone:
        raise Refused(str(person), _("has no seat here"))
    note(person=person.username)
    return person
