"""Hand signals of a bank out, to whom their marking lets them reach and no further."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from marsad.desk.banks.columns import SIGNALS
from marsad.desk.banks.entries import entry_of
from marsad.desk.banks.models import Bank, BankedSignal
from marsad.desk.exports.tables import WRITERS
from marsad.desk.partners.models import Partner
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Audience, Marking
from marsad.matching.exchange import hma, threatexchange
from marsad.matching.exchange.lists import write_list

# Spreadsheets by our own columns; the others as systems of others read them.
_TABLES: Final = ("csv", "xlsx")
FORMS: Final = (*_TABLES, threatexchange.FORM, hma.FORM)
_CHUNK: Final = 2000


@act("banks.export")
def export(
    bank: Bank,
    *,
    to: Audience | Partner,
    up_to: Marking,
    form: str,
    by: Person,
    because: str,
) -> QuerySet[Any]:
    """Write down who takes which signals out for whom, and give them; or name the marking."""
    if form not in FORMS:
        raise Refused(form, _("is no form of a list"), ", ".join(FORMS))
    if not bank.is_open:
        problem = _("is closed, or its legal basis is over")
        raise Refused(bank.code, problem, _("nothing of it is handed out"))
    rows = BankedSignal.objects.searched().visible_to(by).filter(bank=bank)
    chosen: QuerySet[Any] = rows.filter(marking__lte=up_to).select_related("bank")
    for marking in _markings(bank, chosen):
        _refuse_above(marking, to, bank)
    count = chosen.count()
    if not count:
        way_out = _("choose a stricter marking, or another bank")
        raise Refused(bank.code, _("nothing in it is marked so"), way_out)
    note(to=_name_of(to), up_to=str(up_to), form=form, count=count)
    return chosen.order_by("pk")


def written(rows: QuerySet[Any], form: str, bank: Bank) -> Iterator[bytes]:
    """The signals as a file."""
    some = rows.iterator(_CHUNK)
    if form in _TABLES:
        yield from WRITERS[form][1](SIGNALS, some)
        return
    entries = (entry_of(row, signal) for row, signal in enumerate(some, start=1))
    yield write_list(entries, form, bank=bank.code).encode()


def content_type_of(form: str) -> tuple[str, str]:
    """What a form is called on the way, and how its file ends."""
    if form in _TABLES:
        return WRITERS[form][0], form
    return "application/json", f"{form}.json"


def _markings(bank: Bank, chosen: QuerySet[Any]) -> list[Marking]:
    found = chosen.order_by().values_list("marking", flat=True).distinct()
    return sorted({Marking(bank.marking), *map(Marking, found)}, reverse=True)


def _refuse_above(marking: Marking, to: Audience | Partner, bank: Bank) -> None:
    if isinstance(to, Partner):
        may = to.is_open and marking <= Marking(to.ceiling)
    else:
        may = marking.may_reach(to)
    if may:
        return
    problem = _("%(marking)s must not reach %(whom)s") % {
        "marking": str(marking),
        "whom": _name_of(to),
    }
    way_out = _("take out less, or hand it to a narrower circle")
    raise Refused(bank.code, problem, way_out)


def _name_of(to: Audience | Partner) -> str:
    return to.code if isinstance(to, Partner) else to.name.lower()
