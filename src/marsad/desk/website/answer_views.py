"""Objections of readers at the desk: the list, one of them, and its answer."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.desk.website.answer import answer
from marsad.desk.website.appeal_forms import AnswerForm
from marsad.desk.website.models import Appeal
from marsad.errors import Refused


@needs("appeals.read")
@require_GET
def appeal_list(request: HttpRequest) -> HttpResponse:
    """Show what readers objected to, what waits before what is answered."""
    rows = Appeal.objects.select_related("release", "answered_by")
    is_open = request.GET.get("state") != "answered"
    chosen = rows.filter(answered_at__isnull=is_open)
    said = {
        "page": Paginator(chosen, 30).get_page(request.GET.get("page")),
        "is_open": is_open,
    }
    return render(request, "website/desk/appeals.html", said)


@needs("appeals.read")
@require_GET
def appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one objection and its answer."""
    return _page(request, get_object_or_404(Appeal, pk=pk), AnswerForm())


@needs("appeals.answer")
@require_POST
def answer_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an objection."""
    one = get_object_or_404(Appeal, pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, one, form, status=422)
    person: Any = request.user
    said = form.cleaned_data
    try:
        answer(
            one,
            said["words"],
            outcome=said["outcome"],
            by=person,
            because=said["because"],
        )
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _page(request, one, form, status=409)
    messages.success(request, _("Answered; the reader's address is forgotten."))
    return redirect("appeal", pk)


def _page(
    request: HttpRequest, one: Appeal, form: AnswerForm, *, status: int = 200
) -> HttpResponse:
    person: Any = request.user
    may_answer = person.may("appeals.answer") and one.answered_at is None
    said = {"appeal": one, "form": form, "may_answer": may_answer}
    return render(request, "website/desk/appeal.html", said, status=status)
