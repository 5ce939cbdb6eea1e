"""Hand reports over: upload files, name addresses; and mark a document anew."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from marsad.collecting.limits import MEBIBYTE
from marsad.desk.documents.forms import MarkForm
from marsad.desk.documents.models import Document
from marsad.desk.documents.take_in import Parcel
from marsad.desk.register.intake_forms import TakeInForm, endings
from marsad.desk.register.intake_tasks import (
    address_order,
    bytes_order,
    submit_reading,
    unread,
)
from marsad.desk.register.mark import mark
from marsad.desk.safeguards.needs import needs
from marsad.desk.work.submit import Order, submit
from marsad.errors import MarsadError, Refused, Unreachable, Unreadable
from marsad.marking import Marking


@needs("documents.take_in")
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take files and addresses; what cannot be taken is told, the others are kept."""
    person: Any = request.user
    form = TakeInForm(request.POST or None, person=person)
    if request.method == "GET" or not form.is_valid():
        status = 200 if request.method == "GET" else 422
        return _form(request, form, status=status)
    try:
        orders = _orders(request, form)
    except Unreachable as trouble:
        # The store is full or away: nothing was put into the queue.
        messages.error(request, str(trouble))
        return _form(request, form, status=507)
    if not orders:
        form.add_error(None, _("Choose a file, or write an address."))
        return _form(request, form, status=422)
    label = orders[0].subject if len(orders) == 1 else _("Taken in by hand")
    submit(orders, label=label, by=person)
    told = ngettext(
        "%(count)d waits to be read.", "%(count)d wait to be read.", len(orders)
    )
    messages.success(request, told % {"count": len(orders)})
    return redirect("work")


@needs("documents.mark")
@require_POST
def mark_document(request: HttpRequest, pk: int) -> HttpResponse:
    """Set who may read a document."""
    person: Any = request.user
    one = get_object_or_404(Document.objects.visible_to(person), pk=pk)
    form = MarkForm(request.POST, person=person)
    if not form.is_valid():
        messages.error(request, _("Choose a marking and say why."))
        return redirect("document", pk)
    said = form.cleaned_data
    try:
        mark(one, Marking(said["marking"]), by=person, because=said["because"])
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The document is marked anew."))
    return redirect("document", pk)


@needs("documents.take_in")
@require_POST
def read_all_again(request: HttpRequest) -> HttpResponse:
    """Have everything read again that older readers read."""
    person: Any = request.user
    if submit_reading(by=person) is None:
        messages.success(request, _("Everything was read with the readers of today."))
    return redirect("work")


def _orders(request: HttpRequest, form: TakeInForm) -> list[Order]:
    person: Any = request.user
    said = form.cleaned_data
    because = said["because"] or _("handed over by hand")
    parcel = Parcel(
        origin="uploaded",
        marking=Marking(said["marking"]),
        source=said["source"],
        published=said["published"],
        asked_at=timezone.now(),
    )
    orders = []
    for file in request.FILES.getlist("files"):
        try:
            raw, name = _bytes_of(file)
            orders.append(bytes_order(raw, name, parcel, by=person, because=because))
        except Unreadable as fault:
            messages.error(request, str(fault))
    for address in said["addresses"]:
        try:
            orders.append(address_order(address, parcel, by=person, because=because))
        except MarsadError as fault:
            messages.error(request, str(fault))
    return orders


def _bytes_of(file: Any) -> tuple[bytes, str]:
    name = (file.name or "upload")[:300]
    largest = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if (file.size or 0) > largest:
        problem = f"is larger than {largest // MEBIBYTE} MB"
        raise Unreadable(name, problem, "split it, or take it in on the command line")
    raw = file.read()
    if not raw.strip():
        raise Unreadable(name, "is empty", "fetch or export it again")
    return raw, name


def _form(request: HttpRequest, form: TakeInForm, *, status: int) -> HttpResponse:
    shown = {
        "form": form,
        "endings": endings(),
        "largest": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MEBIBYTE,
        "unread": unread().exists(),
    }
    return render(request, "register/take_in.html", shown, status=status)
