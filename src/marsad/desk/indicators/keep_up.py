"""Keep the list of series up with the trail."""

from collections.abc import Iterable
from typing import Any, Final

from django.conf import settings

from marsad.desk.indicators.add import add
from marsad.desk.indicators.models import Indicator
from marsad.desk.register.models import Entry, Finding
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.following import follow, ids_of

FOLLOWER: Final = "indicators"


def keep_up() -> int:
    """Look at what was touched since last time; say how many lines were new."""
    return follow(FOLLOWER, look)


def look(touched: set[str]) -> None:
    """Add the series of these rows that nobody has met; twice adds nothing more."""
    entries = Entry.objects.filter(pk__in=ids_of(touched, "register.entry"))
    findings = Finding.objects.filter(
        document__in=ids_of(touched, "documents.document"), series__gt=""
    )
    met: dict[str, int] = {}
    for rows in (entries.exclude(series=""), findings):
        _lowest(met, rows.values_list("series", "marking").distinct())
    known = dict(Indicator.objects.filter(key__in=met).values_list("key", "marking"))
    new = {key: low for key, low in met.items() if low < known.get(key, low + 1)}
    if new:
        worker = Worker(f"{FOLLOWER} {settings.VERSION}")
        add(new, by=worker, because="met in the register for the first time")


def _lowest(met: dict[str, int], rows: Iterable[Any]) -> None:
    for key, marking in rows:
        met[key] = min(marking, met.get(key, marking))
