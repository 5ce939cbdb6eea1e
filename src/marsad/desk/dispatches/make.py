"""Make each partner's pack of a release, and the letters that tell of it."""

import secrets
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.composing.editions import sha256, to_json
from marsad.desk.dispatches import archives
from marsad.desk.dispatches.claim import corrected_by
from marsad.desk.dispatches.models import (
    RECEIVED,
    Cause,
    Dispatch,
    Making,
    Outcome,
    PartnerPack,
)
from marsad.desk.dispatches.reach import Copy, copies_of, says
from marsad.desk.dispatches.seeing import recall_of
from marsad.desk.partners.models import Contact
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.acts import Worker, act, note
from marsad.errors import Refused

# 128 bits, in letters that every mail server leaves as they are.
_TOKEN_BYTES: Final = 16
_CAME_BACK: Final = "letters came back from there: tell them in another way"


@act("dispatches.make")
def make(release: Release, cause: Cause, *, by: Worker, because: str) -> Making:
    """Make all packs and letters of a release or its recall; done again, nothing is new."""
    # Whoever comes second waits here, and then finds it made.
    held = Release.objects.select_for_update(of=("self",)).get(pk=release.pk)
    there = Making.objects.filter(release=held, cause=cause).first()
    if there is not None:
        note(number=held.number, made_at=there.at.isoformat())
        return there
    if not held.is_open():
        raise Refused(held.number, _("is under embargo"), _("wait for its end"))
    if cause == Cause.RECALL:
        _of_recall(held)
    elif recall_of(held) is not None:
        note(number=held.number, recalled="before anything was sent")
    else:
        _of_release(held, cause)
    made: Making = Making.objects.create(release=held, cause=cause)
    return made


def cause_of(release: Release) -> Cause:
    """Why a release is sent: for itself, or because it corrects another."""
    return Cause.CORRECTION if release.corrects_id else Cause.RELEASE


def _of_release(release: Release, cause: Cause) -> None:
    copies = list(copies_of(release))
    packs = [_pack(release, one) for one in copies if one.edition is not None]
    PartnerPack.objects.bulk_create(packs)
    reached = [one.partner for one in packs]
    contacts = list(Contact.objects.filter(partner__in=reached))
    letters = [_letter(release, one, cause) for one in contacts if one.is_written_to]
    if release.corrects is not None:
        _drop_waiting(release.corrects, "what it was to bring was corrected")
        written = {one.contact_id for one in letters}
        had = had_it(corrected_by(release)).exclude(pk__in=written)
        letters += [_letter(release, one, cause) for one in had]
    Dispatch.objects.bulk_create(letters)
    note(
        number=release.number,
        packs={one.partner.code: one.sha256 for one in packs},
        letters=len(letters),
        without={one.partner.code: one.why_not for one in copies if one.why_not},
    )


def _of_recall(release: Release) -> None:
    dropped = _drop_waiting(release, "what it was to bring was recalled")
    letters = [_letter(release, one, Cause.RECALL) for one in had_it([release])]
    Dispatch.objects.bulk_create(letters)
    gone = archives.forget(release.packs.all())
    note(number=release.number, letters=len(letters), dropped=dropped, files=gone)


def had_it(releases: Sequence[Release]) -> QuerySet[Contact]:
    """Every contact that was sent one of these, whatever became of it since."""
    sent = Dispatch.objects.filter(release__in=releases, outcome__in=RECEIVED)
    told = sent.exclude(cause=Cause.RECALL)
    return Contact.objects.filter(pk__in=told.values("contact_id")).order_by("pk")


def _pack(release: Release, copy: Copy) -> PartnerPack:
    edition: Any = copy.edition
    return PartnerPack(
        release=release,
        partner=copy.partner,
        edition=to_json(edition).decode(),
        sha256=sha256(edition),
        marking=int(edition.marking),
        left_out=copy.left_out,
        says=says(edition),
    )


def _letter(release: Release, contact: Contact, cause: Cause) -> Dispatch:
    letter = Dispatch(
        release=release,
        contact=contact,
        cause=cause,
        message_id=secrets.token_hex(_TOKEN_BYTES),
    )
    if contact.stopped_at is not None:
        # Nothing arrives there; it stands in the list of who must be told by a person.
        letter.outcome, letter.said = Outcome.FAILED, _CAME_BACK
        letter.settled_at = timezone.now()
    return letter


def _drop_waiting(release: Release, why: str) -> int:
    waiting = Dispatch.objects.filter(release=release, outcome=Outcome.WAITING)
    return waiting.exclude(cause=Cause.RECALL).update(
        outcome=Outcome.DROPPED, said=why, settled_at=timezone.now()
    )


def due() -> Iterable[tuple[Release, Cause]]:
    """What is open or recalled and was not made yet, the oldest first."""
    made = Making.objects.exclude(cause=Cause.RECALL).values("release_id")
    opened = Release.objects.opened().exclude(pk__in=made)
    for one in opened.select_related("corrects").order_by("pk"):
        yield one, cause_of(one)
    told = Making.objects.filter(cause=Cause.RECALL).values("release_id")
    recalled = Release.objects.opened().filter(recall__isnull=False)
    for one in recalled.exclude(pk__in=told).order_by("pk"):
        yield one, Cause.RECALL
