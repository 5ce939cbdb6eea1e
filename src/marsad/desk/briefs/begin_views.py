"""Begin a brief: say what is wanted, see what the register proposes, choose from it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from marsad.composing.proposal import Proposal
from marsad.desk.briefs.begin_forms import TitlesForm, WantedForm, at_first
from marsad.desk.briefs.begin_language import begin_language
from marsad.desk.briefs.bodies import versions_of
from marsad.desk.briefs.draft import Beginning, draft
from marsad.desk.briefs.models import Brief, BriefKind
from marsad.desk.briefs.proposing import Look, look_of, proposal
from marsad.desk.briefs.views import pages_for
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused


@needs("briefs.draft")
@require_http_methods(["GET", "POST"])
def brief_begin(request: HttpRequest) -> HttpResponse:
    """Show what the register proposes for a brief, and begin it with what was chosen."""
    asked = request.POST if request.method == "POST" else request.GET
    form = WantedForm(asked if "kind" in asked else at_first())
    if not form.is_valid():
        return _page(request, {"form": form}, status=422)
    person: Any = request.user
    look = look_of(form.wanted, form.cleaned_data["since"])
    proposed = proposal(look, person)
    if request.method == "GET":
        titles = TitlesForm(look.wanted)
        return _page(request, _said(form, titles, look, proposed))
    titles = TitlesForm(look.wanted, request.POST)
    if not titles.is_valid():
        said = _said(form, titles, look, proposed, set(request.POST.getlist("take")))
        return _page(request, said, status=422)
    brief = _begun(request, form, titles, proposed)
    messages.success(request, _("The brief was begun; nothing of it has gone out."))
    return redirect("brief", brief.translation_key)


def _begun(
    request: HttpRequest, form: WantedForm, titles: TitlesForm, proposed: Proposal
) -> Brief:
    person: Any = request.user
    languages, as_of = form.languages, form.cleaned_data["as_of"]
    taken = set(request.POST.getlist("take"))
    versions = versions_of(proposed, taken, titles.titles, as_of)
    beginning = Beginning(
        title=titles.titles[languages[0]],
        kind=BriefKind(form.cleaned_data["kind"]),
        as_of=as_of,
        audience=form.wanted.audience,
        languages=languages,
        place=form.cleaned_data["place"],
        topics=titles.cleaned_data["topics"],
        body=versions[languages[0]].body,
        versions=versions,
    )
    return draft(beginning, by=person, because=_("begun from the register"))


def _said(
    form: WantedForm,
    titles: TitlesForm,
    look: Look,
    proposed: Proposal,
    taken: set[str] | None = None,
) -> dict[str, Any]:
    blocks = [one for section in proposed.sections for one in section.blocks]
    return {
        "form": form,
        "titles": titles,
        "look": look,
        "in_languages": form.languages,
        "proposal": proposed,
        "taken": {one.key for one in blocks if one.is_ticked}
        if taken is None
        else taken,
        "count": len(blocks),
    }


def _page(
    request: HttpRequest, said: dict[str, Any], status: int = 200
) -> HttpResponse:
    is_part = request.headers.get("HX-Request") and request.method == "GET"
    template = "outline.html" if is_part else "begin.html"
    return render(request, f"briefs/{template}", said, status=status)


@needs("briefs.draft")
@require_POST
def brief_begin_language(request: HttpRequest, key: UUID) -> HttpResponse:
    """Begin a brief in another language, as a copy that is to be translated."""
    person: Any = request.user
    original = pages_for(request, key)[0]
    try:
        begin_language(
            original,
            request.POST.get("language", ""),
            by=person,
            because=_("begun in another language"),
        )
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("It was begun in another language."))
    return redirect("brief", key)
