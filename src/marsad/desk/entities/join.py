"""Join two entities that are one; both keep their names, and their findings stay."""

from django.utils.translation import gettext as _

from marsad.desk.entities.counting import refresh
from marsad.desk.entities.models import Entity, EntityKind, Move
from marsad.desk.safeguards.acts import act, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("entities.join")
def join(entity: Entity, into: Entity, *, by: Person, because: str) -> Move:
    """Say that an entity is another one: its page leads there from now on."""
    gone, kept = locked(entity, into)
    if gone.pk == kept.pk:
        raise Refused(f"«{gone.name}»", _("cannot be joined to itself"))
    for one in (gone, kept):
        # Joins lead to wholes alone, so that no chain of them ever closes.
        if one.joined_into_id:
            raise Refused(
                f"«{one.name}»",
                _("is part of %(name)s now") % {"name": one.whole.name},
                _("join the whole"),
            )
    if (gone.kind == EntityKind.PERSON) != (kept.kind == EntityKind.PERSON):
        raise Refused(
            f"«{gone.name}»",
            _("is not of the kind of %(name)s") % {"name": kept.name},
            _("join what is alike"),
        )
    gone.joined_into = kept
    gone.save(update_fields=["joined_into"])
    move = Move.objects.create(
        act="join", entity=gone, other=kept, by=by, because=because.strip()
    )
    refresh([kept.pk])
    touch(gone, kept)
    return move


def locked(*entities: Entity) -> list[Entity]:
    """These entities as they are now, locked in one order for everybody."""
    pks = [one.pk for one in entities]
    rows = Entity.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    fresh = {one.pk: one for one in rows}
    return [fresh[pk] for pk in pks]
