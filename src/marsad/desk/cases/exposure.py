"""How much of what is hard to see each reader asked to see, and when a break is due."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count
from django.db.models.functions import TruncWeek
from django.utils import timezone

from marsad.desk.banks.models import Severity
from marsad.desk.cases.models import Case, Look, Rest
from marsad.desk.posts.models import Medium
from marsad.desk.safeguards.models import Person

# After so many looks within an hour the page asks for a break; after so many it refuses.
# No study gives a number for text and stills; these are ours, to be changed by a cell.
ASK_AFTER: Final = 20
STOP_AFTER: Final = 40
WITHIN: Final = timedelta(hours=1)
REST: Final = timedelta(minutes=10)
# What somebody asked to see is shown again without asking for so long.
SHOWN_FOR: Final = timedelta(minutes=15)
# Words of this severity are folded like pictures.
FOLDED_FROM: Final = Severity.THREAT


@dataclass(frozen=True, slots=True)
class Load:
    """What a reader looked at since their last break, within the hour; and their break."""

    looks: int
    rests_until: datetime | None

    @property
    def wants_rest(self) -> bool:
        """Whether the page asks for a break."""
        return self.looks >= ASK_AFTER and self.rests_until is None

    @property
    def must_rest(self) -> bool:
        """Whether nothing hard is shown any more before a break."""
        return self.looks >= STOP_AFTER or self.rests_until is not None


def load_of(person: Person, at: datetime | None = None) -> Load:
    """How much a reader looked at since their last break, within the hour."""
    now = at or timezone.now()
    since = now - WITHIN
    last = Rest.objects.filter(person=person, until__gt=since).order_by("-until")
    rest = last.first()
    if rest is not None and rest.until > now:
        return Load(0, rest.until)
    if rest is not None:
        since = rest.until
    return Load(Look.objects.filter(person=person, at__gt=since).count(), None)


def is_folded(case: Case) -> bool:
    """Whether even the words of a case are shown to nobody who did not ask."""
    return case.severity >= FOLDED_FROM


def may_show(
    person: Person, case: Case, medium: Medium | None, at: datetime | None = None
) -> bool:
    """Whether this person asked to see it a short while ago."""
    since = (at or timezone.now()) - SHOWN_FOR
    rows = Look.objects.filter(person=person, case=case, at__gt=since)
    return rows.filter(medium=medium).exists()


def weeks_of(person: Person | None, weeks: int = 8) -> list[dict[str, Any]]:
    """Looks by week, of one person, or of all together without their names."""
    since = timezone.now() - timedelta(weeks=weeks)
    rows = Look.objects.filter(at__gt=since)
    if person is not None:
        rows = rows.filter(person=person)
    counted = rows.order_by().annotate(week=TruncWeek("at")).values("week")
    summed = counted.annotate(looks=Count("pk"), people=Count("person", distinct=True))
    return [dict(one) for one in summed.order_by("-week")]
