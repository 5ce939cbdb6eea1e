"""Keep up with the trail: whom each entry concerns besides the one who speaks."""

from collections.abc import Iterator
from typing import Final

from django.db import transaction

from marsad.desk.chronicles.models import Concern
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.following import follow, ids_of

FOLLOWER: Final = "whom entries concern"
# The fields that name a state, a body or a person.
_NAMING: Final = ("party", "person", "speaker_name", "addressee", "place", "country")
_BATCH: Final = 500


def keep_up() -> int:
    """Bring the concerns up to the newest line of the trail; say how many were new."""
    return follow(FOLLOWER, lambda touched: write(ids_of(touched, "register.entry")))


def write(pks: list[int]) -> None:
    """Write anew whom these entries concern; may be done twice."""
    for start in range(0, len(pks), _BATCH):
        part = pks[start : start + _BATCH]
        rows = Entry.objects.current().filter(pk__in=part).select_related("actor")
        concerns = [one for entry in rows for one in _concerns(entry)]
        with transaction.atomic():
            Concern.objects.filter(entry__in=part).delete()
            Concern.objects.bulk_create(concerns)


def rebuild() -> int:
    """Write all concerns anew; say how many entries were looked at."""
    pks = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
    write(pks)
    return len(pks)


def _concerns(entry: Entry) -> Iterator[Concern]:
    actor = entry.actor.canonical if entry.actor else None
    named: dict[str, str] = {}
    for field in _NAMING:
        said = entry.fields.get(field)
        if isinstance(said, str) and said:
            named.setdefault(said, field)
    for said in entry.fields.get("who") or ():
        named.setdefault(str(said), "who")
    # A count stands in a series: its body and its place.
    for said in entry.series.split("|")[1:3]:
        if said:
            named.setdefault(said, "series")
    for canonical, field in named.items():
        if canonical != actor and len(canonical) <= 200:
            yield Concern(entry=entry, canonical=canonical, field=field, day=entry.day)
