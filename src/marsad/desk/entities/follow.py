"""Follow an entity: what it says and does stands on the follower's overnight page."""

from marsad.desk.entities.models import Entity, Following, with_joined
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person


@act("entities.follow")
def follow(entity: Entity, *, by: Person, because: str) -> Following:
    """Follow an entity, under whatever name it is reported."""
    following, _ = Following.objects.get_or_create(person=by, entity=entity.whole)
    return following


@act("entities.unfollow")
def unfollow(entity: Entity, *, by: Person, because: str) -> Entity:
    """Follow an entity no longer, nor any that was joined into it."""
    whole = entity.whole
    Following.objects.filter(person=by, entity__in=whole.family()).delete()
    return whole


def followed_by(person: Person) -> list[int]:
    """The ids of the entities that a person follows, those joined into them included."""
    chosen = Following.objects.filter(person=person).select_related("entity")
    return sorted(with_joined(one.entity.whole.pk for one in chosen))
