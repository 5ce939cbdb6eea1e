"""What people do to banks and signals by the forms of their pages."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marsad.desk.banks import forms
from marsad.desk.banks.change import change
from marsad.desk.banks.close import close
from marsad.desk.banks.dispute import dispute
from marsad.desk.banks.export import content_type_of, export, written
from marsad.desk.banks.models import Dispute
from marsad.desk.banks.open import open_bank
from marsad.desk.banks.settle import Outcome, settle
from marsad.desk.banks.views import (
    bank_of,
    bank_page,
    list_page,
    signal_of,
    signal_page,
)
from marsad.desk.banks.withdraw import by_references, withdraw
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused
from marsad.marking import Marking

Deed = Callable[[dict[str, Any]], object]
Page = Callable[..., HttpResponse]


@needs("banks.open")
@require_POST
def bank_open(request: HttpRequest) -> HttpResponse:
    """Open a bank."""
    form = forms.OpenForm(request.POST)
    if form.is_valid():
        said, because = form.wish, form.cleaned_data["because"]
        code = form.cleaned_data["code"]
        try:
            made = open_bank(code, by=_by(request), because=because, **said)
        except Refused as refusal:
            form.add_error(None, told(refusal))
            return list_page(request, form, status=409)
        return redirect("bank", made.pk)
    return list_page(request, form, status=422)


@needs("banks.change")
@require_POST
def bank_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a bank."""
    one, form = bank_of(request, pk), forms.ChangeForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return change(one, by=_by(request), because=said["because"], **form.wish)

    def page(**more: Any) -> HttpResponse:
        return bank_page(request, one, change_form=form, **more)

    return _done(request, form, deed, page)


@needs("banks.close")
@require_POST
def bank_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a bank for good."""
    one, form = bank_of(request, pk), forms.CloseForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return close(one, by=_by(request), because=said["because"])

    def page(**more: Any) -> HttpResponse:
        return bank_page(request, one, close_form=form, **more)

    return _done(request, form, deed, page)


@needs("banks.withdraw")
@require_POST
def bank_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw what a source takes back, by the numbers of its list."""
    one, form = bank_of(request, pk), forms.WithdrawForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        found = by_references(one, said["references"].splitlines())
        return withdraw(one, found, by=_by(request), because=said["because"])

    def page(**more: Any) -> HttpResponse:
        return bank_page(request, one, withdraw_form=form, **more)

    return _done(request, form, deed, page)


@needs("banks.export")
@require_POST
def bank_export(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand signals of a bank out as a file, as far as their marking lets them go."""
    one = bank_of(request, pk)
    form = forms.ExportForm(request.POST, bank=one)
    if not form.is_valid():
        return bank_page(request, one, status=422, export_form=form)
    said = form.cleaned_data
    try:
        rows = export(
            one,
            to=form.to,
            up_to=Marking(said["up_to"]),
            form=said["form"],
            by=_by(request),
            because=said["because"],
        )
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return bank_page(request, one, status=409, export_form=form)
    kind, ending = content_type_of(said["form"])
    file = f"marsad-bank-{one.code}-{timezone.now():%Y%m%d}.{ending}"
    return StreamingHttpResponse(
        written(rows, said["form"], one),
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )


@needs("banks.dispute")
@require_POST
def signal_dispute(request: HttpRequest, pk: int) -> HttpResponse:
    """Doubt a signal: it rests at once."""
    one, form = signal_of(request, pk), forms.DisputeForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return dispute(one, by=_by(request), because=said["because"])

    def page(**more: Any) -> HttpResponse:
        return signal_page(request, signal_of(request, pk), dispute_form=form, **more)

    return _done(request, form, deed, page)


@needs("banks.withdraw")
@require_POST
def signal_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one signal out for good."""
    one, form = signal_of(request, pk), forms.WithdrawOneForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return withdraw(one.bank, [one], by=_by(request), because=said["because"])

    def page(**more: Any) -> HttpResponse:
        return signal_page(request, signal_of(request, pk), withdraw_form=form, **more)

    return _done(request, form, deed, page)


@needs("banks.settle")
@require_POST
def dispute_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle a doubt about a signal."""
    doubt = get_object_or_404(Dispute, pk=pk)
    one, form = signal_of(request, doubt.signal_id), forms.SettleForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        outcome = Outcome(said["outcome"])
        return settle(doubt, outcome, by=_by(request), because=said["because"])

    def page(**more: Any) -> HttpResponse:
        return signal_page(request, one, settle_form=form, **more)

    return _done(request, form, deed, page)


def _done(request: HttpRequest, form: Form, deed: Deed, page: Page) -> HttpResponse:
    """Do what a form asks and come back; or show the page with what is wrong."""
    if not form.is_valid():
        return page(status=422)
    try:
        deed(form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return page(status=409)
    messages.success(request, _("It is done, and written down."))
    return redirect(*_back(request))


def _back(request: HttpRequest) -> tuple[str, int]:
    """The page that the form stood on."""
    match: Any = request.resolver_match
    key, name = match.kwargs["pk"], match.view_name
    if name == "bank-dispute-settle":
        return "bank-signal", Dispute.objects.get(pk=key).signal_id
    return ("bank-signal" if name.startswith("bank-signal") else "bank"), key


def _by(request: HttpRequest) -> Any:
    return request.user
