"""How signals come into a bank by hand: one by one, or as a list with its faults named."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marsad.desk.banks import forms
from marsad.desk.banks.add import add
from marsad.desk.banks.engine_words import told_here
from marsad.desk.banks.file_hashes import hashes_of, read_list_of, read_whole
from marsad.desk.banks.models import Bank
from marsad.desk.banks.signs import Sign
from marsad.desk.banks.take_in import Looked, look_at, take_in
from marsad.desk.banks.views import bank_of
from marsad.desk.safeguards.needs import needs
from marsad.errors import MarsadError
from marsad.marking import Marking
from marsad.matching.kinds import KINDS

_SHOWN = 200


@needs("banks.add")
def bank_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add one sign of known content to a bank."""
    one = bank_of(request, pk)
    if request.method != "POST":
        return _add_page(request, one, forms.AddForm())
    form = forms.AddForm(request.POST, request.FILES)
    if not form.is_valid():
        return _add_page(request, one, form, status=422)
    said = form.cleaned_data
    try:
        made = add(one, _signs(said), by=_by(request), because=said["because"])
    except MarsadError as refusal:
        form.add_error(None, told_here(refusal))
        return _add_page(request, one, form, status=409)
    messages.success(request, _("It is done, and written down."))
    return redirect("bank-signal", made[0].pk)


@needs("banks.take_in")
def bank_take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a list into a bank; look first what would be taken and what is wrong."""
    one = bank_of(request, pk)
    if request.method != "POST":
        return _take_in_page(request, one, forms.TakeInForm())
    form = forms.TakeInForm(request.POST, request.FILES)
    is_look = "look" in request.POST
    if is_look:
        form.fields["because"].required = False
    if not form.is_valid():
        return _take_in_page(request, one, form, status=422)
    said = form.cleaned_data
    word = said["provenance"]
    try:
        raw = read_list_of(said["file"])
        if is_look:
            looked = look_at(one, raw, provenance=word, by=_by(request))
            return _take_in_page(request, one, form, looked)
        made = take_in(
            one, raw, provenance=word, by=_by(request), because=said["because"]
        )
    except MarsadError as refusal:
        form.add_error(None, told_here(refusal))
        return _take_in_page(request, one, form, status=409)
    _tell(request, made.new, made.known, made.refused)
    return redirect(f"{reverse('bank', args=[one.pk])}#intake-{made.pk}")


def _tell(request: HttpRequest, new: int, known: int, refused: int) -> None:
    said = _("Taken in: %(new)s new, %(known)s known already.") % {
        "new": new,
        "known": known,
    }
    if not refused:
        messages.success(request, said)
        return
    wrong = ngettext(
        "%(count)s row was not taken; it is named below.",
        "%(count)s rows were not taken; they are named below.",
        refused,
    ) % {"count": refused}
    messages.warning(request, f"{said} {wrong}")


def _signs(said: dict[str, Any]) -> list[Sign]:
    marking = said["marking"]
    more = {
        **{name: said[name] for name in ("title", "provenance", "reference")},
        **{name: said[name] for name in ("severity", "until")},
        "marking": None if marking is None else Marking(marking),
    }
    if not said["file"]:
        return [Sign(said["kind"], said["value"], **more)]
    known = {kind.kind for kind in KINDS}
    hashes = hashes_of(read_whole(said["file"]))
    return [
        Sign(kind.value, value, **more)
        for kind, value in hashes.items()
        if kind in known
    ]


def _add_page(
    request: HttpRequest, one: Bank, form: forms.AddForm, *, status: int = 200
) -> HttpResponse:
    context = {"bank": one, "form": form}
    return render(request, "banks/add.html", context, status=status)


def _take_in_page(
    request: HttpRequest,
    one: Bank,
    form: forms.TakeInForm,
    looked: Looked | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {"bank": one, "form": form, "looked": looked, "most": _SHOWN}
    is_part = bool(request.headers.get("HX-Request")) and "look" in request.POST
    template = "looked.html" if is_part else "take_in.html"
    # htmx shows nothing of an answer that is a fault.
    return render(
        request, f"banks/{template}", context, status=200 if is_part else status
    )


def _by(request: HttpRequest) -> Any:
    return request.user
