"""Change a bank: every change says what was and what is."""

from typing import Any, Final, Unpack

from django.utils.translation import gettext as _

from marsad.desk.banks import said
from marsad.desk.banks.models import Bank, BankedSignal
from marsad.desk.banks.turning import turned
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

_KEPT: Final = (
    "title", "provenance", "category", "severity", "marking", "flood_limit",
    "least_precision", "purpose", "basis", "basis_words", "until",
)  # fmt: skip


@act("banks.change")
def change(bank: Bank, *, by: Person, because: str, **wish: Unpack[said.Wish]) -> Bank:
    """Change a bank; a stricter marking is at once that of all its signals."""
    held: Bank = Bank.objects.select_for_update().get(pk=bank.pk)
    if held.closed_at is not None:
        raise Refused(held.code, _("is closed"), _("open another bank"))
    before = _state(held)
    for name, value in said.values_of(wish, by).items():
        setattr(held, name, value)
    difference = said.changes(before, _state(held))
    if not difference["after"]:
        raise Refused(held.code, _("nothing is changed"), _("change something first"))
    held.save()
    laxer = BankedSignal.objects.filter(bank=held, marking__lt=held.marking)
    laxer.update(marking=held.marking)
    turned()
    note(**difference)
    return held


def _state(bank: Bank) -> dict[str, Any]:
    return {name: getattr(bank, name) for name in _KEPT}
