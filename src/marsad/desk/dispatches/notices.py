"""What a person who took a pack must be told: that it was recalled, or corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import translation

from marsad.composing.pieces import direction
from marsad.desk.dispatches.models import Acknowledgement, Cause, Handing, PartnerPack
from marsad.desk.dispatches.seeing import (
    correction_of,
    packs_at,
    recall_of,
    seen_by,
)
from marsad.desk.partners.models import Partner
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.models import Person


@dataclass(frozen=True, slots=True)
class Notice:
    """That a release which somebody took was recalled or corrected."""

    release: Release
    cause: Cause
    # What readers are told; nothing for who may not read the pack any more.
    text: str = ""
    language: str = ""
    later: str = ""

    @property
    def direction(self) -> str:
        """Which way the text is written."""
        return direction(self.language)

    @property
    def is_recall(self) -> bool:
        """Whether nothing came in its place."""
        return self.cause == Cause.RECALL


def notices_for(person: Person) -> list[Notice]:
    """What a person took and has not yet read to be recalled or corrected.

    It is shown to who took it, wherever they sit now; its words only where they may still
    read the pack.
    """
    if not person.may("packs.read"):
        return []
    taken = Handing.objects.filter(person=person).values("release_id")
    wrong = Release.objects.filter(pk__in=taken).exclude(
        recall__isnull=True, corrected_by__isnull=True
    )
    rows = wrong.select_related("recall", "corrected_by").order_by("-pk")
    found = [one for release in rows for one in _of(release)]
    read = set(
        Acknowledgement.objects.filter(person=person).values_list("release_id", "cause")
    )
    unread = [one for one in found if (one.release.pk, one.cause) not in read]
    return [_told(one, person) for one in unread]


def on_every_page(request: HttpRequest) -> dict[str, Any]:
    """Show a partner's people what they must be told, on each page until it is read."""
    person: Any = getattr(request, "user", None)
    is_in = person is not None and person.is_authenticated
    return {"pack_notices": notices_for(person) if is_in else []}


def _of(release: Release) -> Iterator[Notice]:
    if recall_of(release) is not None:
        yield Notice(release, Cause.RECALL)
    elif correction_of(release) is not None:
        yield Notice(release, Cause.CORRECTION)


def _told(bare: Notice, person: Person) -> Notice:
    pack = seen_by(person).filter(release=bare.release).first()
    return with_words(pack, bare.cause) if pack else bare


def with_words(pack: PartnerPack, cause: Cause) -> Notice:
    """A notice about a pack with what readers are told, in their language if it can be."""
    release, later = pack.release, ""
    if cause == Cause.CORRECTION:
        newer = correction_of(release)
        known_by = packs_at(pack.partner).filter(release=newer).first()
        later = known_by.release.number if known_by else ""
        said = words_of_correction(known_by)
    else:
        said = words_of_recall(release, pack.partner)
    if not said:
        return Notice(release, cause, later=later)
    asked = (translation.get_language() or "en")[:2]
    known = asked if asked in said else next(iter(said))
    return Notice(release, cause, said[known], known, later)


def words_of_recall(release: Release, partner: Partner) -> Mapping[str, str]:
    """What a partner is told of a recall; the words are as strict as the whole release."""
    recall = recall_of(release)
    if recall is None or release.marking > partner.ceiling:
        return {}
    said: Mapping[str, str] = recall.notice
    return said


def words_of_correction(pack: PartnerPack | None) -> Mapping[str, str]:
    """What a partner is told of a correction: the words that its own copy has."""
    return pack.adapted.correction if pack else {}
