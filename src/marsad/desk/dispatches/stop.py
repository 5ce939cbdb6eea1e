"""Stop writing to an address that letters come back from; a part of other acts."""

from django.utils import timezone

from marsad.desk.partners.models import Contact
from marsad.desk.safeguards.acts import note, touch


def stop(contact: Contact, why: str) -> None:
    """Write there no more until a person has put the address right."""
    held = Contact.objects.select_for_update().get(pk=contact.pk)
    if held.stopped_at is not None:
        return
    held.stopped_at, held.stopped_because = timezone.now(), why[:300]
    held.save(update_fields=["stopped_at", "stopped_because"])
    touch(held)
    note(stopped=held.pk)
