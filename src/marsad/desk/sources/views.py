"""The pages of sources: the list, and one with its grade and its history."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.safeguards.acts import name_of
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.desk.sources.add import add
from marsad.desk.sources.forms import AddForm, GradeForm, ResumeForm, SuspendForm
from marsad.desk.sources.grade import grade
from marsad.desk.sources.models import Source, SourceGrade
from marsad.desk.sources.resume import resume
from marsad.desk.sources.suspend import suspend
from marsad.errors import Refused

# What of the trail is a source's own history, open to whoever reads its page.
_HISTORY: Final = (
    "sources.add", "sources.grade", "sources.suspend", "sources.resume",
)  # fmt: skip
_PAGE: Final = 100
COLUMNS: Final = (
    Column("id", lambda one: one.pk),
    Column("name", lambda one: one.name),
    Column("grade", lambda one: one.grade),
    Column("address", lambda one: one.address),
    Column("suspended_at", lambda one: one.suspended_at),
    Column("added_at", lambda one: one.added_at),
)


@needs("sources.read")
@require_GET
def sources(request: HttpRequest) -> HttpResponse:
    """List sources by name; as a file where ?format= asks for one."""
    rows = _asked(request)
    if "format" in request.GET:
        return answer(request, "sources", COLUMNS, rows.iterator(2000))  # type: ignore[return-value]
    return _list(request, rows)


@needs("sources.add")
@require_POST
def add_source(request: HttpRequest) -> HttpResponse:
    """Add a source."""
    person: Any = request.user
    form = AddForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = add(
                said["name"], said["address"], by=person, because=said["because"]
            )
        except Refused as refusal:
            form.add_error("name", told(refusal))
        else:
            return redirect("source", made.pk)
    return _list(request, _asked(request), status=422, add_form=form)


@needs("sources.read")
@require_GET
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a source: its grade and why, its latest documents."""
    return _page(request, get_object_or_404(Source, pk=pk))


@needs("sources.grade")
@require_POST
def grade_source(request: HttpRequest, pk: int) -> HttpResponse:
    """Grade a source."""
    form = GradeForm(request.POST)
    person: Any = request.user

    def deed(one: Source, said: dict[str, Any]) -> object:
        return grade(one, said["grade"], by=person, because=said["because"])

    return _do(request, pk, form, deed, grade_form=form)


@needs("sources.suspend")
@require_POST
def suspend_source(request: HttpRequest, pk: int) -> HttpResponse:
    """Suspend a source."""
    form = SuspendForm(request.POST)
    person: Any = request.user

    def deed(one: Source, said: dict[str, Any]) -> object:
        return suspend(one, by=person, because=said["because"])

    return _do(request, pk, form, deed, suspend_form=form)


@needs("sources.resume")
@require_POST
def resume_source(request: HttpRequest, pk: int) -> HttpResponse:
    """Resume a source."""
    form = ResumeForm(request.POST)
    person: Any = request.user

    def deed(one: Source, said: dict[str, Any]) -> object:
        return resume(one, by=person, because=said["because"])

    return _do(request, pk, form, deed, resume_form=form)


def _do(
    request: HttpRequest,
    pk: int,
    form: Form,
    deed: Callable[[Source, dict[str, Any]], object],
    **forms: Form,
) -> HttpResponse:
    one = get_object_or_404(Source, pk=pk)
    if not form.is_valid():
        return _page(request, one, status=422, **forms)
    try:
        deed(one, form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _page(request, one, status=409, **forms)
    messages.success(request, _("It is done, and written down."))
    return redirect("source", pk)


def _asked(request: HttpRequest) -> QuerySet[Source]:
    rows = Source.objects.order_by("name", "pk")
    words, letter = request.GET.get("q", "").strip(), request.GET.get("grade", "")
    if words:
        rows = rows.filter(name__icontains=words)
    if letter in SourceGrade.values:
        rows = rows.filter(grade=letter)
    if request.GET.get("state") == "suspended":
        rows = rows.filter(suspended_at__isnull=False)
    return rows


def _list(
    request: HttpRequest,
    rows: QuerySet[Source],
    *,
    status: int = 200,
    add_form: AddForm | None = None,
) -> HttpResponse:
    person: Any = request.user
    after = request.GET.get("after", "")
    if after:
        rows = rows.filter(name__gt=after)
    found = list(rows.annotate(last_day=_last_day(person))[: _PAGE + 1])
    shown = {
        "rows": found[:_PAGE],
        "next": found[_PAGE - 1].name if len(found) > _PAGE else "",
        "grades": SourceGrade.choices,
        "is_narrowed": any(
            request.GET.get(name) for name in ("q", "grade", "state", "after")
        ),
        "add_form": add_form or AddForm(),
        "may_add": person.may("sources.add"),
    }
    return render(request, "sources/sources.html", shown, status=status)


def _last_day(person: Any) -> Subquery:
    # The documents are above this app: they are reached by the rows that point here.
    documents: Any = Source._meta.get_field("documents").related_model
    seen = documents.objects.visible_to(person).filter(source=OuterRef("pk"))
    return Subquery(seen.order_by("-day", "-id").values("day")[:1])


def _page(
    request: HttpRequest, one: Source, *, status: int = 200, **forms: Form
) -> HttpResponse:
    person: Any = request.user
    seen: Any = one.documents.visible_to(person).filter(withdrawn_at__isnull=True)
    history = AuditRecord.objects.filter(
        subject=name_of(one), act__in=_HISTORY, outcome="done"
    )
    shown = {
        "source": one,
        "documents": list(seen.order_by("-day", "-id")[:10]),
        "history": list(history.order_by("-number")[:50]),
        "grade_form": GradeForm(initial={"grade": one.grade}),
        "suspend_form": SuspendForm(),
        "resume_form": ResumeForm(),
        "may": {
            name: person.may(f"sources.{name}")
            for name in ("grade", "suspend", "resume")
        },
        **forms,
    }
    return render(request, "sources/source.html", shown, status=status)
