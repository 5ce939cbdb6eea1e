"""The list of briefs, and one brief with all its languages side by side."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from marsad.composing.translating import Translator
from marsad.desk.briefs.checking import Checked, doubts_of
from marsad.desk.briefs.draft import LANGUAGES
from marsad.desk.briefs.editor_reach import may_open
from marsad.desk.briefs.freeze import pages_of
from marsad.desk.briefs.listing import listing
from marsad.desk.briefs.models import Brief, BriefKind
from marsad.desk.briefs.side_by_side import comparison
from marsad.desk.briefs.standings import DRAFT, Stand, standings
from marsad.desk.briefs.translator import translator
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.errors import MarsadError


@needs("briefs.read")
@require_GET
def briefs(request: HttpRequest) -> HttpResponse:
    """List the briefs with their languages, and where each stands."""
    person: Any = request.user
    kind, stand = request.GET.get("kind", ""), request.GET.get("state", "")
    after = request.GET.get("after", "")
    said = {
        "listing": listing(person, kind=kind, stand=stand, after=after),
        "kind": kind,
        "state": stand,
        "after": after,
        "kinds": BriefKind.choices,
        "states": Stand.choices,
        "may_draft": person.may("briefs.draft"),
        "may_write": person.may("briefs.write"),
    }
    return render(request, "briefs/briefs.html", said)


def pages_for(request: HttpRequest, key: UUID) -> list[Brief]:
    """The pages of a brief, the original first; nothing is there for who may not read."""
    person: Any = request.user
    first = Brief.objects.filter(translation_key=key).first()
    pages = pages_of(first) if first else []
    if not pages or not all(may_open(person, one) for one in pages):
        raise Http404
    return pages


@needs("briefs.read")
@require_GET
def brief(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Show a brief in all its languages, block against block, with its doubts."""
    template = "comparison.html" if request.headers.get("HX-Request") else "brief.html"
    return shown(request, key, template)


def shown(
    request: HttpRequest, key: UUID, template: str = "brief.html", **more: Any
) -> HttpResponse:
    """The page of a brief, or the part of it that is checked anew."""
    person: Any = request.user
    pages = pages_for(request, key)
    checked = doubts_of(pages[0], reader=person)
    if checked.edition.marking > person.tlp:
        raise Http404
    said = {**_said(pages, checked, person), **more}
    return render(request, f"briefs/{template}", said)


def _said(pages: list[Brief], checked: Checked, person: Person) -> dict[str, Any]:
    key = pages[0].translation_key
    written = {one.language for one in pages}
    return {
        "key": key,
        "pages": pages,
        "original": pages[0],
        "checked": checked,
        "comparison": comparison(checked, pages, (get_language() or "en")[:2]),
        "standing": standings([key]).get(key, DRAFT),
        "missing": [one for one in LANGUAGES if one not in written],
        "translator": _translator(),
        "submit_address": _submit_address(key),
        "may_write": person.may("briefs.write"),
        "may_draft": person.may("briefs.draft"),
        "may_accept": person.may("briefs.accept"),
        "may_override": person.may("briefs.override"),
        "may_translate": person.may("briefs.translate"),
        "may_submit": person.may("releases.submit"),
    }


def _translator() -> Translator | None:
    """Who drafts translations; a setting that names nobody is told when it is asked."""
    try:
        return translator()
    except MarsadError:
        return None


def _submit_address(key: UUID) -> str:
    """Where a brief is put before an officer, once there is such a place."""
    try:
        return reverse("releases-submit", args=[key])
    except NoReverseMatch:
        return ""
