"""What a person of a partner sees: asked anew each time, so what is closed is closed."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from marsad.desk.dispatches.models import PartnerPack
from marsad.desk.partners.models import Partner, Seat
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.models import Person


def partner_of(person: Person) -> Partner | None:
    """Where a person sits, if the partner is open and they may read packs."""
    if not person.may("packs.read"):
        return None
    seats = Seat.objects.select_related("partner")
    seat = seats.filter(person=person, partner__closed_at__isnull=True).first()
    return seat.partner if seat else None


def packs_at(partner: Partner, at: datetime | None = None) -> QuerySet[PartnerPack]:
    """The packs that a partner may read now, newest first; of a closed one, none."""
    rows: Any = PartnerPack.objects.filter(
        partner=partner,
        partner__closed_at__isnull=True,
        marking__lte=partner.ceiling,
        release__opens_at__lte=at or timezone.now(),
    )
    related = ("release", "release__recall", "release__corrected_by", "partner")
    found: QuerySet[PartnerPack] = rows.select_related(*related)
    return found.order_by("-release__opens_at", "-release_id")


def seen_by(person: Person) -> QuerySet[PartnerPack]:
    """The packs that a person may read now: of their partner, within their clearance."""
    partner = partner_of(person)
    if partner is None:
        return PartnerPack.objects.none()
    rows: Any = packs_at(partner)
    found: QuerySet[PartnerPack] = rows.visible_to(person)
    return found


def recall_of(release: Release) -> Any:
    """The recall of a release, or None."""
    return getattr(release, "recall", None)


def correction_of(release: Release) -> Release | None:
    """The release that corrects another, once it is open."""
    later: Release | None = getattr(release, "corrected_by", None)
    return later if later is not None and later.is_open() else None


def is_standing(release: Release) -> bool:
    """Whether a release was neither recalled nor corrected."""
    return recall_of(release) is None and correction_of(release) is None
