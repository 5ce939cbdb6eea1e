"""The pages of documents: the list, one document with its custody, its story."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.documents.forms import MarkForm, ReinstateForm, WithdrawForm
from marsad.desk.documents.hand_out import hand_out
from marsad.desk.documents.listing import (
    LANGUAGES,
    Asked,
    documents_for,
    page_of,
    siblings_of,
)
from marsad.desk.documents.models import Document, Story
from marsad.desk.documents.reinstate import reinstate
from marsad.desk.documents.tables import COLUMNS
from marsad.desk.documents.withdraw import withdraw
from marsad.desk.exports.hand_out import answer
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.desk.sources.models import Source
from marsad.errors import MarsadError, Refused


@needs("documents.read")
@require_GET
def documents(request: HttpRequest) -> HttpResponse:
    """List documents, newest day first; as a file where ?format= asks for one."""
    person: Any = request.user
    asked = Asked.of(request.GET.dict())
    rows = documents_for(person, asked)
    if "format" in request.GET:
        rows = rows.select_related("source", "capture").iterator(2000)
        return answer(request, "documents", COLUMNS, rows)  # type: ignore[return-value]
    shown = {
        "page": page_of(rows, request.GET.get("after", "")),
        "asked": asked,
        "sources": list(Source.objects.values_list("pk", "name")),
        "languages_read": LANGUAGES,
        "may_take_in": person.may("documents.take_in"),
    }
    return render(request, "documents/documents.html", shown)


@needs("documents.read")
@require_GET
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a document: what is known of it, who had it, its story, its tombstone."""
    return _page(request, _visible(request, pk))


@needs("documents.withdraw")
@require_POST
def withdraw_document(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a document with a reason."""
    one, form, person = _visible(request, pk), WithdrawForm(request.POST), request.user
    if not form.is_valid():
        return _page(request, one, status=422, withdraw_form=form)
    try:
        withdraw(one, by=person, because=form.cleaned_data["because"])  # type: ignore[arg-type]
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("The document is withdrawn."))
    return redirect("document", pk)


@needs("documents.reinstate")
@require_POST
def reinstate_document(request: HttpRequest, pk: int) -> HttpResponse:
    """Reinstate a document with a reason."""
    one, form, person = _visible(request, pk), ReinstateForm(request.POST), request.user
    if not form.is_valid():
        return _page(request, one, status=422, reinstate_form=form)
    try:
        reinstate(one, by=person, because=form.cleaned_data["because"])  # type: ignore[arg-type]
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("The document stands again."))
    return redirect("document", pk)


@needs("documents.export")
@require_POST
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the original bytes out, always as a file and never as a page."""
    one, person = _visible(request, pk), request.user
    try:
        raw = hand_out(one, by=person, because=_("downloaded from its page"))  # type: ignore[arg-type]
    except MarsadError as fault:
        messages.error(request, str(fault))
        return redirect("document", pk)
    # What was taken in may be a page with scripts: no browser may open it as ours.
    name = quote(one.capture.name.rpartition("/")[2], safe="")
    return HttpResponse(
        raw,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        },
    )


@needs("documents.read")
@require_GET
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the reports of one event."""
    person: Any = request.user
    one = get_object_or_404(Story.objects.visible_to(person), pk=pk)
    rows = documents_for(person, Asked(story=one.pk))
    page = page_of(rows, request.GET.get("after", ""))
    return render(request, "documents/story.html", {"story": one, "page": page})


def _visible(request: HttpRequest, pk: int) -> Document:
    person: Any = request.user
    rows = Document.objects.visible_to(person).select_related(
        "source", "story", "capture"
    )
    found: Document = get_object_or_404(rows, pk=pk)
    return found


def _page(
    request: HttpRequest, one: Document, *, status: int = 200, **forms: Any
) -> HttpResponse:
    person: Any = request.user
    shown = {
        "document": one,
        "custody": list(one.custody.all()[:200]),
        "siblings": siblings_of(one, person),
        "withdraw_form": WithdrawForm(),
        "reinstate_form": ReinstateForm(),
        "mark_form": MarkForm(person=person, initial={"marking": one.marking}),
        "may": {
            name: person.may(f"documents.{name}")
            for name in ("withdraw", "reinstate", "mark", "export")
        },
        **forms,
    }
    return render(request, "documents/document.html", shown, status=status)
