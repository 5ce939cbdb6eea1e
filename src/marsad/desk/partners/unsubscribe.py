"""Unsubscribe a contact, by whoever opens the page that its letters lead to."""

from django.utils import timezone

from marsad.desk.partners.models import Contact
from marsad.desk.safeguards.acts import Worker, act, note


@act("contacts.unsubscribe")
def unsubscribe(contact: Contact, *, by: Worker, because: str) -> Contact:
    """Write to this contact no more; said twice, it is done once."""
    held = Contact.objects.select_for_update().get(pk=contact.pk)
    note(was_unsubscribed=held.unsubscribed_at is not None)
    if held.unsubscribed_at is None:
        held.unsubscribed_at = timezone.now()
        held.save(update_fields=["unsubscribed_at"])
    return held
