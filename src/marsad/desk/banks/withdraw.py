"""Take signals out for good: what they were is forgotten, that they were here is not."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.banks.models import Bank, BankedSignal, Dispute, Standing
from marsad.desk.banks.turning import turned
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("banks.withdraw")
def withdraw(
    bank: Bank, signals: Sequence[BankedSignal], *, by: Person, because: str
) -> list[BankedSignal]:
    """Withdraw signals of a bank: their values are emptied, their places stay."""
    keys = [signal.pk for signal in signals]
    rows = BankedSignal.objects.select_for_update().filter(bank=bank, pk__in=keys)
    standing = list(rows.exclude(standing=Standing.WITHDRAWN).order_by("pk"))
    if not standing:
        way_out = _("look at the list of what is in use")
        raise Refused(bank.code, _("there is nothing to withdraw"), way_out)
    for row in standing:
        row.standing, row.value = Standing.WITHDRAWN, ""
    BankedSignal.objects.bulk_update(standing, ["standing", "value"], batch_size=500)
    _settle(standing, by, because.strip())
    turned(standing)
    touch(*standing)
    note(count=len(standing), references=_references(standing))
    return standing


def by_references(bank: Bank, references: Sequence[str]) -> list[BankedSignal]:
    """The signals of a bank with these numbers of their list; each number must be one."""
    wanted = list(dict.fromkeys(one.strip() for one in references if one.strip()))
    rows = BankedSignal.objects.filter(bank=bank, reference__in=wanted)
    found = list(rows.exclude(standing=Standing.WITHDRAWN).order_by("pk"))
    missing = [one for one in wanted if one not in {row.reference for row in found}]
    if missing or not wanted:
        shown = ", ".join(missing[:5]) or bank.code
        way_out = _("copy the numbers as they stand in the list of the source")
        raise Refused(shown, _("is no number of a signal in use"), way_out)
    return found


def _settle(signals: Sequence[BankedSignal], by: Person, because: str) -> None:
    # What is taken out leaves no doubt that somebody still has to settle.
    open_ones = Dispute.objects.filter(signal__in=signals, settled_at__isnull=True)
    open_ones.update(
        settled_by=by,
        settled_at=timezone.now(),
        settled_because=because,
        is_upheld=True,
    )


def _references(signals: Sequence[BankedSignal]) -> list[str]:
    return sorted({one.reference for one in signals if one.reference})[:100]
