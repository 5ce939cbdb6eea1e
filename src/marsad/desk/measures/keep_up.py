"""Follow the trail: each document that comes, and each release that opens, is looked at."""

from typing import Final

from django.conf import settings
from django.utils import timezone

from marsad.desk.documents.models import Document
from marsad.desk.measures.observe import finds_in, later_than, new_in, observe
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.following import follow, ids_of

FOLLOWER: Final = "uptake"
_WHY: Final = "a released line stands there"


def keep_up() -> int:
    """Look at what came since last time; say how many lines of the trail were new."""
    return follow(FOLLOWER, _look, at_most=100)


def _look(touched: set[str]) -> None:
    if not Release.objects.opened(timezone.now()).exists():
        return
    numbers = set(ids_of(touched, "documents.document"))
    for release in Release.objects.filter(pk__in=ids_of(touched, "releases.release")):
        numbers |= set(later_than(release).values_list("pk", flat=True))
    if not numbers:
        return
    worker = Worker(f"uptake {settings.VERSION}")
    for document in Document.objects.filter(pk__in=numbers).order_by("pk"):
        # What was seen before is no news: else the line that says so would bring the
        # document here again, for ever.
        if finds := new_in(document, finds_in(document)):
            observe(document, finds, by=worker, because=_WHY)
