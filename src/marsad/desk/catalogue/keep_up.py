"""Keep the search index up with the trail, and build it anew from the rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from django.conf import settings
from django.db.models import QuerySet

from marsad.desk.catalogue import records
from marsad.desk.documents.models import Document
from marsad.desk.entities.models import Entity
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.following import follow, ids_of
from marsad.desk.safeguards.models import AuditRecord, Watermark
from marsad.errors import Unreadable
from marsad.searching.index import Index
from marsad.searching.records import Record

FOLLOWER: Final = "search index"
_BATCH: Final = 500

_Written = Callable[[Sequence[int]], Iterator[Record]]


def keep_up() -> int:
    """Bring the index up to the newest line of the trail; say how many were new."""
    if _is_lost():
        return rebuild()
    return follow(FOLLOWER, _write)


def _is_lost() -> bool:
    """Whether the trail was followed before, yet the index is empty or unreadable."""
    if not Watermark.objects.filter(pk=FOLLOWER, number__gt=0).exists():
        return False
    try:
        if len(Index.open(settings.SEARCH_INDEX)):
            return False
    except Unreadable:
        return True
    return Document.objects.filter(withdrawn_at__isnull=True).exists()


def _write(touched: set[str]) -> None:
    index = Index.open(settings.SEARCH_INDEX)
    sorts: tuple[tuple[str, str, _Written], ...] = (
        ("documents.document", records.DOCUMENT, records.documents),
        ("register.entry", "entry", records.entries),
        ("entities.entity", records.ENTITY, records.entities),
    )
    changed = False
    for label, kind, written in sorts:
        pks = ids_of(touched, label)
        for start in range(0, len(pks), _BATCH):
            part = pks[start : start + _BATCH]
            index.remove(records.key_of(kind, pk) for pk in part)
            index.add(written(part))
            changed = True
    if changed:
        index.commit()


def rebuild(report: Callable[[int], object] | None = None) -> int:
    """Write the whole index anew from the rows; say how many records it has.

    The report is told, after each batch, how many rows were written in it.
    """
    last = (
        AuditRecord.objects.order_by("-number").values_list("number", flat=True).first()
    )
    with _emptied() as index:
        for part, written in _batches():
            index.add(written(part))
            if report:
                report(len(part))
        index.commit()
    # What was touched while the index was written is followed from here on.
    Watermark.objects.update_or_create(
        follower=FOLLOWER, defaults={"number": last or 0}
    )
    return len(index)


def _emptied() -> Index:
    """The index without its records; who searches meanwhile still sees the old ones."""
    try:
        index = Index.open(settings.SEARCH_INDEX)
        index.clear()
    except Unreadable:
        return Index.anew(settings.SEARCH_INDEX)
    return index


def _everything() -> tuple[tuple[QuerySet[Any], _Written], ...]:
    return (
        (Document.objects.all(), records.documents),
        (Entry.objects.current(), records.entries),
        (Entity.objects.standing(), records.entities),
    )


def _batches() -> Iterator[tuple[list[int], _Written]]:
    for rows, written in _everything():
        for part in _parts(rows):
            yield part, written


def size() -> int:
    """How many rows a rebuild goes through."""
    return sum(rows.count() for rows, _ in _everything())


def _parts(rows: QuerySet[Any]) -> Iterator[list[int]]:
    last = 0
    while True:
        pks = rows.order_by("pk").filter(pk__gt=last).values_list("pk", flat=True)
        part = list(pks[:_BATCH])
        if not part:
            return
        yield part
        last = part[-1]
