"""What people do with a brief beside each other: accept blocks, answer for doubts."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from marsad.desk.briefs.accept import accept
from marsad.desk.briefs.models import Brief
from marsad.desk.briefs.override import override
from marsad.desk.briefs.views import pages_for, shown
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import MarsadError, Refused


def page_in(request: HttpRequest, key: UUID, language: str) -> Brief:
    """The page of a brief in one language."""
    for one in pages_for(request, key):
        if one.language == language:
            return one
    raise Http404


def done(
    request: HttpRequest, key: UUID, words: str = "", refusal: MarsadError | None = None
) -> HttpResponse:
    """The part of the page that an act changed, or the page again."""
    if request.headers.get("HX-Request"):
        status = 422 if refusal else 200
        answer = shown(request, key, "comparison.html", refusal=refusal, done=words)
        answer.status_code = status
        return answer
    if refusal is not None:
        messages.error(request, told(refusal))
    elif words:
        messages.success(request, words)
    return redirect("brief", key)


@needs("briefs.accept")
@require_POST
def brief_accept(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """Say of blocks of a translation that they stand for the original as it is now."""
    person: Any = request.user
    page, blocks = page_in(request, key, language), request.POST.getlist("block")
    try:
        accept(page, blocks, by=person, because=_("read against the original"))
    except Refused as refusal:
        return done(request, key, refusal=refusal)
    words = ngettext(
        "%(count)s block stands for the original.",
        "%(count)s blocks stand for the original.",
        len(blocks),
    )
    return done(request, key, words % {"count": len(blocks)})


@needs("briefs.override")
@require_POST
def brief_override(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let a doubt stand, with a reason that goes into the audit trail."""
    person: Any = request.user
    page, said = pages_for(request, key)[0], request.POST
    because = said.get("because", "")
    try:
        override(page, said.get("doubt", ""), by=person, because=because)
    except Refused as refusal:
        return done(request, key, refusal=refusal)
    return done(request, key, _("You answer for it; the reason is in the audit trail."))
