"""Say that the overnight page was read: the next one begins there."""

from django.utils import timezone

from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person


@act("home.look")
def look(person: Person, *, by: Person, because: str) -> Person:
    """Note up to when a person has seen what is new."""
    person.seen_overnight_at = timezone.now()
    person.save(update_fields=["seen_overnight_at"])
    return person
