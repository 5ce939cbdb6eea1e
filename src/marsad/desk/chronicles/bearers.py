"""By which names, and in which counts, a reader may see an entity."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, Sum

from marsad.desk.entities.models import Entity, MonthCount, Name
from marsad.desk.safeguards.models import Person


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity as one reader sees it: its family, names, and mentions by month."""

    entity: Entity
    family: Sequence[int]
    name_ids: Sequence[int]
    canonicals: Sequence[str]
    # Newest first; only what stands in documents that the reader may read.
    months: Sequence[tuple[date, int]]

    @property
    def mention_count(self) -> int:
        """How often it is named in what the reader may read."""
        return sum(count for _, count in self.months)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling, and how often the reader may meet it."""

    name: Name
    count: int


def bearer_of(entity: Entity, person: Person) -> Bearer:
    """What a reader may see of an entity; four questions to the database."""
    family = entity.family()
    parts = Entity.objects.filter(pk__in=family).exclude(canonical="")
    seen = Q(marking__lte=person.clearance)
    names = Name.objects.filter(seen | Q(is_by_hand=True), entity__in=family)
    name_ids = list(names.values_list("pk", flat=True))
    counts = MonthCount.objects.filter(seen, name__in=name_ids, count__gt=0)
    months = counts.order_by("-month").values_list("month")
    return Bearer(
        entity=entity,
        family=family,
        name_ids=name_ids,
        canonicals=list(parts.values_list("canonical", flat=True)),
        months=list(months.annotate(Sum("count"))),
    )


def spellings_of(bearer: Bearer, person: Person) -> list[Spelling]:
    """The spellings that the reader may see, the usual ones first."""
    counts = MonthCount.objects.filter(
        marking__lte=person.clearance, name__in=bearer.name_ids
    )
    found: dict[int, Any] = dict(
        counts.order_by().values_list("name").annotate(Sum("count"))
    )
    names = Name.objects.filter(pk__in=bearer.name_ids).select_related("entity")
    spellings = [Spelling(one, found.get(one.pk, 0)) for one in names]
    kept = [one for one in spellings if one.count or one.name.is_by_hand]
    return sorted(kept, key=lambda one: (-one.count, one.name.text))
