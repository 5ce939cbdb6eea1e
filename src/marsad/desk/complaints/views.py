"""The pages of appeals: what waits, what was answered, and one with its answer."""

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.cases.models import Case, Stage
from marsad.desk.cases.standing import all_readings, readings_for
from marsad.desk.complaints.answer import SHORTEST, answer
from marsad.desk.complaints.forms import AnswerForm
from marsad.desk.complaints.models import Complaint
from marsad.desk.complaints.strangers import is_stranger
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

_ON_A_PAGE: Final = 30


@needs("complaints.read")
@require_GET
def complaints(request: HttpRequest) -> HttpResponse:
    """Show what waits for an answer, what is due first before the others."""
    person = _by(request)
    rows = Complaint.objects.visible_to(person).select_related("case", "answered_by")
    is_open = request.GET.get("state") != "answered"
    answered = rows.filter(answered_at__isnull=False).order_by("-answered_at", "-id")
    chosen = rows.waiting() if is_open else answered
    leaf = Paginator(chosen, _ON_A_PAGE).get_page(request.GET.get("page"))
    # Who took part learns so in the list, not after having read it all.
    shown = [
        {"complaint": one, "is_mine": is_open and is_stranger(person, one)}
        for one in leaf
    ]
    said = {"leaf": leaf, "rows": shown, "is_open": is_open}
    return render(request, "complaints/complaints.html", said)


@needs("complaints.read")
@require_GET
def complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one appeal with what it is about, and its answer."""
    one = _one(request, pk)
    return _page(request, one, AnswerForm(complaint=one))


@needs("complaints.answer")
@require_POST
def answer_complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an appeal."""
    one = _one(request, pk)
    form = AnswerForm(request.POST, complaint=one)
    if not form.is_valid():
        return _page(request, one, form, status=422)
    said = form.cleaned_data
    try:
        answer(
            one,
            said["words"],
            outcome=said["outcome"],
            by=_by(request),
            because=said["because"],
        )
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _page(request, one, form, status=409)
    messages.success(request, _("Answered; the writer's address is forgotten."))
    return redirect("complaint", pk)


def _page(
    request: HttpRequest, one: Complaint, form: AnswerForm, *, status: int = 200
) -> HttpResponse:
    person = _by(request)
    stranger = is_stranger(person, one)
    may_answer = (
        person.may("complaints.answer") and one.answered_at is None and stranger
    )
    said = {
        "complaint": one,
        "form": form,
        "is_stranger": stranger,
        "may_answer": may_answer,
        "shortest": SHORTEST,
        "cases": [
            _told(one, case, person, may_answer=may_answer)
            for case in one.cases().visible_to(person)
        ],
    }
    return render(request, "complaints/complaint.html", said, status=status)


def _told(
    one: Complaint, case: Case, person: Person, *, may_answer: bool
) -> dict[str, Any]:
    """A case as somebody sees it who judges it: no words of posts, which its page blurs.

    Whoever answers sees what readers found, and so reads the case no more: to answer is
    to take part.
    """
    rows = case.matches.select_related("post", "signal__bank").order_by("id")
    # The post that the appeal is about stands before those beside which it was referred.
    matches = sorted(rows, key=lambda match: match.post_id != one.post_id)
    return {
        "case": case,
        "address": _address("case", case.pk),
        "readings": all_readings(case) if may_answer else readings_for(case, person),
        "is_waiting": Stage(case.stage).is_waiting,
        "matches": matches,
        "referrals": list(case.referrals.select_related("platform").order_by("pk")),
    }


def _address(name: str, pk: int) -> str:
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""


def _one(request: HttpRequest, pk: int) -> Complaint:
    return get_object_or_404(Complaint.objects.visible_to(_by(request)), pk=pk)


def _by(request: HttpRequest) -> Any:
    return request.user
