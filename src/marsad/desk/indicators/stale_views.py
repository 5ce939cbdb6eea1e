"""The queue of figures past their expiry: renew, replace or retract each."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.indicators.assign import assign
from marsad.desk.indicators.lists import replacements
from marsad.desk.indicators.lists import stale as stale_rows
from marsad.desk.indicators.models import Indicator
from marsad.desk.indicators.renew import renew
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import Entry, Finding
from marsad.desk.register.retract import retract
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

# Nobody works through more in one go; what is done leaves the queue.
_MOST = 20


@needs("register.read")
@require_GET
def stale(request: HttpRequest) -> HttpResponse:
    """List the series whose latest value has expired."""
    return _queue(request)


@needs("indicators.renew")
@require_POST
def stale_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Renew an expired figure, replace it by a proposal, or retract it."""
    person: Any = request.user
    entry = get_object_or_404(Entry.objects.visible_to(person), pk=pk)
    try:
        done = _decide(request, entry, person)
    except Refused as refusal:
        return _queue(request, refusal, pk)
    messages.success(request, done)
    return redirect("stale")


def _decide(request: HttpRequest, entry: Entry, person: Person) -> str:
    said = request.POST
    because, version = said.get("because", ""), _number(said.get("version"))
    match said.get("deed"):
        case "renew":
            until = _day(said.get("until", ""))
            renew(entry, until, by=person, because=because, version=version)
            return _("The figure holds until the day that you gave.")
        case "retract":
            retract(entry, by=person, because=because, version=version)
            return _("The figure is retracted.")
        case "replace":
            rows = Finding.objects.visible_to(person).filter(series=entry.series)
            finding = get_object_or_404(rows, pk=_number(said.get("finding")) or 0)
            confirm([finding], by=person, because=because)
            return _("The newer figure is confirmed.")
    raise Refused(entry.words[:40], _("nothing was chosen"), _("choose what to do"))


@needs("indicators.assign")
@require_POST
def indicator_assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Move an entry of this series to another, or to none."""
    person: Any = request.user
    rows = Indicator.objects.seen_by(person)
    row, said = get_object_or_404(rows, pk=pk), request.POST
    # The form says which version of the entry was seen: 12.3 is entry 12, version 3.
    number, _dot, version = said.get("entry", "").partition(".")
    entries = Entry.objects.visible_to(person).filter(series=row.key)
    entry = get_object_or_404(entries, pk=_number(number) or 0)
    chosen = _number(said.get("indicator"))
    to = get_object_or_404(rows, pk=chosen) if chosen else None
    because = said.get("because", "")
    try:
        assign(entry, to, by=person, because=because, version=_number(version))
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("The figure is in its new series."))
    return redirect("indicator", pk=pk)


def _queue(
    request: HttpRequest, refusal: Refused | None = None, at: int | None = None
) -> HttpResponse:
    person: Any = request.user
    today = timezone.localdate()
    rows = stale_rows(person, today)
    shown = [
        {
            "row": row,
            "newer": replacements(row.indicator.key, row.latest.day, person),
            "typed": request.POST if row.latest.pk == at else {},
            "refusal": refusal if row.latest.pk == at else None,
        }
        for row in rows[:_MOST]
        if row.latest
    ]
    context = {
        "rows": shown,
        "more": max(0, len(rows) - _MOST),
        "today": today,
        "may_renew": person.may("indicators.renew"),
        "may_retract": person.may("register.retract"),
    }
    status = 409 if refusal else 200
    return render(request, "indicators/stale.html", context, status=status)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refused(
            written or "—", _("is no day"), _("choose the day until which it holds")
        ) from None


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() else None
