"""The pages of reports at the desk: the list, and one with its figures and its deeds."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.exports.drawings import as_drawing
from marsad.desk.exports.hand_out import answer, hand_out
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.desk.transparency import kept
from marsad.desk.transparency.forms import MakeForm, ReasonForm
from marsad.desk.transparency.make import make
from marsad.desk.transparency.models import Report
from marsad.desk.transparency.publish import publish
from marsad.desk.transparency.shown import shown, tidy
from marsad.desk.transparency.withdraw import withdraw
from marsad.errors import Refused

_ON_A_PAGE: Final = 30
# The picture runs nothing and asks nobody; its own style and font are inside it.


@needs("transparency.read")
@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """List the reports that were made, public or not."""
    return _list(request, MakeForm())


@needs("transparency.make")
@require_POST
def make_report(request: HttpRequest) -> HttpResponse:
    """Count a period and freeze its figures."""
    form = MakeForm(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    said = form.cleaned_data
    try:
        made = make(
            said["begins"], said["ends"], by=_by(request), because=said["because"]
        )
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _list(request, form, status=409)
    return redirect("transparency-report", made.pk)


@needs("transparency.read")
@require_GET
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one report: its tables and drawings, its files, and who did what."""
    return _page(request, get_object_or_404(Report, pk=pk))


@needs("transparency.publish")
@require_POST
def publish_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Let everybody read a report."""
    return _done(request, pk, publish, "publish", _("Everybody may read it now."))


@needs("transparency.withdraw")
@require_POST
def withdraw_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a report back."""
    return _done(request, pk, withdraw, "withdraw", _("It was taken back."))


@needs("transparency.read")
@require_GET
def report_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Hand the figures of a report out as CSV."""
    one = get_object_or_404(Report, pk=pk)
    name = f"transparency-{one.period}"
    return answer(request, name, kept.COLUMNS, tidy(one.said))


@needs("transparency.read")
@require_GET
def report_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand a report out as PDF, in the reader's language."""
    one = get_object_or_404(Report, pk=pk)
    name = f"transparency-{one.period}"
    hand_out(name, asked="", form="pdf", by=_by(request), because="printed")
    language = _language()
    file = f"marsad-{name}-{language}.pdf"
    return HttpResponse(
        kept.pdf_of(one, language),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )


@needs("transparency.read")
@require_GET
def report_chart(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Draw one chart of a report, in the reader's language."""
    one = get_object_or_404(Report, pk=pk)
    drawn = kept.drawing_of(one, name, _language())
    if drawn is None:
        raise Http404
    return as_drawing(drawn)


def _done(
    request: HttpRequest,
    pk: int,
    deed: Callable[..., Report],
    name: str,
    done: str,
) -> HttpResponse:
    one = get_object_or_404(Report, pk=pk)
    form = ReasonForm(request.POST, prefix=name)
    if not form.is_valid():
        return _page(request, one, status=422, **{f"{name}_form": form})
    try:
        deed(one, by=_by(request), because=form.cleaned_data["because"])
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _page(request, one, status=409, **{f"{name}_form": form})
    messages.success(request, done)
    return redirect("transparency-report", pk)


def _page(
    request: HttpRequest, one: Report, *, status: int = 200, **shown_forms: Any
) -> HttpResponse:
    person, said = _by(request), one.said
    drawn = kept.drawings_of(said, _language())
    known = {
        "report": one,
        "tables": [(table, drawn.get(table.key)) for table in shown(said)],
        "publish_form": ReasonForm(prefix="publish"),
        "withdraw_form": ReasonForm(prefix="withdraw"),
        "may_publish": person.may("transparency.publish") and _waits(one),
        "is_own": one.made_by_id == person.pk,
        "may_withdraw": person.may("transparency.withdraw")
        and one.withdrawn_at is None,
    }
    said_forms = known | shown_forms
    return render(request, "transparency/report.html", said_forms, status=status)


def _waits(one: Report) -> bool:
    return one.published_at is None and one.withdrawn_at is None


def _list(request: HttpRequest, form: MakeForm, *, status: int = 200) -> HttpResponse:
    rows = Report.objects.select_related("made_by", "published_by").defer("figures")
    said = {
        "leaf": Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("page")),
        "form": form,
        "may_make": _by(request).may("transparency.make"),
    }
    return render(request, "transparency/reports.html", said, status=status)


def _language() -> str:
    return (get_language() or "en")[:2]


def _by(request: HttpRequest) -> Any:
    return request.user
