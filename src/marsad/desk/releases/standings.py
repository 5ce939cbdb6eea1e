"""Where briefs stand on their way out, for the pages on which they are written."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from marsad.desk.briefs.standings import Last, Stand
from marsad.desk.releases.models import Fate, Release, Submission

_STANDS = {Fate.WAITING: Stand.SUBMITTED, Fate.RELEASED: Stand.RELEASED}


def last_of(keys: Collection[UUID] | None) -> dict[UUID, Last]:
    """What was last submitted or released of some briefs; of all without keys."""
    rows = Submission.objects.filter(fate__in=list(_STANDS)).order_by("pk")
    if keys is not None:
        rows = rows.filter(translation_key__in=list(keys))
    found = rows.values_list(
        "translation_key", "fate", "submitted_at", "release__number", "revisions"
    )
    return {
        key: Last(_STANDS[Fate(fate)], at, number or "", revisions)
        for key, fate, at, number, revisions in found
    }


def last_release(kind: str, audience: int) -> datetime | None:
    """When a brief of this kind was last released to this audience."""
    rows = Release.objects.filter(kind=kind, audience=audience)
    newest = rows.order_by("-released_at").values_list("released_at", flat=True)
    return newest.first()
