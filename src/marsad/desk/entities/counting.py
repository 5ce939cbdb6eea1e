"""How often each name stands in the documents, by month and marking.

What of a document is counted is written down beside the counts, so that reading it
again, marking it anew, withdrawing and reinstating it never count anything twice. To be
called inside the act that changes the document.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Min, Q, Sum

from marsad.desk.entities.models import Counted, Entity, MonthCount, Name
from marsad.marking import Marking

# Where a count stands: the month and the marking of the document.
_Shelf = tuple[date, int]
_STRICTEST: Final = int(max(Marking))


@dataclass(frozen=True, slots=True)
class _Change:
    """By how much the count of each name changes, on which shelf."""

    shelf: _Shelf
    by_name: Mapping[int, int]


def count_mentions(
    document_id: int, counts: Mapping[int, int], *, day: date, marking: int
) -> None:
    """Say how often each name, by its id, stands in a document now."""
    before = Counted.objects.select_for_update().filter(pk=document_id).first()
    now = Counted(
        document_id=document_id,
        month=day.replace(day=1),
        marking=marking,
        is_standing=before.is_standing if before else True,
        counts={str(name): count for name, count in sorted(counts.items()) if count},
    )
    _keep(now, before)


def recount(
    document_id: int, *, marking: int | None = None, is_standing: bool | None = None
) -> None:
    """Say that a document was marked anew, withdrawn or reinstated."""
    before = Counted.objects.select_for_update().filter(pk=document_id).first()
    if before is None:
        return
    now = Counted(
        document_id=document_id,
        month=before.month,
        marking=before.marking if marking is None else marking,
        is_standing=before.is_standing if is_standing is None else is_standing,
        counts=before.counts,
    )
    _keep(now, before)


def _keep(now: Counted, before: Counted | None) -> None:
    changes = _changes(now, before)
    now.save(force_insert=before is None)
    if changes:
        _apply(changes)


def _changes(now: Counted, before: Counted | None) -> list[_Change]:
    shelves: dict[_Shelf, dict[int, int]] = {}
    for row, sign in ((now, 1), (before, -1)):
        if row is None or not row.is_standing:
            continue
        shelf = shelves.setdefault((row.month, row.marking), {})
        for name, count in row.counts.items():
            shelf[int(name)] = shelf.get(int(name), 0) + sign * count
    found = []
    for key, counts in shelves.items():
        changed = {name: change for name, change in counts.items() if change}
        if changed:
            found.append(_Change(key, changed))
    return found


def _apply(changes: Iterable[_Change]) -> None:
    total: dict[int, int] = {}
    changes = list(changes)
    for change in changes:
        for name, count in change.by_name.items():
            total[name] = total.get(name, 0) + count
    # Locked in one order for everybody: two workers never wait for each other.
    locked = Name.objects.select_for_update().filter(pk__in=total).order_by("pk")
    names = {one.pk: one for one in locked}
    for change in changes:
        _put(change, names)
    _mark(names, changes)
    for pk, name in names.items():
        name.mention_count = max(0, name.mention_count + total[pk])
    Name.objects.bulk_update(names.values(), ["mention_count", "marking"])
    refresh(roots_of(one.entity_id for one in names.values() if one.entity_id))


def _put(change: _Change, names: Mapping[int, Name]) -> None:
    month, marking = change.shelf
    wanted = sorted(change.by_name.keys() & names.keys())
    shelf = Q(month=month, marking=marking)
    there = {
        one.name_id: one for one in MonthCount.objects.filter(shelf, name_id__in=wanted)
    }
    fresh = []
    for pk in wanted:
        row = there.get(pk)
        if row is None:
            row = MonthCount(name_id=pk, month=month, marking=marking, count=0)
            fresh.append(row)
        row.count = max(0, row.count + change.by_name[pk])
    MonthCount.objects.bulk_update(there.values(), ["count"])
    MonthCount.objects.bulk_create(fresh)


def _mark(names: Mapping[int, Name], changes: Iterable[_Change]) -> None:
    """Set the least strict marking of each name's documents; none left is strictest."""
    fewer: set[int] = set()
    for change in changes:
        for pk in change.by_name.keys() & names.keys():
            if change.by_name[pk] > 0:
                names[pk].marking = min(names[pk].marking, change.shelf[1])
            else:
                fewer.add(pk)
    if fewer:
        rows = MonthCount.objects.filter(name_id__in=fewer, count__gt=0).order_by()
        lowest = dict(rows.values_list("name_id").annotate(Min("marking")))
        for pk in fewer:
            names[pk].marking = lowest.get(pk, _STRICTEST)


def roots_of(entities: Iterable[int | None]) -> list[int]:
    """The ids of the wholes that these entities are part of, in their order."""
    roots: set[int] = set()
    waiting: set[Any] = {one for one in entities if one is not None}
    seen: set[int] = set()
    while waiting - seen:
        rows = Entity.objects.filter(pk__in=waiting - seen)
        seen |= waiting
        waiting = set()
        for pk, whole in rows.values_list("pk", "joined_into_id"):
            if whole is None:
                roots.add(pk)
            else:
                waiting.add(whole)
    return sorted(roots)


def refresh(roots: Iterable[int]) -> None:
    """Bring the count and the marking of whole entities in step with their names."""
    wholes = {
        one.pk: one
        for one in Entity.objects.select_for_update()
        .filter(pk__in=list(roots))
        .order_by("pk")
    }
    home, floors = _families(wholes)
    counts = dict.fromkeys(wholes, 0)
    rows = Name.objects.filter(entity__in=home).order_by().values_list("entity_id")
    for part, count, lowest in rows.annotate(Sum("mention_count"), Min("marking")):
        root = home[part]
        counts[root] += count
        floors[root] = min(floors[root], lowest)
    changed = []
    for pk, one in wholes.items():
        if (one.mention_count, one.marking) != (counts[pk], floors[pk]):
            one.mention_count, one.marking = counts[pk], floors[pk]
            changed.append(one)
    Entity.objects.bulk_update(changed, ["mention_count", "marking"])


def _families(wholes: Mapping[int, Entity]) -> tuple[dict[int, int], dict[int, int]]:
    """Of which whole each entity is a part, and the marking by which it is known."""
    home = {pk: pk for pk in wholes}
    floors = {pk: _floor(one.known_marking) for pk, one in wholes.items()}
    generation = list(home)
    while generation:
        rows = Entity.objects.filter(joined_into__in=generation)
        generation = []
        for pk, whole, known in rows.values_list("pk", "joined_into", "known_marking"):
            if pk not in home:
                home[pk] = home[whole]
                floors[home[pk]] = min(floors[home[pk]], _floor(known))
                generation.append(pk)
    return home, floors


def _floor(known: int | None) -> int:
    return _STRICTEST if known is None else known
