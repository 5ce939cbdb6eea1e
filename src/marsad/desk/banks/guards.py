"""What keeps a signal from doing harm by itself: how often it matches, how often it errs."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import F
from django.utils import timezone

from marsad.desk.banks.models import BankedSignal, Dispute, Standing
from marsad.desk.banks.set_aside import set_aside
from marsad.desk.safeguards.acts import Worker

GUARD: Final = Worker("guard of banks")
# Fewer cases say nothing about a signal: of two, one may be a slip of a hand.
LEAST_JUDGED: Final = 5
_HOUR: Final = timedelta(hours=1)


def after_matches(
    signals: Iterable[BankedSignal | int], at: datetime | None = None
) -> list[BankedSignal]:
    """Count matches that were written, one a signal named; those that flood are set aside."""
    met = Counter(one if isinstance(one, int) else one.pk for one in signals)
    same: dict[int, list[int]] = defaultdict(list)
    for key, count in met.items():
        same[count].append(key)
    for count, keys in same.items():
        BankedSignal.objects.filter(pk__in=keys).update(met=F("met") + count)
    # Who never matched so often in all cannot have done so within an hour.
    rows = BankedSignal.objects.select_related("bank").filter(
        pk__in=list(met), met__gt=F("bank__flood_limit"), standing=Standing.LIVE
    )
    return [row for row in rows.order_by("pk") if flood(row, at)]


def flood(signal: BankedSignal, at: datetime | None = None) -> bool:
    """Set a signal aside that matched more within an hour than its bank lets it."""
    since = (at or timezone.now()) - _HOUR
    settled = _last_settled(signal)
    if settled is not None and settled.settled_at is not None:
        since = max(since, settled.settled_at)
    limit = signal.bank.flood_limit
    # Matches stand above this app: they are reached by the rows that point here.
    matches: Any = signal.matches
    newest = matches.order_by("-id").values_list("at", flat=True)
    first_too_many = newest[limit : limit + 1].first()
    if first_too_many is None or first_too_many <= since:
        return False
    because = f"more than {limit} matches within an hour"
    set_aside(signal, Standing.FLOOD, by=GUARD, because=because)
    return True


def count_verdict(case: Any, upheld: bool) -> list[BankedSignal]:  # noqa: FBT001
    """Note for each signal of a case whether its readers upheld it; brake those that err."""
    keys = list(case.matches.values_list("signal", flat=True).distinct())
    column = "upheld" if upheld else "overturned"
    BankedSignal.objects.filter(pk__in=keys).update(**{column: F(column) + 1})
    rows = BankedSignal.objects.select_related("bank").filter(pk__in=keys)
    return [row for row in rows.order_by("pk") if brake(row)]


def brake(signal: BankedSignal) -> bool:
    """Set a signal aside that readers overturned too often since anybody settled it."""
    if signal.standing != Standing.LIVE:
        return False
    settled = _last_settled(signal)
    upheld = signal.upheld - (settled.upheld_by_then if settled else 0)
    judged = upheld + signal.overturned - (settled.overturned_by_then if settled else 0)
    if judged < LEAST_JUDGED or upheld / judged >= signal.bank.least_precision:
        return False
    because = f"{upheld} of {judged} cases were upheld by readers"
    set_aside(signal, Standing.IMPRECISE, by=GUARD, because=because)
    return True


def _last_settled(signal: BankedSignal) -> Dispute | None:
    rows = signal.disputes.filter(settled_at__isnull=False, is_upheld=False)
    found: Dispute | None = rows.order_by("-settled_at").first()
    return found
