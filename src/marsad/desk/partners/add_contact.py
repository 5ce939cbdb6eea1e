"""Add a contact: the office of a partner that letters are written to."""

import secrets
from typing import Final

from django.utils.translation import gettext as _

from marsad.desk.partners import said
from marsad.desk.partners.models import Contact, Partner
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# 32 random bytes: nobody comes upon another's page of unsubscribing by trying.
_TOKEN_BYTES: Final = 32


@act("contacts.add")
def add_contact(
    partner: Partner,
    *,
    name: str,
    address: str,
    language: str,
    by: Person,
    because: str,
) -> Contact:
    """Write to an office of a partner from now on, in its language."""
    if not partner.is_open:
        raise Refused(partner.code, _("is closed"), _("reopen the partner first"))
    plain = said.address_of(address)
    if partner.contacts.filter(address__iexact=plain).exists():
        raise Refused(plain, _("is a contact of this partner already"))
    contact = Contact(
        partner=partner,
        name=said.office_of(name),
        address=plain,
        language=said.language_of(language),
        token=secrets.token_urlsafe(_TOKEN_BYTES),
    )
    contact.save()
    note(partner=partner.code, name=contact.name, address=plain, language=language)
    return contact
