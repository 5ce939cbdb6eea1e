"""Pictures of a case: blurred for all who read cases, clear for who asked just now."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from marsad.desk.cases import stills
from marsad.desk.cases.capture import kind_of
from marsad.desk.cases.exposure import may_show
from marsad.desk.cases.models import Capture, Case
from marsad.desk.originals import media
from marsad.desk.posts.models import Medium
from marsad.desk.safeguards.needs import needs
from marsad.errors import Unreadable

# A picture is for this reader and this moment: nothing keeps it.
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}


@needs("cases.read")
@require_GET
def case_blurred(request: HttpRequest, pk: int, medium: int) -> HttpResponse:
    """Answer with a grey blur of a picture or film."""
    _, one = _found(request, pk, medium)
    return _drawn(stills.blurred(one.sha256, one.kind))


@needs("cases.look")
@require_GET
def case_medium(request: HttpRequest, pk: int, medium: int) -> HttpResponse:
    """Answer with a picture, or the stills of a film, to who asked a short while ago."""
    case, one = _found(request, pk, medium)
    person: Any = request.user
    if not may_show(person, case, one):
        said = _("Ask to see it on the page of its case.")
        return HttpResponse(said, status=409, headers=_HEADERS)
    try:
        return _drawn(stills.clear(one.sha256, one.kind))
    except Unreadable:
        return _drawn(stills.blurred(one.sha256, one.kind))


@needs("cases.read")
@require_GET
def case_attached(request: HttpRequest, pk: int, capture: int) -> HttpResponse:
    """Hand out what a person attached to a case; it is saved, never shown."""
    person: Any = request.user
    case = get_object_or_404(Case.objects.visible_to(person), pk=pk)
    row = get_object_or_404(Capture.objects.exclude(attached=""), pk=capture, case=case)
    try:
        raw = media.open(row.attached)
    except Unreadable as lost:
        raise Http404(_("It is not kept any more.")) from lost
    name = f"case-{case.pk}-{row.attached[:12]}"
    kept = {"Content-Disposition": f'attachment; filename="{name}"'}
    kind = kind_of(raw) or "application/octet-stream"
    return HttpResponse(raw, content_type=kind, headers=_HEADERS | kept)


def _found(request: HttpRequest, pk: int, medium: int) -> tuple[Case, Medium]:
    person: Any = request.user
    case = get_object_or_404(Case.objects.visible_to(person), pk=pk)
    rows = Medium.objects.filter(post__matches__case=case).distinct()
    return case, get_object_or_404(rows, pk=medium)


def _drawn(raw: bytes) -> HttpResponse:
    return HttpResponse(raw, content_type=stills.CONTENT_TYPE, headers=_HEADERS)
