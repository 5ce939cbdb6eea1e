"""Hand a pack out to a person of its partner, and write down who took what."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from marsad.desk.dispatches.models import Handing, PartnerPack
from marsad.desk.dispatches.seeing import recall_of, seen_by
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("dispatches.hand_out")
def hand_out(
    packs: Sequence[PartnerPack], what: str, *, by: Person, because: str
) -> list[Handing]:
    """Write down that a person took packs: a page, a file, or the lines of a feed."""
    seen = {one.pk for one in seen_by(by).filter(pk__in=[one.pk for one in packs])}
    for one in packs:
        if one.pk not in seen:
            raise Refused(one.release.number, _("is not there for you"))
        if recall_of(one.release) is not None and what != "notice":
            raise Refused(one.release.number, _("was recalled"))
    made = [
        Handing(release=one.release, partner=one.partner, person=by, what=what)
        for one in packs
    ]
    # One by one, so that each has its number in the trail on either database.
    for handing in made:
        handing.save(force_insert=True)
    touch(*packs)
    note(what=what, packs={one.release.number: one.sha256 for one in packs})
    return made


def not_yet_noted(
    packs: Sequence[PartnerPack], what: str, person: Person
) -> list[PartnerPack]:
    """Those of some packs of which nobody wrote down yet that this person took this."""
    rows = Handing.objects.filter(
        person=person, what=what, release__in=[one.release_id for one in packs]
    )
    noted = set(rows.values_list("release_id", "partner_id"))
    return [one for one in packs if (one.release_id, one.partner_id) not in noted]
