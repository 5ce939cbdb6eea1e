"""The one door between what is kept and what everybody may read.

Nothing on the website comes from anywhere but the releases that this module lets
through: for the public, marked clear, and no longer under embargo.
"""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Max

from marsad.desk.releases.models import Release, Releases
from marsad.marking import Marking


class Stamp(NamedTuple):
    """What tells one state of the website from another."""

    releases: int
    last: int | None
    opened: datetime | None
    made: datetime | None
    recalls: int
    recalled: datetime | None
    sha256: str | None

    @property
    def changed(self) -> datetime | None:
        """When something was last let out or taken back."""
        moments = [one for one in (self.opened, self.recalled) if one]
        return max(moments, default=None)


def open_releases(at: datetime | None = None) -> Releases:
    """Releases that everybody may read at a moment, those taken back among them."""
    # A release for all that carries a stricter marking would be a mistake: it stays in.
    rows: Releases = Release.objects.public().opened(at)
    return rows.filter(marking=int(Marking.CLEAR), partners=None)


def stamp(at: datetime | None = None) -> Stamp:
    """The state of what everybody may read; it changes with every release and recall."""
    told = open_releases(at).aggregate(
        releases=Count("pk"),
        last=Max("pk"),
        opened=Max("opens_at"),
        made=Max("released_at"),
        recalls=Count("recall"),
        recalled=Max("recall__at"),
        sha256=Max("sha256"),
    )
    return Stamp(**told)
