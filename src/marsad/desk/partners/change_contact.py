"""Change where and in which language a contact is written to."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.partners import said
from marsad.desk.partners.models import Contact
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("contacts.change")
def change_contact(
    contact: Contact,
    *,
    name: str,
    address: str,
    language: str,
    by: Person,
    because: str,
) -> Contact:
    """Write to a contact under another name, address or language."""
    held = Contact.objects.select_for_update().get(pk=contact.pk)
    before = _state(held)
    held.name, held.address = said.office_of(name), said.address_of(address)
    held.language = said.language_of(language)
    difference = said.changes(before, _state(held))
    if not difference["after"]:
        raise Refused(held.name, _("nothing is changed"), _("change something first"))
    _must_be_free(held)
    if "address" in difference["after"]:
        # What came back from the old address says nothing of the new one; that somebody
        # unsubscribed does: it was said by the office, and only a person undoes it.
        held.stopped_at, held.stopped_because = None, ""
        held.opened_at = timezone.now()
    held.save()
    note(**difference)
    return held


@act("contacts.reopen")
def reopen_contact(contact: Contact, *, by: Person, because: str) -> Contact:
    """Write again to a contact that unsubscribed, or that letters came back from."""
    held = Contact.objects.select_for_update().get(pk=contact.pk)
    if held.is_written_to:
        raise Refused(held.name, _("is written to already"))
    note(unsubscribed=held.unsubscribed_at is not None, stopped=held.stopped_because)
    held.unsubscribed_at = held.stopped_at = None
    held.stopped_because = ""
    held.opened_at = timezone.now()
    held.save()
    return held


def _must_be_free(contact: Contact) -> None:
    others = contact.partner.contacts.exclude(pk=contact.pk)
    if others.filter(address__iexact=contact.address).exists():
        raise Refused(contact.address, _("is a contact of this partner already"))


def _state(contact: Contact) -> dict[str, str]:
    return {
        "name": contact.name,
        "address": contact.address,
        "language": contact.language,
    }
