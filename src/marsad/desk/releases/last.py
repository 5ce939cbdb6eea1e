"""What was last submitted or released of each brief; the settings name this module."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from marsad.desk.briefs.standings import Last, Stand
from marsad.desk.releases.models import Fate, Release, Submission


def last_of(keys: Collection[UUID] | None) -> Mapping[UUID, Last]:
    """What was last submitted or released of these briefs; of all without keys."""
    rows = Submission.objects.filter(fate__in=(Fate.WAITING, Fate.RELEASED))
    if keys is not None:
        rows = rows.filter(translation_key__in=list(keys))
    newest = rows.order_by().values("translation_key").annotate(last=Max("pk"))
    chosen = Submission.objects.filter(pk__in=newest.values("last"))
    return {
        one.translation_key: _last(one)
        for one in chosen.select_related("release").defer("edition", "release__edition")
    }


def _last(one: Submission) -> Last:
    if one.fate == Fate.WAITING:
        return Last(Stand.SUBMITTED, one.submitted_at, "", one.revisions)
    made = one.release
    return Last(Stand.RELEASED, made.released_at, made.number, one.revisions)


def last_release(kind: str, audience: int) -> datetime | None:
    """When a brief of this kind was last released to this audience."""
    rows = Release.objects.filter(kind=kind, audience=audience)
    at: datetime | None = rows.aggregate(at=Max("released_at"))["at"]
    return at
