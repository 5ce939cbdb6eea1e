"""What second looks found: where they differ, and how often closing was an error."""

from dataclasses import dataclass

from django.conf import settings

from marsad.desk.cases.draw import draw, is_due
from marsad.desk.cases.models import Reread
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import Person


@dataclass(frozen=True, slots=True)
class Missed:
    """Of closed cases that were read again: how many, and how many should not be closed."""

    read: int
    differing: int

    @property
    def rate(self) -> float | None:
        """The share that another reader would have referred; None before anybody read."""
        return self.differing / self.read if self.read else None


def draw_daily() -> int:
    """Draw what is to be read a second time, where less was drawn than should be."""
    if not is_due():
        return 0
    worker = Worker(f"sampling {settings.VERSION}")
    return len(draw(by=worker, because="one in twenty of what was closed this month"))


def missed() -> Missed:
    """How often a second look found what two readers did not."""
    rows = Reread.objects.filter(reading__isnull=False)
    return Missed(rows.count(), rows.filter(reading__verdict="refer").count())


def differing(person: Person) -> list[Reread]:
    """Second looks that found ground to refer a closed case, and that nobody reopened."""
    rows = Reread.objects.filter(reading__verdict="refer", case__stage="closed")
    seen = rows.filter(case__marking__lte=person.clearance)
    return list(seen.select_related("case__bank", "reading__reader").order_by("-id"))
