"""What the cell did, in numbers: of each month, up to the last midnight.

Numbers alone, of what was done and not of who did it; nothing that is still under
embargo is counted, and nothing of today, so that nobody can watch a release coming.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marsad.desk.briefs.models import Override
from marsad.desk.dispatches.models import Dispatch, Outcome
from marsad.desk.documents.models import Document
from marsad.desk.register.models import FindingChange
from marsad.desk.releases.models import Recall, Release
from marsad.desk.website.models import Appeal
from marsad.marking import Audience

Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is counted: its key, its name, what it means, its rows and moment."""

    key: str
    name: str | Promise
    meaning: str | Promise
    rows: Callable[[], Rows]
    moment: str


def _decided(act: str) -> Callable[[], Rows]:
    return lambda: FindingChange.objects.filter(decision__act=act)


def _released() -> Any:
    return Release.objects.opened()


def _appeals(outcome: str) -> Callable[[], Rows]:
    return lambda: Appeal.objects.filter(outcome=outcome)


MEASURES: Final[tuple[Measure, ...]] = (
    Measure(
        "documents",
        _("Documents read"),
        _("Published reports that were taken in and read; each text once."),
        Document.objects.all,
        "taken_at",
    ),
    Measure(
        "confirmed",
        _("Findings confirmed"),
        _("What the machine proposed and a person took into the register."),
        _decided("confirm"),
        "decision__at",
    ),
    Measure(
        "rejected",
        _("Findings rejected"),
        _("What the machine proposed and a person refused."),
        _decided("reject"),
        "decision__at",
    ),
    Measure(
        "released",
        _("Releases to the public"),
        _("Briefs and pages that two people let out to everybody."),
        lambda: _released().public(),
        "opens_at",
    ),
    Measure(
        "partners",
        _("Releases to partners"),
        _("Briefs that went to partners alone; their subjects are not told here."),
        lambda: _released().exclude(audience=int(Audience.WORLD)),
        "opens_at",
    ),
    Measure(
        "corrections",
        _("Corrections"),
        _("Releases that put an earlier one right."),
        lambda: _released().filter(corrects__isnull=False),
        "opens_at",
    ),
    Measure(
        "recalls",
        _("Recalls"),
        _("Releases that were taken back."),
        lambda: Recall.objects.filter(release__in=_released()),
        "at",
    ),
    Measure(
        "overrides",
        _("Objections of the check set aside"),
        _(
            "A named officer let a sentence stand that the check doubted, with a reason."
        ),
        Override.objects.all,
        "at",
    ),
    Measure(
        "appeals",
        _("Appeals received"),
        _("Objections that readers sent by the form on this site."),
        Appeal.objects.all,
        "at",
    ),
    Measure(
        "upheld",
        _("Appeals upheld"),
        _("Answered: the reader was right, and it was put right."),
        _appeals("upheld"),
        "answered_at",
    ),
    Measure(
        "partly",
        _("Appeals upheld in part"),
        _("Answered: the reader was right in part."),
        _appeals("partly"),
        "answered_at",
    ),
    Measure(
        "rejected_appeals",
        _("Appeals rejected"),
        _("Answered: nothing was changed, and the reader was told why."),
        _appeals("rejected"),
        "answered_at",
    ),
    Measure(
        "letters",
        _("Letters sent"),
        _("Letters to offices of partners about releases, corrections and recalls."),
        lambda: Dispatch.objects.filter(outcome=Outcome.SENT),
        "sent_at",
    ),
)

_kept: tuple[date, dict[str, dict[date, int]]] | None = None


def months(on: date) -> dict[str, dict[date, int]]:
    """Measure -> month -> count, up to the midnight before a day; counted once a day."""
    global _kept
    if _kept is None or _kept[0] != on:
        _kept = (on, {one.key: _counted(one, on) for one in MEASURES})
    return _kept[1]


def forget() -> None:
    """Forget what was counted."""
    global _kept
    _kept = None


def _counted(measure: Measure, on: date) -> dict[date, int]:
    midnight = timezone.make_aware(datetime.combine(on, time()))
    rows = measure.rows().filter(**{f"{measure.moment}__lt": midnight})
    by_month = rows.order_by().annotate(month=TruncMonth(measure.moment))
    counted = by_month.values("month").annotate(count=Count("pk"))
    return {one["month"].date(): one["count"] for one in counted}


def quarter_of(month: date) -> date:
    """The first day of the quarter of a month."""
    return month.replace(month=month.month - (month.month - 1) % 3, day=1)


def last_quarters(on: date, count: int = 4) -> list[date]:
    """The first days of the last quarters, the running one last."""
    found = [quarter_of(on)]
    while len(found) < count:
        year, month = found[0].year, found[0].month - 3
        found.insert(0, date(year - (month < 1), month + 12 * (month < 1), 1))
    return found
