"""Keep the queue of contradictions up with the trail."""

from typing import Final

from django.conf import settings

from marsad.desk.contradictions.notice import notice
from marsad.desk.contradictions.noticing import changes_for
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.following import follow

FOLLOWER: Final = "contradictions"


def keep_up() -> int:
    """Look at what was touched since last time; say how many lines were new."""
    return follow(FOLLOWER, look)


def look(touched: set[str]) -> None:
    """Notice what these rows contradict; looking twice notices nothing more."""
    changes = changes_for(touched)
    if changes:
        worker = Worker(f"{FOLLOWER} {settings.VERSION}")
        notice(changes, by=worker, because="rows of the register were touched")
