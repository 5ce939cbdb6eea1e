"""The overnight page: what is new since the reader last looked."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marsad.desk.indicators.lists import stale_for
from marsad.desk.safeguards.needs import needs
from marsad.desk.web import overnight as sections
from marsad.desk.web.look import look as note_look
from marsad.desk.website.front_views import front as website


@needs("home.read")
def overnight(request: HttpRequest) -> HttpResponse:
    """Show what came in overnight."""
    person: Any = request.user
    since = sections.since_of(person, request.GET.get("days", ""))
    said: dict[str, Any] = {"since": since}
    if person.may("documents.read"):
        said["stories"] = sections.stories(person, since)
    if person.may("findings.read"):
        reported = sections.reported(person, since)
        said["statements"] = sections.statements(reported)
        said["proposed"] = sections.proposed_figures(reported)
        said["waiting"] = sections.waiting(person, since)
        said["contradictions"] = sections.open_contradictions(person)
    if person.may("register.read"):
        said["due"] = sections.due(person)
        said["stale"] = stale_for(person, timezone.localdate())
        said["figures"] = sections.changed_figures(person, since)
    if person.may("releases.read"):
        said["submitted"] = sections.submitted(person)
        said["doubtful"] = sections.doubtful(person, since)
    return render(request, "web/overnight.html", said)


def front(request: HttpRequest) -> HttpResponseBase:
    """Show the overnight page; whoever is not signed in is sent to the website."""
    if not request.user.is_authenticated:
        answer = website(request)
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer
    return overnight(request)


front.right = "home.read"  # type: ignore[attr-defined]


@needs("home.look")
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Note that the page was read."""
    person: Any = request.user
    note_look(person, by=person, because="read the overnight page")
    messages.success(request, _("Noted: what comes from now on is new to you."))
    return redirect("home")
