"""What waits for a reader, in its order; what was decided; the filters of both."""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Count, F, Q
from django.utils import timezone

from marsad.desk.banks.models import Bank, Severity
from marsad.desk.cases.models import Case, Cases, Stage
from marsad.desk.safeguards.models import Person

PAGE: Final = 30
_DECIDED: Final = (Stage.AGREED, Stage.CLOSED, Stage.REFERRED)


def waiting_for(person: Person) -> Cases:
    """The cases that wait: for a reader theirs, for others all that they may see."""
    if person.may("cases.decide"):
        mine: Cases = Case.objects.for_reader(person)
        return mine
    waiting = Case.objects.visible_to(person).waiting()
    all_of_them: Cases = waiting.annotate(
        wants_by=F("due_at"), waits_since=F("started_at")
    )
    return all_of_them


def decided_for(person: Person) -> Cases:
    """Decided cases; not those that this person may yet be asked to read again."""
    rows: Cases = Case.objects.visible_to(person).filter(stage__in=_DECIDED)
    if person.may("cases.decide"):
        rows = rows.exclude(pk__in=Case.objects.for_reader(person).values("pk"))
    return rows


def narrowed(rows: Cases, asked: Mapping[str, str]) -> Cases:
    """Only those of a severity, a bank or a platform."""
    severity, bank = asked.get("severity", ""), asked.get("bank", "")
    if severity.isdecimal():
        rows = rows.filter(severity=int(severity[:2]))
    if bank:
        rows = rows.filter(bank__code=bank)
    if platform := asked.get("platform", ""):
        rows = rows.filter(matches__post__platform=platform).distinct()
    if asked.get("due") == "over":
        rows = rows.filter(wants_by__lt=timezone.now())
    stage = asked.get("stage", "")
    return rows.filter(stage=stage) if stage in _DECIDED else rows


def counts(rows: Cases) -> dict[str, Any]:
    """How many wait, how many of each severity, and how many are overdue."""
    by = dict(rows.order_by().values_list("severity").annotate(Count("pk")))
    return {
        "all": sum(by.values()),
        "over": rows.filter(wants_by__lt=timezone.now()).count(),
        "severities": [
            (value, words, by.get(value, 0))
            for value, words in reversed(Severity.choices)
        ],
    }


def choices(person: Person) -> dict[str, Any]:
    """The banks and platforms that the filters offer."""
    seen = Case.objects.visible_to(person)
    banks = Bank.objects.filter(pk__in=seen.values("bank")).order_by("title")
    platforms = seen.order_by("matches__post__platform")
    return {
        "banks": banks.values_list("code", "title"),
        "platforms": [
            one
            for one in platforms.values_list(
                "matches__post__platform", flat=True
            ).distinct()
            if one
        ],
    }


def next_for(person: Person, asked: Mapping[str, str]) -> Case | None:
    """The first case that waits for a reader and that nobody else has open."""
    now = timezone.now()
    free = Q(held_by=None) | Q(held_by=person) | Q(held_until__lte=now)
    rows = narrowed(Case.objects.for_reader(person), asked).filter(free)
    return rows.in_order().first()


def with_posts(rows: Cases) -> Cases:
    """Cases with how many posts each holds."""
    counted: Cases = rows.select_related("bank", "held_by").annotate(
        posts=Count("captures__post", distinct=True)
    )
    return counted
