"""Where released lines turned up: by release, and line by line."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.exports.hand_out import answer
from marsad.desk.measures.columns import COLUMNS
from marsad.desk.measures.judge import judge
from marsad.desk.measures.lines import untraceable
from marsad.desk.measures.models import How, Uptake
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.needs import needs
from marsad.errors import Refused

_MOST = 100


@needs("measures.read")
@require_GET
def uptakes(request: HttpRequest) -> HttpResponseBase:
    """List releases by how often their lines turned up."""
    person: Any = request.user
    rows = Uptake.objects.visible_to(person)
    if "format" in request.GET:
        ordered = rows.select_related("release", "document").order_by("pk")
        return answer(request, "uptake", COLUMNS, ordered.iterator(500))
    seen = Q(uptakes__marking__lte=person.clearance) & ~Q(uptakes__judged="wrong")
    releases: Any = Release.objects.visible_to(person).annotate(
        **{
            how: Count("uptakes", filter=seen & Q(uptakes__how=how), distinct=True)
            for how in How.values
        },
        outlets=Count("uptakes__document__outlet", filter=seen, distinct=True),
        last=Max("uptakes__document__published", filter=seen),
    )
    context = {"releases": releases.order_by("-opens_at", "-pk")[:_MOST]}
    return render(request, "measures/uptakes.html", context)


@needs("measures.read")
@require_GET
def uptake(request: HttpRequest, number: str) -> HttpResponseBase:
    """Show where the lines of one release turned up, when, and how altered."""
    person: Any = request.user
    release = get_object_or_404(Release.objects.visible_to(person), number=number)
    rows = Uptake.objects.visible_to(person).filter(release=release)
    rows = rows.select_related("document", "judged_by", "release")
    rows = rows.order_by("-document__published", "pk")
    if "format" in request.GET:
        return answer(request, "uptake", COLUMNS, rows.iterator(500))
    context = {
        "release": release,
        "rows": rows[:_MOST],
        "more": max(0, rows.count() - _MOST),
        "untraceable": untraceable(release),
        "may_judge": person.may("measures.judge"),
    }
    return render(request, "measures/uptake.html", context)


@needs("measures.judge")
@require_POST
def uptake_judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether a find is our line."""
    person: Any = request.user
    row = get_object_or_404(Uptake.objects.visible_to(person), pk=pk)
    because = request.POST.get("because", "").strip() or _("looked at both texts")
    try:
        judge(row, request.POST.get("verdict", ""), by=person, because=because)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("What you saw is written down."))
    return redirect("uptake", number=row.release.number)
