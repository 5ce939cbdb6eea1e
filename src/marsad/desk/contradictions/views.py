"""The queue of contradictions, one of them, and what people say of them."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.contradictions.columns import COLUMNS
from marsad.desk.contradictions.models import About, Choice, Contradiction, Standing
from marsad.desk.contradictions.queue import (
    PAGE,
    card_of,
    open_for,
    seen_by,
    with_sides,
)
from marsad.desk.contradictions.reopen import reopen
from marsad.desk.contradictions.resolve import resolve
from marsad.desk.exports.hand_out import answer
from marsad.desk.safeguards.needs import needs
from marsad.errors import Refused


@needs("findings.read")
@require_GET
def contradictions(request: HttpRequest) -> HttpResponseBase:
    """List contradictions: those that are open, or those that were settled."""
    person: Any = request.user
    state = request.GET.get("state", "")
    state = state if state in Standing.values else str(Standing.OPEN)
    rows = _filtered(request, seen_by(person).filter(state=state))
    if "format" in request.GET:
        whole = with_sides(rows).order_by("-pk").iterator(500)
        return answer(request, "contradictions", COLUMNS, map(card_of, whole))
    page = list(_before(request, with_sides(rows))[: PAGE + 1])
    shown = page[:PAGE]
    context = {
        "cards": [card_of(row) for row in shown],
        "next": shown[-1].pk if len(page) > PAGE else "",
        "state": state,
        "states": Standing.choices,
        "abouts": About.choices,
        "open_count": open_for(person),
        "choices": Choice,
        "may_resolve": person.may("contradictions.resolve"),
    }
    is_part = bool(request.headers.get("HX-Request")) and "series" in request.GET
    template = "series.html" if is_part else "contradictions.html"
    return render(request, f"contradictions/{template}", context)


def _filtered(request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
    about, series = request.GET.get("about", ""), request.GET.get("series", "")
    if about in About.values:
        rows = rows.filter(about=about)
    return rows.filter(series=series) if series else rows


def _before(request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
    after = request.GET.get("after", "")
    rows = rows.filter(pk__lt=int(after)) if after.isdecimal() else rows
    return rows.order_by("-pk")


@needs("findings.read")
@require_GET
def contradiction(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one contradiction with its two sides."""
    return _one(request, _row(request, pk))


@needs("contradictions.resolve")
@require_POST
def contradiction_resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which side stands."""
    person: Any = request.user
    row, said = _row(request, pk), request.POST
    try:
        resolve(
            row,
            said.get("choice", ""),
            by=person,
            because=said.get("because", ""),
            takes_out=said.get("takes_out") == "1",
        )
    except Refused as refusal:
        return _one(request, row, refusal)
    return _done(request, pk, _("The contradiction is resolved."))


@needs("contradictions.reopen")
@require_POST
def contradiction_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a resolution back."""
    person: Any = request.user
    row = _row(request, pk)
    try:
        reopen(row, by=person, because=request.POST.get("because", ""))
    except Refused as refusal:
        return _one(request, row, refusal)
    return _done(request, pk, _("The contradiction is open again."))


def _done(request: HttpRequest, pk: int, words: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return _card(request, _row(request, pk), None)
    messages.success(request, words)
    return redirect("contradiction", pk=pk)


def _one(
    request: HttpRequest, row: Contradiction, refusal: Refused | None = None
) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return _card(request, row, refusal)
    context = _context(request, row, refusal)
    status = 409 if refusal else 200
    return render(request, "contradictions/contradiction.html", context, status=status)


def _card(
    request: HttpRequest, row: Contradiction, refusal: Refused | None
) -> HttpResponse:
    context = _context(request, row, refusal)
    return render(request, "contradictions/card.html", context)


def _context(
    request: HttpRequest, row: Contradiction, refusal: Refused | None
) -> dict[str, Any]:
    person: Any = request.user
    return {
        "card": card_of(row),
        "refusal": refusal,
        "typed": request.POST if refusal else {},
        "choices": Choice,
        "may_resolve": person.may("contradictions.resolve"),
    }


def _row(request: HttpRequest, pk: int) -> Contradiction:
    person: Any = request.user
    row: Contradiction = get_object_or_404(with_sides(seen_by(person)), pk=pk)
    return row
