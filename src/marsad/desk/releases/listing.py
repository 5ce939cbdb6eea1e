"""The lists of the releasing officer: what waits, what came back, what went out."""

from dataclasses import dataclass
from typing import Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from marsad.desk.releases.models import Fate, Release, Submission
from marsad.desk.releases.since import Changed, changed
from marsad.desk.safeguards.models import Person
from marsad.marking import Audience

_A_PAGE: Final = 25
_CAME_BACK: Final = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A release in the list, and what happened since to what it says."""

    release: Release
    changes: tuple[Changed, ...] = ()

    @property
    def serious(self) -> int:
        """How many of its entries may be wrong by now."""
        return len({one.carried.entry_id for one in self.changes if one.is_serious})


def waiting(person: Person) -> QuerySet[Submission]:
    """What waits for a releasing officer, the oldest first."""
    rows: QuerySet[Submission] = Submission.objects.visible_to(person)
    rows = rows.filter(fate=Fate.WAITING).defer("edition")
    return (
        rows.select_related("submitted_by").prefetch_related("partners").order_by("pk")
    )


def came_back(person: Person) -> list[Submission]:
    """What officers returned lately."""
    rows = Submission.objects.visible_to(person).filter(fate=Fate.RETURNED)
    rows = rows.defer("edition").select_related("submitted_by", "settled_by")
    return list(rows.order_by("-settled_at")[:_CAME_BACK])


def releases(person: Person, page: str) -> Page[Release]:
    """What went out, the newest first, a page of it."""
    rows = Release.objects.visible_to(person).order_by("-pk").defer("edition")
    rows = rows.select_related("released_by", "recall", "corrected_by", "corrects")
    return Paginator(rows.prefetch_related("partners"), _A_PAGE).get_page(page)


def lines(page: Page[Release], person: Person) -> list[Line]:
    """The releases of a page with what happened since to each that still stands."""
    standing = [one.pk for one in page if not (one.is_recalled or one.is_corrected)]
    found = changed(standing, person)
    return [Line(one, tuple(found.get(one.pk, ()))) for one in page]


def correctable(person: Person) -> QuerySet[Release]:
    """Releases that a correction may put right, the newest first."""
    rows: QuerySet[Release] = Release.objects.visible_to(person)
    return rows.filter(corrected_by__isnull=True).defer("edition").order_by("-pk")


def circle(audience: int) -> str:
    """The name of an audience, by which pages call it."""
    return Audience(audience).name.lower()
