"""The audit trail: read it, look at one line, check the chain, hand it out."""

import json
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marsad.desk.safeguards import stored_trail, trail
from marsad.desk.safeguards.export import WRITERS, export
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.subjects import subject_of, withheld_from
from marsad.desk.safeguards.telling import told
from marsad.desk.safeguards.trail_filters import TrailFilter, lines, page
from marsad.desk.safeguards.verify import last_check, verify
from marsad.errors import Refused

# Longer trails take longer than a browser waits; the command line has the time.
MOST_FOR_A_PAGE: Final = 100_000
_ROWS_SHOWN: Final = 200


@needs("audit.read")
def audit(request: HttpRequest) -> HttpResponse:
    """Show the trail, newest first."""
    person: Any = request.user
    form = TrailFilter(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    asked = {name: request.GET.get(name, "") for name in ("before", "after")}
    found = page(lines(said), **asked)
    shown = [
        {"record": one, "subject": subject_of(one.subject) if one.subject else None}
        for one in found.records
    ]
    where = {
        "form": form,
        "lines": shown,
        "page": found,
        "asked": form.asked(),
        "checked": last_check(),
        "forms": WRITERS,
        "can_export": person.may("audit.export"),
    }
    return render(request, "safeguards/audit.html", where)


@needs("audit.read")
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one line of the trail with all that it says."""
    found = get_object_or_404(AuditRecord, pk=pk)
    person: Any = request.user
    is_withheld = bool(withheld_from(person, [found]))
    where = {
        "record": found,
        "subject": subject_of(found.subject) if found.subject else None,
        "touched": [subject_of(name) for name in found.touched[:_ROWS_SHOWN]],
        "more_touched": max(0, len(found.touched) - _ROWS_SHOWN),
        "is_withheld": is_withheld,
        "changes": [] if is_withheld else _changes(found.details),
        "details": [] if is_withheld else _others(found.details),
        "is_as_written": trail.hash_of(found) == found.hash,
        "has_next": AuditRecord.objects.filter(pk=pk + 1).exists(),
    }
    return render(request, "safeguards/audit_record.html", where)


@needs("audit.verify")
@require_POST
def verify_trail(request: HttpRequest) -> HttpResponse:
    """Check the whole chain now."""
    last = AuditRecord.objects.order_by("-number").first()
    if last is not None and last.number > MOST_FOR_A_PAGE:
        said = _("The trail is too long for a page: run `marsad audit verify`.")
        messages.warning(request, said)
        return redirect("audit")
    found = stored_trail.check().verified
    person: Any = request.user
    verify(found, by=person, because="asked for on the page of the trail")
    if found.fault is None:
        messages.success(request, _("The chain is whole."))
    else:
        messages.error(request, _("The chain is broken."))
    return redirect("audit")


@needs("audit.export")
@require_POST
def export_trail(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Hand the lines of a filter out as a file."""
    form = TrailFilter(request.POST)
    said = form.cleaned_data if form.is_valid() else {}
    kind = request.POST.get("form", "")
    person: Any = request.user
    why = "asked for on the page of the trail"
    try:
        up_to = export(kind, asked=form.asked(), by=person, because=why)
    except Refused as refusal:
        messages.error(request, told(refusal))
        return redirect("audit")
    media, write = WRITERS[kind]
    rows = lines(said).filter(number__lte=up_to or 0).reverse()
    answer = StreamingHttpResponse(write(rows, reader=person), content_type=media)
    name = f"marsad-audit-{timezone.now():%Y%m%d-%H%M}.{kind}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _changes(details: dict[str, Any]) -> list[tuple[str, str, str, bool]]:
    before, after = details.get("before"), details.get("after")
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return []
    names = sorted(before.keys() | after.keys())
    return [
        (name, _said(before.get(name)), _said(after.get(name)),
         before.get(name) != after.get(name))
        for name in names
    ]  # fmt: skip


def _others(details: dict[str, Any]) -> list[tuple[str, str]]:
    is_table = bool(_changes(details))
    return [
        (name, _said(value))
        for name, value in details.items()
        if not (is_table and name in ("before", "after"))
    ]


def _said(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value)
    return json.dumps(value, ensure_ascii=False, indent=1)
