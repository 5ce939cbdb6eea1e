"""Put things into the queue: they survive whatever happens to this process."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks.base import Task

from marsad.desk.safeguards.acts import Actor, Worker
from marsad.desk.safeguards.models import Person
from marsad.desk.work.models import Batch, Job
from marsad.errors import Refused
from marsad.marking import Marking


@dataclass(frozen=True, slots=True)
class Order:
    """One thing to do: the task, what it is about, and what the task must know."""

    task: Task[Any, Any]
    subject: str
    knowing: Mapping[str, Any] = field(default_factory=dict)
    marking: Marking = Marking.GREEN


def submit(orders: Sequence[Order], *, label: str, by: Actor) -> Batch:
    """Put a batch into the queue, all of it or nothing."""
    person = by if isinstance(by, Person) else None
    with transaction.atomic():
        batch = Batch.objects.create(
            label=label[:200],
            by=str(by)[:130],
            person=person,
            total=len(orders),
            marking=max((int(one.marking) for one in orders), default=0),
        )
        for order in orders:
            put(batch, order)
    return batch


def put(batch: Batch, order: Order) -> Job:
    """Put one more job into a batch."""
    ticket = order.task.enqueue(**order.knowing)
    return Job.objects.create(
        batch=batch,
        ticket_id=ticket.id,
        subject=order.subject[:500],
        marking=int(order.marking),
    )


def written(by: Actor) -> dict[str, Any]:
    """Somebody who acts, as plain JSON for a task to know."""
    return {"worker": by.name} if isinstance(by, Worker) else {"person": by.pk}


def actor_of(known: Mapping[str, Any]) -> Actor:
    """Who acts, from what a task knows; a closed account acts no more."""
    if "worker" in known:
        return Worker(known["worker"])
    person = Person.objects.filter(pk=known["person"], is_active=True).first()
    if person is None:
        problem = _("was closed before this was done")
        raise Refused(_("the account"), problem, _("ask somebody else to do it"))
    return person
