"""Hand out what holds addresses: a notice as a file, or sealed evidence; written down each time."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.referrals import parcels, vault
from marsad.desk.referrals.models import CustodyLine, Fate, Referral, Route, Sealing
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that leaves: its name and its bytes."""

    name: str
    raw: bytes


@act("referrals.hand_out")
def hand_out(what: Referral | Sealing, *, by: Person, because: str) -> Handed:
    """Give a person the notice with its addresses, or the evidence of a case, as a file."""
    if isinstance(what, Sealing):
        return _evidence(what, by, because)
    return _notice(what, by)


def _evidence(sealing: Sealing, by: Person, because: str) -> Handed:
    held = Sealing.objects.select_for_update(of=("self",)).get(pk=sealing.pk)
    _cleared(held.case.marking, by, str(held))
    if held.gone_at is not None or held.sealed is None:
        problem = _("was taken away when its time was over")
        raise Refused(str(held), problem, _("its hash and its custody stay"))
    raw = vault.open(held.sha256, bytes(held.sealed), held.key)
    line = CustodyLine.objects.create(
        sealing=held,
        by=f"{by.name} ({by.username})"[:130],
        what="handed out",
        because=because.strip(),
    )
    touch(line)
    note(sha256=held.sha256, size=len(raw))
    return Handed(f"marsad-evidence-{held.case_id}-{held.pk}.zip", raw)


def _notice(referral: Referral, by: Person) -> Handed:
    """The file of what waits to be handed over, or of what was sent last."""
    _cleared(referral.marking, by, referral.number)
    rows = referral.sendings.select_related("referral__platform")
    waiting = rows.filter(route=Route.FILE, fate=Fate.WAITING).order_by("id")
    sending = waiting.first() or rows.order_by("-id").first()
    if sending is None:
        problem = _("has nothing that could be handed out")
        raise Refused(referral.number, problem, _("see how it was sent"))
    parcel = parcels.parcel_of(sending)
    if sending.route == Route.FILE and sending.fate == Fate.WAITING:
        sending.sha256, sending.claimed_at = parcel.sha256, timezone.now()
        sending.save(update_fields=["sha256", "claimed_at"])
        touch(sending)
    note(what=sending.what, addresses_opened=referral.posts.count())
    raw = parcels.archive(sending, parcel)
    return Handed(f"{referral.number}-{sending.what}.zip", raw)


def _cleared(marking: int, by: Person, subject: str) -> None:
    if by.clearance < marking:
        problem = _("is marked above your clearance")
        raise Refused(subject, problem, _("leave it to somebody who is cleared"))
