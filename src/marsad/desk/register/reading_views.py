"""The reading desk: a document beside what the readers saw in it, and the decisions."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.documents.models import Document
from marsad.desk.register import orders
from marsad.desk.register.correct import correct
from marsad.desk.register.forms import units
from marsad.desk.register.keyset import page_by_day
from marsad.desk.register.marked import SIGNS, marked
from marsad.desk.register.models import ENTERED, Finding, Kind, Status
from marsad.desk.register.rows import Desk, Row, progress_of
from marsad.desk.register.waiting import next_after, waiting_for
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

_FILTERS = ("kind", "status", "order")
# As they stand in the text; what is surest first, or what is least sure.
_ORDERS = ("text", "sure", "unsure")
_SHOWN = {
    "open": (Status.PROPOSED,),
    "decided": (Status.CONFIRMED, Status.REJECTED),
    "confirmed": (Status.CONFIRMED,),
    "rejected": (Status.REJECTED,),
}


@needs("findings.read")
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """List the documents that wait for decisions, the newest first."""
    person: Any = request.user
    rows = waiting_for(person).select_related("source")
    language = request.GET.get("language", "")
    if language:
        rows = rows.filter(language=language)
    page = page_by_day(rows, request.GET.get("after", ""))
    shown = {"page": page, "language": language}
    return render(request, "register/waiting.html", shown)


@needs("findings.read")
@require_GET
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a document with its findings, to decide on them."""
    document = _document(request, pk)
    if document.withdrawn_at:
        return render(request, "register/withdrawn.html", {"document": document})
    desk = _desk(request, document)
    rows = desk.rows(_filtered(request, desk.findings))
    editing = request.GET.get("edit", "")
    for row in rows:
        if editing == str(row.finding.pk) and row.is_open:
            row.form = desk.form(row.finding)
    following = next_after(document, desk.person)
    shown = _around(document, desk) | {
        "rows": rows,
        "text": marked(desk.text, desk.findings),
        "next": following,
        "asked_kind": request.GET.get("kind", ""),
        "asked_status": request.GET.get("status", ""),
        "asked_order": request.GET.get("order", ""),
        "kinds": [(kind, kind.label, SIGNS[kind]) for kind in ENTERED],
        "mentions": [(k, k.label, SIGNS[k]) for k in Kind if k not in ENTERED],
        "why_not": orders.WHY_NOT,
    }
    return render(request, "register/read.html", shown)


@needs("findings.read")
@require_GET
def read_next(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on to the next document that waits."""
    person: Any = request.user
    following = next_after(_document(request, pk), person)
    if following is None:
        messages.success(request, _("No other document waits for a decision."))
        return redirect("waiting")
    return redirect("read", following.pk)


@needs("register.confirm")
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry out what was ordered, and answer with the rows that it changed."""
    document = _document(request, pk)
    person: Any = request.user
    problem, touched = "", set[int]()
    try:
        order = orders.order_of(request.POST, document, person)
        touched = {one.pk for one in order.findings}
        touched |= orders.carry_out(order, document, person)
    except Refused as refusal:
        problem = told(refusal)
    if not request.htmx:  # type: ignore[attr-defined]
        return _back(request, document, touched, problem)
    return _changed(request, document, touched, problem)


@needs("findings.read")
@require_GET
def row(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    """Show one row again as it is now, as after a look at its form."""
    document = _document(request, pk)
    if not request.htmx:  # type: ignore[attr-defined]
        return _back(request, document, {finding}, "")
    return _changed(request, document, {finding}, "")


@needs("register.correct")
def edit(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    """Show the form in which a finding is corrected, and enter what was typed."""
    document = _document(request, pk)
    desk = _desk(request, document, only={finding})
    found = _finding(desk, finding)
    form = desk.form(found, request.POST if request.method == "POST" else None)
    problem = ""
    if form.is_bound and form.is_valid():
        try:
            correct(
                found,
                form.now(),
                by=desk.person,
                because=form.reason(),
                actor=form.actor(),
            )
        except Refused as refusal:
            problem = told(refusal)
        else:
            if not request.htmx:  # type: ignore[attr-defined]
                return _back(request, document, {finding}, "")
            return _changed(request, document, {finding}, "")
    [one] = desk.rows([found])
    one.form, one.problem = form, problem
    if request.htmx:  # type: ignore[attr-defined]
        return _answer(request, document, desk, [one])
    return _page_with(request, document, desk, one)


def _page_with(
    request: HttpRequest, document: Document, desk: Desk, one: Row
) -> HttpResponse:
    """The form by itself with the words it is about, for a browser without scripts."""
    shown = _around(document, desk) | {"row": one}
    return render(request, "register/edit.html", shown)


def _document(request: HttpRequest, pk: int) -> Document:
    rows = Document.objects.visible_to(request.user).select_related("source")  # type: ignore[arg-type]
    document: Document = get_object_or_404(rows, pk=pk)
    return document


def _desk(
    request: HttpRequest, document: Document, *, only: set[int] | None = None
) -> Desk:
    if document.withdrawn_at:
        raise Refused(_("the document"), _("was withdrawn"))
    person: Any = request.user
    return Desk.of(document, person, only=only)


def _finding(desk: Desk, pk: int) -> Finding:
    for one in desk.findings:
        if one.pk == pk and one.kind in ENTERED:
            return one
    raise Http404


def _filtered(request: HttpRequest, findings: Iterable[Finding]) -> list[Finding]:
    kind, status = request.GET.get("kind", ""), request.GET.get("status", "")
    wanted = (kind,) if kind in Kind.values else ENTERED
    chosen = [
        one
        for one in findings
        if one.kind in wanted and (status not in _SHOWN or one.status in _SHOWN[status])
    ]
    order = request.GET.get("order", "")
    if order in _ORDERS[1:]:
        chosen.sort(key=lambda one: one.score, reverse=order == "sure")
    return chosen


def _around(document: Document, desk: Desk) -> dict[str, Any]:
    return {
        "document": document,
        "progress": progress_of(document),
        "units": units(),
        "names": desk.form_names(),
        "may_merge": desk.person.may("register.merge"),
    }


def _changed(
    request: HttpRequest, document: Document, touched: set[int], problem: str
) -> HttpResponse:
    """The rows that changed, the counts, and what went wrong."""
    desk = _desk(request, document, only=touched)
    rows = desk.rows(desk.findings)
    if problem and rows:
        for one in rows:
            one.problem = problem if len(rows) == 1 or not one.is_open else ""
    return _answer(request, document, desk, rows, problem if len(rows) != 1 else "")


def _answer(
    request: HttpRequest,
    document: Document,
    desk: Desk,
    rows: list[Row],
    problem: str = "",
) -> HttpResponse:
    shown = {
        "document": document,
        "progress": progress_of(document),
        "rows": rows,
        "problem": problem,
        "may_merge": desk.person.may("register.merge"),
    }
    return render(request, "register/changed.html", shown)


def _back(
    request: HttpRequest, document: Document, touched: set[int], problem: str
) -> HttpResponse:
    if problem:
        messages.error(request, problem)
    elif touched:
        messages.success(request, _("It is written down."))
    filters = QueryDict(request.POST.get("filters", ""), mutable=True)
    kept = urlencode(
        [(name, str(filters[name])) for name in _FILTERS if name in filters]
    )
    place = f"#finding-{min(touched)}" if touched else ""
    return redirect(f"{reverse('read', args=[document.pk])}?{kept}{place}")
