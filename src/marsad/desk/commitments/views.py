"""The ledger of commitments, one of them, and what people say of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.commitments.columns import COLUMNS
from marsad.desk.commitments.evidence import suggested
from marsad.desk.commitments.ledger import (
    Asked,
    Row,
    asked_for,
    commitments_of,
    page_of,
    totals_of,
    with_states,
)
from marsad.desk.commitments.models import WORDS, Outcome, Status
from marsad.desk.commitments.reopen import reopen
from marsad.desk.commitments.settle import Evidence, settle
from marsad.desk.commitments.timeline import HEIGHT, WIDTH, months_of
from marsad.desk.documents.models import Document
from marsad.desk.exports.hand_out import answer
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.errors import Refused

_BATCH = 500


@needs("register.read")
@require_GET
def commitments(request: HttpRequest) -> HttpResponseBase:
    """List commitments: the longest due first, with their sums and a timeline."""
    person: Any = request.user
    today, asked = timezone.localdate(), _asked(request)
    every = commitments_of(person)
    rows = asked_for(every, asked, today)
    if "format" in request.GET:
        return answer(request, "commitments", COLUMNS, _all(rows, today))
    # Sums compare what was promised with what was kept, so no state is left out.
    summed = Asked(state="all", party=asked.party, since=asked.since, until=asked.until)
    context = {
        "page": page_of(rows, request.GET.get("after", ""), today),
        "asked": asked,
        "today": today,
        "states": WORDS.items(),
        "totals": totals_of(asked_for(every, summed, today)),
        "months": months_of(asked_for(every, Asked(party=asked.party), today), today),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return render(request, "commitments/commitments.html", context)


@needs("register.read")
@require_GET
def commitment(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one commitment with its history and what may show its outcome."""
    return _one(request, _entry(request, pk))


@needs("commitments.settle")
@require_POST
def commitment_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what became of a commitment."""
    person: Any = request.user
    entry, said = _entry(request, pk), request.POST
    try:
        evidence = _evidence(request, person)
        status, because = said.get("status", ""), said.get("because", "")
        settle(entry, status, evidence, by=person, because=because)
    except Refused as refusal:
        return _one(request, entry, refusal)
    messages.success(request, _("What became of the commitment is written down."))
    return redirect("commitment", pk=pk)


@needs("commitments.reopen")
@require_POST
def commitment_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was said of a commitment."""
    person: Any = request.user
    entry = _entry(request, pk)
    try:
        reopen(entry, by=person, because=request.POST.get("because", ""))
    except Refused as refusal:
        return _one(request, entry, refusal)
    messages.success(request, _("The commitment is open again."))
    return redirect("commitment", pk=pk)


def _one(
    request: HttpRequest, entry: Entry, refusal: Refused | None = None
) -> HttpResponse:
    person: Any = request.user
    [row] = with_states([entry], timezone.localdate())
    words = request.GET.get("q", "").strip()
    may_settle = person.may("commitments.settle")
    context = {
        "row": row,
        "entry": entry,
        "history": _history(entry, person),
        "statuses": [one for one in Status.choices if one[0] != Status.REOPENED],
        "suggested": suggested(entry, person, words) if may_settle else [],
        "may_settle": may_settle,
        "refusal": refusal,
        "typed": request.POST if refusal else {},
    }
    status = 409 if refusal else 200
    return render(request, "commitments/commitment.html", context, status=status)


def _history(entry: Entry, person: Person) -> list[dict[str, Any]]:
    """Every word on a commitment, with that of its evidence which this person may see."""
    rows = Outcome.objects.filter(entry=entry).select_related("by", "undoes")
    entries = Entry.objects.visible_to(person).filter(shows__entry=entry)
    seen = {one.pk: one for one in entries}
    cited = rows.values("document")
    documents = Document.objects.visible_to(person).filter(pk__in=cited)
    read = {one.pk: one for one in documents.filter(withdrawn_at=None)}
    return [
        {
            "outcome": one,
            "evidence": seen.get(one.evidence_id or 0),
            "document": read.get(one.document_id or 0),
        }
        for one in rows
    ]


def _evidence(request: HttpRequest, person: Person) -> Evidence:
    said = request.POST
    entry = document = None
    if chosen := _number(said.get("evidence")):
        entry = get_object_or_404(Entry.objects.visible_to(person), pk=chosen)
    if chosen := _number(said.get("document")):
        rows = Document.objects.visible_to(person)
        document = get_object_or_404(rows, pk=chosen, withdrawn_at=None)
    return Evidence(
        entry=entry,
        document=document,
        quote=said.get("quote", ""),
        address=said.get("address", "").strip(),
    )


def _asked(request: HttpRequest) -> Asked:
    said = request.GET
    return Asked(
        state=said.get("state", ""),
        party=said.get("party", "").strip(),
        since=_day(said.get("since", "")),
        until=_day(said.get("until", "")),
    )


def _all(rows: QuerySet[Any], today: date) -> Iterator[Row]:
    """Every row, some hundred at a time, in the order of the register."""
    last = 0
    while True:
        ordered = rows.filter(pk__gt=last).order_by("pk")
        part = list(ordered.prefetch_related("citations__document")[:_BATCH])
        if not part:
            return
        yield from with_states(part, today)
        last = part[-1].pk


def _entry(request: HttpRequest, pk: int) -> Entry:
    person: Any = request.user
    rows = commitments_of(person).select_related("actor__entity")
    entry: Entry = get_object_or_404(
        rows.prefetch_related("citations__document"), pk=pk
    )
    return entry


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() else None
