"""What the queue does with reports: take in bytes, fetch an address, read again."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from marsad.collecting.circumstances import Circumstances
from marsad.desk.documents.fetching import bring
from marsad.desk.documents.models import Document
from marsad.desk.documents.take_in import Parcel
from marsad.desk.originals import store
from marsad.desk.register.intake import read_again, take_bytes
from marsad.desk.safeguards.acts import Actor
from marsad.desk.sources.models import Source
from marsad.desk.work.models import Batch
from marsad.desk.work.subjects import READ_AGAIN, READ_ON
from marsad.desk.work.submit import Order, actor_of, put, submit, written
from marsad.marking import Marking

# So many documents are read again before somebody else has a turn.
_STRIDE: Final = 20


@task()
def take_in_bytes(
    sha256: str,
    name: str,
    parcel: dict[str, Any],
    by: dict[str, Any],
    because: str,
) -> dict[str, Any]:
    """Take in bytes that were put into the content store."""
    raw = store.open(sha256)
    intake = take_bytes(raw, name, parcel_of(parcel), by=actor_of(by), because=because)
    return intake.as_json()


@task()
def take_in_address(
    address: str, parcel: dict[str, Any], by: dict[str, Any], because: str
) -> dict[str, Any]:
    """Fetch what stands at a web address, and take it in."""
    actor = actor_of(by)
    found = bring(address)
    said = {"outlet": found.host, **parcel.get("said", {}), "url": found.address}
    whole = parcel_of({**parcel, "origin": found.address, "said": said})
    intake = take_bytes(found.raw, found.name, whole, by=actor, because=because)
    return intake.as_json()


@task()
def read_on(after: int, batch: int) -> dict[str, Any]:
    """Read the next documents with the readers of today, then let others have a turn."""
    waiting = unread().filter(pk__gt=after).order_by("pk")
    ids = []
    for document in waiting.select_related("wording")[:_STRIDE]:
        read_again(document)
        ids.append(document.pk)
    whole = Batch.objects.filter(pk=batch).first()
    if len(ids) == _STRIDE and whole is not None:
        put(whole, _reading_order(ids[-1], whole))
    return {"read": len(ids)}


def unread() -> Any:
    """Documents that were read with other readers than those of today."""
    return Document.objects.exclude(read_with=settings.VERSION)


def submit_reading(*, by: Actor) -> Batch | None:
    """Have everything read again that older readers read; None where there is nothing."""
    count = unread().count()
    if not count:
        return None
    batch = submit([], label=READ_AGAIN, by=by)
    Batch.objects.filter(pk=batch.pk).update(total=-(-count // _STRIDE))
    put(batch, _reading_order(0, batch))
    return batch


def _reading_order(after: int, batch: Batch) -> Order:
    return Order(
        task=read_on,
        subject=READ_ON.format(number=after),
        knowing={"after": after, "batch": batch.pk},
        marking=Marking.CLEAR,
    )


def bytes_order(
    raw: bytes, name: str, parcel: Parcel, *, by: Actor, because: str
) -> Order:
    """Keep bytes, and say how the queue takes them in."""
    return Order(
        task=take_in_bytes,
        subject=name,
        knowing={
            "sha256": store.keep(raw),
            "name": name,
            "parcel": parcel_written(parcel),
            "by": written(by),
            "because": because,
        },
        marking=parcel.marking,
    )


def address_order(address: str, parcel: Parcel, *, by: Actor, because: str) -> Order:
    """Say how the queue fetches an address and takes in what stands there."""
    return Order(
        task=take_in_address,
        subject=address,
        knowing={
            "address": address,
            "parcel": parcel_written(parcel),
            "by": written(by),
            "because": because,
        },
        marking=parcel.marking,
    )


def parcel_written(parcel: Parcel) -> dict[str, Any]:
    """A parcel as plain JSON for a task to know."""
    said = {
        name: getattr(parcel.said, name)
        for name in ("language", "outlet", "url", "title")
        if getattr(parcel.said, name)
    }
    if parcel.said.published:
        said["published"] = parcel.said.published.isoformat()
    return {
        "origin": parcel.origin,
        "marking": int(parcel.marking),
        "source": parcel.source.pk if parcel.source else None,
        "published": parcel.published.isoformat() if parcel.published else None,
        "said": said,
        "asked_at": parcel.asked_at.isoformat() if parcel.asked_at else None,
    }


def parcel_of(known: Mapping[str, Any]) -> Parcel:
    """A parcel from the plain JSON that a task knows."""
    published, asked_at = known.get("published"), known.get("asked_at")
    source = known.get("source")
    return Parcel(
        origin=known["origin"],
        marking=Marking(known["marking"]),
        source=Source.objects.get(pk=source) if source else None,
        published=date.fromisoformat(published) if published else None,
        said=Circumstances.of(known.get("said") or {}, subject=known["origin"]),
        asked_at=datetime.fromisoformat(asked_at) if asked_at else None,
    )


def asked_now() -> datetime:
    """The moment of an order, by which its own work is known from earlier ones."""
    return timezone.now()
