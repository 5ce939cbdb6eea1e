"""Open a bank of known content, or of known harmless look-alikes."""

from typing import Unpack

from django.utils.translation import gettext as _

from marsad.desk.banks import said
from marsad.desk.banks.models import Bank
from marsad.desk.banks.turning import turned
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


class Opening(said.Wish, total=False):
    """What a bank is opened with."""

    is_harmless: bool


@act("banks.open")
def open_bank(code: str, *, by: Person, because: str, **wish: Unpack[Opening]) -> Bank:
    """Open a bank with its purpose, its legal basis, and where its signals come from."""
    plain = said.code_of(code)
    if Bank.objects.filter(code=plain).exists():
        raise Refused(plain, _("is another bank's code"), _("choose another"))
    is_harmless = wish.pop("is_harmless", False)
    for name in ("title", "provenance", "ground"):
        if name not in wish:
            raise Refused(plain, _("%(what)s is not said") % {"what": name})
    values = said.values_of(wish, by)
    bank = Bank(code=plain, is_harmless=is_harmless, opened_by=by, **values)
    bank.save()
    turned()
    note(code=plain, marking=str(bank.get_marking_display()), until=str(bank.until))
    return bank
