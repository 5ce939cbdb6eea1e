"""The queue, the next case, what was decided, one's own exposure, how readers agree."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.banks.models import Severity
from marsad.desk.cases import agreeing, queue, sampling
from marsad.desk.cases.columns import COLUMNS
from marsad.desk.cases.draw import draw
from marsad.desk.cases.exposure import ASK_AFTER, STOP_AFTER, load_of, weeks_of
from marsad.desk.cases.hold import hold
from marsad.desk.cases.models import Stage, Verdict
from marsad.desk.cases.rest import rest
from marsad.desk.exports.hand_out import answer
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused


@needs("cases.read")
@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    """Show what waits, the gravest first."""
    person: Any = request.user
    waiting = queue.waiting_for(person)
    rows = queue.with_posts(queue.narrowed(waiting, request.GET.dict())).in_order()
    is_director = person.may("cases.reopen")
    context = {
        "page": Paginator(rows, queue.PAGE).get_page(request.GET.get("page")),
        "counts": queue.counts(waiting),
        "choices": queue.choices(person),
        "is_narrowed": any(request.GET.get(name) for name in _FILTERS),
        "is_reader": person.may("cases.decide"),
        "load": load_of(person),
        "differing": sampling.differing(person) if is_director else [],
        "now": timezone.now(),
        "asked": request.GET.urlencode(),
    }
    return render(request, "cases/cases.html", context)


_FILTERS = ("severity", "bank", "platform", "due", "stage")


@needs("cases.hold")
@require_POST
def cases_next(request: HttpRequest) -> HttpResponse:
    """Open the first case that waits for this reader and that nobody else has open."""
    person: Any = request.user
    # Between looking and opening somebody else may have been quicker.
    for _attempt in range(5):
        case = queue.next_for(person, request.POST.dict())
        if case is None:
            messages.info(request, _("Nothing waits for you."))
            return redirect("cases")
        try:
            hold(case, by=person, because="took the next one")
        except Refused:
            continue
        return redirect("case", case.pk)
    messages.warning(request, _("Others were quicker; try again."))
    return redirect("cases")


@needs("cases.read")
@require_GET
def cases_decided(request: HttpRequest) -> HttpResponseBase:
    """List decided cases, and hand them out as a file."""
    person: Any = request.user
    rows = queue.narrowed(queue.decided_for(person), request.GET.dict())
    rows = queue.with_posts(rows).order_by("-id")
    if "format" in request.GET:
        return answer(request, "cases", COLUMNS, rows.iterator(500))
    context = {
        "page": Paginator(rows, queue.PAGE).get_page(request.GET.get("page")),
        "choices": queue.choices(person),
        "severities": list(reversed(Severity.choices)),
        "stages": [(one.value, one.label) for one in Stage if not one.is_waiting],
        "is_narrowed": any(request.GET.get(name) for name in _FILTERS),
    }
    return render(request, "cases/decided.html", context)


@needs("cases.read")
@require_GET
def cases_exposure(request: HttpRequest) -> HttpResponse:
    """Show a reader how much they looked at; a director how much all did together."""
    person: Any = request.user
    is_reader = person.may("cases.look")
    context = {
        "load": load_of(person) if is_reader else None,
        "own": weeks_of(person) if is_reader else [],
        "is_reader": is_reader,
        "all": None if is_reader else weeks_of(None),
        "ask_after": ASK_AFTER,
        "stop_after": STOP_AFTER,
    }
    return render(request, "cases/exposure.html", context)


@needs("cases.rest")
@require_POST
def cases_rest(request: HttpRequest) -> HttpResponse:
    """Take a break."""
    person: Any = request.user
    try:
        rest(person, by=person, because="took a break")
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("Your break has begun: ten minutes."))
    return redirect("cases-exposure")


@needs("cases.read")
@require_GET
def cases_agreement(request: HttpRequest) -> HttpResponse:
    """Show how far readers agree, where they do not, and what second looks found."""
    person: Any = request.user
    pairs = agreeing.pairs_for(person)
    context = {
        "whole": agreeing.measured(pairs),
        "months": agreeing.by_month(pairs),
        "table": agreeing.table_of(pairs) if pairs else [],
        "verdicts": [one.label for one in Verdict],
        "missed": sampling.missed(),
        "differing": sampling.differing(person) if person.may("cases.reopen") else [],
        "may_draw": person.may("cases.draw"),
    }
    return render(request, "cases/agreement.html", context)


@needs("cases.draw")
@require_POST
def cases_draw(request: HttpRequest) -> HttpResponse:
    """Draw closed cases for another reader."""
    person: Any = request.user
    try:
        drawn = draw(by=person, because=request.POST.get("because", ""))
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        said = {"count": len(drawn)}
        messages.success(request, _("Drawn for another reader: %(count)s.") % said)
    return redirect("cases-agreement")
