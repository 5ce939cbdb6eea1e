"""What people do with an entry: grade, correct, merge, retract, and take back."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.register.changes import DEEDS
from marsad.desk.register.correct import correct
from marsad.desk.register.deeds_forms import GradeForm, MergeForm, ReasonForm
from marsad.desk.register.entry_views import (
    back_to,
    entry_page,
    fields_form,
    visible_entry,
)
from marsad.desk.register.grade import grade
from marsad.desk.register.keyset import PAGE
from marsad.desk.register.merge import merge
from marsad.desk.register.models import Decision, Entry, Finding
from marsad.desk.register.retract import retract
from marsad.desk.register.undo import undo
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused


@needs("register.grade")
@require_POST
def grade_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Set both grades of an entry."""
    one, person = visible_entry(request, pk), _person(request)
    form = GradeForm(request.POST)
    if not form.is_valid():
        return entry_page(request, pk, status=422, grade_form=form)
    said = form.cleaned_data
    because = said["because"] or _("Graded by its sources.")

    def deed() -> Entry:
        return grade(
            one,
            said["source"],
            said["information"],
            by=person,
            because=because,
            version=_version(request),
        )

    return _done(request, pk, deed, grade_form=form)


@needs("register.correct")
@require_POST
def correct_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an entry other fields."""
    one, person = visible_entry(request, pk), _person(request)
    form = fields_form(one, person, request.POST)
    if not form.is_valid():
        return entry_page(request, pk, status=422, form=form)

    def deed() -> Entry:
        return correct(
            one,
            form.now(),
            by=person,
            because=form.reason(),
            actor=form.actor(),
            version=_version(request),
        )

    return _done(request, pk, deed, form=form)


@needs("register.retract")
@require_POST
def retract_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that an entry no longer holds."""
    one, person = visible_entry(request, pk), _person(request)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return entry_page(request, pk, status=422, retract_form=form)
    because = form.cleaned_data["because"]

    def deed() -> Entry:
        return retract(one, by=person, because=because, version=_version(request))

    return _done(request, pk, deed, retract_form=form)


@needs("register.merge")
@require_POST
def merge_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Merge an entry into another that says the same."""
    one, person = visible_entry(request, pk), _person(request)
    form = MergeForm(request.POST)
    if not form.is_valid():
        return entry_page(request, pk, status=422, merge_form=form)
    visible: Any = Entry.objects.visible_to(person)
    into = visible.filter(pk=form.cleaned_data["into"]).first()
    if into is None:
        form.add_error("into", _("There is no entry with this number."))
        return entry_page(request, pk, status=422, merge_form=form)
    because = form.cleaned_data["because"] or _("Both say the same.")

    def deed() -> Entry:
        return merge(one, into, by=person, because=because)

    return _done(request, pk, deed, merge_form=form)


@needs("account.use")
@require_GET
def decisions(request: HttpRequest) -> HttpResponse:
    """List a person's own decisions, the latest first."""
    person = _person(request)
    rows = person.decisions.order_by("-pk")
    after = request.GET.get("after", "")
    if after.isascii() and after.isdigit():
        rows = rows.filter(pk__lt=int(after))
    found = list(
        rows.select_related("undone_by", "undoes").prefetch_related(
            "versions__entry", "finding_changes__finding__document"
        )[: PAGE + 1]
    )
    lines = _told(found[:PAGE], person)
    following = str(found[PAGE - 1].pk) if len(found) > PAGE else ""
    page = {"next": following, "is_first": not after}
    return render(request, "register/decisions.html", {"lines": lines, "page": page})


def _told(decisions: Sequence[Decision], person: Any) -> list[dict[str, Any]]:
    """Decisions with those of their findings and entries that a person may see."""
    findings = Finding.objects.visible_to(person).filter(
        changes__decision__in=decisions, document__withdrawn_at__isnull=True
    )
    entries = Entry.objects.visible_to(person).filter(versions__decision__in=decisions)
    seen = set(findings.values_list("pk", flat=True))
    known = set(entries.values_list("pk", flat=True))
    return [
        {
            "decision": one,
            "deed": DEEDS.get(one.act, one.act),
            "is_undone": hasattr(one, "undone_by"),
            "findings": [
                change.finding
                for change in one.finding_changes.all()
                if change.finding_id in seen
            ],
            "entries": [
                version.entry
                for version in one.versions.all()
                if version.entry_id in known
            ],
        }
        for one in decisions
    ]


@needs("register.undo")
@require_POST
def undo_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a decision back."""
    person = _person(request)
    decision = get_object_or_404(Decision, pk=pk)
    if _hides(decision, person):
        raise Http404
    because = request.POST.get("because", "").strip() or _("Taken back.")
    try:
        undo(decision, by=person, because=because)
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("It is taken back."))
    return redirect(_next(request))


def _hides(decision: Decision, person: Any) -> bool:
    """Whether a decision is about something that this person may not see."""
    entries = Entry.objects.filter(versions__decision=decision)
    findings = Finding.objects.filter(changes__decision=decision)
    hidden = (
        entries.exclude(pk__in=Entry.objects.visible_to(person)),
        findings.exclude(pk__in=Finding.objects.visible_to(person)),
    )
    return any(rows.exists() for rows in hidden)


def _done(
    request: HttpRequest, pk: int, deed: Callable[[], Entry], **form: Any
) -> HttpResponse:
    """Do it and show the entry; where it is refused, say so beside the form."""
    try:
        one = deed()
    except Refused as refusal:
        [said] = form.values()
        said.add_error(None, told(refusal))
        return entry_page(request, pk, status=409, **form)
    messages.success(request, _("It is written down."))
    return back_to(one)


def _version(request: HttpRequest) -> int | None:
    written = str(request.POST.get("version", ""))
    return int(written) if written.isascii() and written.isdigit() else None


def _person(request: HttpRequest) -> Any:
    return request.user


def _next(request: HttpRequest) -> str:
    asked = str(request.POST.get("next", ""))
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if asked and is_ours else "decisions"
