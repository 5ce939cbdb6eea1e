"""Place a person in groups, and say how much they may read."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.add import chosen_groups
from marsad.desk.safeguards.four_eyes import (
    a_director_stays,
    locked,
    never_above_oneself,
    never_oneself,
)
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import Person, Place
from marsad.errors import Refused
from marsad.marking import Marking


@act("people.place")
def place(
    person: Person, groups: Collection[str], *, by: Person, because: str
) -> Person:
    """Put somebody else into exactly these groups."""
    never_oneself(person, by)
    chosen = chosen_groups(groups)
    held = locked(person)
    before = sorted(held.in_groups)
    if Group.DIRECTOR not in chosen:
        a_director_stays(held)
    held.places.exclude(group__in=chosen).delete()
    new = (Place(person=held, group=one) for one in chosen if one not in before)
    Place.objects.bulk_create(new)
    held.forget_groups()
    note(before={"groups": before}, after={"groups": sorted(held.in_groups)})
    return held


@act("people.clear")
def clear(person: Person, clearance: int, *, by: Person, because: str) -> Person:
    """Say up to which marking a person may read; one's own may only be lowered."""
    held = locked(person)
    if clearance > held.clearance and by == held:
        way_out = _("ask another director")
        raise Refused(str(held), _("nobody raises their own clearance"), way_out)
    never_above_oneself(clearance, by)
    before = held.tlp
    held.clearance = Marking(clearance)
    held.save(update_fields=["clearance"])
    note(before={"clearance": str(before)}, after={"clearance": str(held.tlp)})
    return held
