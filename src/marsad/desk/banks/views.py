"""The pages of banks: the list, one bank with its signals, one signal with its history."""

from typing import Any, Final

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from marsad.desk.banks import forms
from marsad.desk.banks.columns import BANKS
from marsad.desk.banks.engine_words import fault_said
from marsad.desk.banks.listing import Asked, Measured, page_of, shown, signals_of
from marsad.desk.banks.models import (
    KINDS,
    Bank,
    BankedSignal,
    Dispute,
    Intake,
    Standing,
)
from marsad.desk.banks.reasons import is_of_text
from marsad.desk.exports.hand_out import answer
from marsad.desk.safeguards.acts import name_of
from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.desk.safeguards.needs import needs

_INTAKES: Final = 20
_FAULTS: Final = 200
_LINES: Final = 100
# A bank's own lines that name signals, looked through for one of them.
_WITH_SIGNALS: Final = ("banks.add", "banks.withdraw")
_LOOKED_THROUGH: Final = 500


@needs("banks.read")
@require_GET
def banks(request: HttpRequest) -> HttpResponseBase:
    """List banks; as a file where ?format= asks for one."""
    if "format" in request.GET:
        return answer(request, "banks", BANKS, shown(_banks(request), _by(request)))
    return list_page(request)


@needs("banks.read")
@require_GET
def bank(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one bank with its signals."""
    return bank_page(request, bank_of(request, pk))


@needs("banks.read")
@require_GET
def signal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one signal: where it comes from, how often it was right, what became of it."""
    return signal_page(request, signal_of(request, pk))


def bank_of(request: HttpRequest, pk: int) -> Bank:
    """A bank that a reader may see; 404 for what is not there and what is hidden alike."""
    found: Bank = get_object_or_404(Bank.objects.visible_to(_by(request)), pk=pk)
    return found


def signal_of(request: HttpRequest, pk: int) -> BankedSignal:
    """A signal that a reader may see, of a bank that they may see."""
    person = _by(request)
    rows = BankedSignal.objects.visible_to(person).filter(
        bank__marking__lte=person.clearance
    )
    found: BankedSignal = get_object_or_404(
        rows.select_related("bank", "person"), pk=pk
    )
    return found


def list_page(
    request: HttpRequest, form: Form | None = None, *, status: int = 200
) -> HttpResponse:
    """The list of banks, with a form that was filled in wrongly where there is one."""
    person = _by(request)
    rows = shown(_banks(request), person)
    context = {
        "rows": rows,
        "open_form": form or forms.OpenForm(),
        "may": forms.may_of(person),
        "doubts": _doubts(person),
    }
    return render(request, "banks/banks.html", context, status=status)


def bank_page(
    request: HttpRequest, one: Bank, *, status: int = 200, **more: Any
) -> HttpResponse:
    """One bank's page, with a form that was filled in wrongly where there is one."""
    person, asked = _by(request), Asked.of(request.GET)
    [counted] = shown([one], person)
    page, following = page_of(signals_of(one, person, asked), asked.after)
    context = {
        "bank": one,
        "counted": counted,
        "asked": asked,
        "page": page,
        "next": following,
        "kinds": KINDS,
        "standings": Standing.choices,
        "intakes": [_with_faults(row) for row in one.intakes.all()[:_INTAKES]],
        "doubts": _doubts(person).filter(signal__bank=one),
        "history": _history(name_of(one)),
        "may": forms.may_of(person),
        "change_form": forms.ChangeForm(bank=one),
        "close_form": forms.CloseForm(),
        "withdraw_form": forms.WithdrawForm(),
        "export_form": forms.ExportForm(bank=one),
    }
    return render(request, "banks/bank.html", context | more, status=status)


def signal_page(
    request: HttpRequest, one: BankedSignal, *, status: int = 200, **more: Any
) -> HttpResponse:
    """One signal's page, with a form that was filled in wrongly where there is one."""
    person = _by(request)
    disputes = list(one.disputes.select_related("person", "settled_by"))
    names = [name_of(one), *map(name_of, disputes)]
    same = BankedSignal.objects.visible_to(person).filter(content=one.content)
    context = {
        "signal": one,
        "measured": Measured(one.upheld, one.overturned),
        "is_of_text": is_of_text(one.kind),
        "disputes": disputes,
        "open_dispute": next((row for row in disputes if not row.settled_at), None),
        "history": sorted(
            [*_history(*names), *_of_its_bank(one)],
            key=lambda line: line.number,
            reverse=True,
        ),
        "alike": same.exclude(pk=one.pk).select_related("bank")[:_INTAKES],
        "may": forms.may_of(person),
        "dispute_form": forms.DisputeForm(),
        "settle_form": forms.SettleForm(),
        "withdraw_form": forms.WithdrawOneForm(),
    }
    return render(request, "banks/signal.html", context | more, status=status)


def _banks(request: HttpRequest) -> list[Bank]:
    return list(Bank.objects.visible_to(_by(request)).order_by("closed_at", "code"))


def _doubts(person: Person) -> Any:
    rows = Dispute.objects.filter(
        settled_at__isnull=True,
        signal__marking__lte=person.clearance,
        signal__bank__marking__lte=person.clearance,
    )
    return rows.select_related("signal__bank")


def _with_faults(intake: Intake) -> dict[str, Any]:
    faults = [fault_said(fault) for fault in intake.faults[:_FAULTS]]
    return {"row": intake, "faults": faults, "more": len(intake.faults) - len(faults)}


def _history(*subjects: str) -> list[AuditRecord]:
    rows = AuditRecord.objects.filter(subject__in=subjects, outcome="done")
    return list(rows.order_by("-number")[:_LINES])


def _of_its_bank(signal: BankedSignal) -> list[AuditRecord]:
    """What was done to its bank and touched it: that it came by hand, that it went."""
    rows = AuditRecord.objects.filter(
        subject=name_of(signal.bank), act__in=_WITH_SIGNALS, outcome="done"
    )
    name = name_of(signal)
    lines = rows.order_by("-number")[:_LOOKED_THROUGH]
    return [line for line in lines if name in line.touched]


def _by(request: HttpRequest) -> Any:
    return request.user
