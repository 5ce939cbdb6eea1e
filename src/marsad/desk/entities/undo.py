"""Undo a join or a split, unless later ones stand on it."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.entities.counting import refresh, roots_of
from marsad.desk.entities.join import locked
from marsad.desk.entities.models import Entity, Move, Name
from marsad.desk.safeguards.acts import act, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("entities.undo")
def undo(move: Move, *, by: Person, because: str) -> Move:
    """Put back what a join or a split moved; the move stays written down."""
    fresh = Move.objects.select_for_update().get(pk=move.pk)
    if fresh.undone_at:
        raise Refused(str(fresh), _("was already undone"))
    entity, other = locked(fresh.entity, fresh.other)
    for later in _standing_on(fresh, entity):
        raise Refused(
            f"«{entity.name}»",
            _("was moved again since by %(person)s") % {"person": later.by},
            _("undo the later one first"),
        )
    if fresh.act == "join":
        entity.joined_into = None
        entity.save(update_fields=["joined_into"])
    else:
        _give_back(fresh, entity, other)
    fresh.undone_at = timezone.now()
    fresh.save(update_fields=["undone_at"])
    refresh(roots_of([entity.pk, other.pk]))
    touch(entity, other, *Entity.objects.filter(pk__in=roots_of([other.pk])))
    return fresh


def _standing_on(move: Move, entity: Entity) -> Iterable[Move]:
    """Later moves that took something from what this one moved, or added to it."""
    later = Move.objects.filter(pk__gt=move.pk, undone_at__isnull=True)
    later = later.select_related("by").order_by("pk")
    yield from later.filter(Q(entity=entity) | Q(other=entity))
    if move.act == "join":
        family = set(entity.family())
        for one in later.filter(act="split", other=move.other):
            if family & {home for _, home in one.names}:
                yield one


def _give_back(move: Move, entity: Entity, other: Entity) -> None:
    for pk, home in move.names:
        Name.objects.filter(pk=pk, entity=entity).update(entity_id=home)
    # Spellings that were given to the part by hand belong to the whole again.
    Name.objects.filter(entity=entity).update(entity=other)
    # What is left is an empty row: its address leads to the whole.
    entity.joined_into = other
    entity.save(update_fields=["joined_into"])
