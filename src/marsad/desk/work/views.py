"""The page of work in hand: what waits, runs, failed, and was done lately."""

from typing import Any, Final

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from marsad.desk.safeguards.needs import needs
from marsad.desk.work.drop import drop
from marsad.desk.work.models import Batch, Job, JobState
from marsad.desk.work.retry import retry
from marsad.errors import Refused

_SHOWN: Final = 50
_BATCHES: Final = 10


@needs("work.read")
def work(request: HttpRequest) -> HttpResponse:
    """Show the queue; with htmx the part that changes."""
    fragment = "work/now.html" if request.htmx else "work/work.html"  # type: ignore[attr-defined]
    return render(request, fragment, _now(request))


@require_POST
@needs("documents.take_in")
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one failed job back into the queue."""
    person: Any = request.user
    job = get_object_or_404(Job.objects.visible_to(person), pk=pk)
    try:
        retry(job, by=person, because=_("tried again from the page of work"))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("work")


@require_POST
@needs("documents.take_in")
def drop_job(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one failed job off the page."""
    person: Any = request.user
    job = get_object_or_404(Job.objects.visible_to(person), pk=pk)
    try:
        drop(job, by=person, because=_("dropped from the page of work"))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("work")


@require_POST
@needs("documents.take_in")
def try_all_again(request: HttpRequest) -> HttpResponse:
    """Put all failed jobs that are shown back into the queue."""
    person: Any = request.user
    failed = Job.objects.visible_to(person).filter(state=JobState.FAILED)
    count = 0
    for job in failed[:_SHOWN]:
        try:
            retry(job, by=person, because=_("tried again from the page of work"))
            count += 1
        except Refused as refusal:
            messages.error(request, str(refusal))
    told = ngettext("%(count)d job waits again.", "%(count)d jobs wait again.", count)
    messages.success(request, told % {"count": count})
    return redirect("work")


def _now(request: HttpRequest) -> dict[str, Any]:
    person: Any = request.user
    seen = Job.objects.visible_to(person).select_related("batch")
    waiting = seen.filter(state=JobState.WAITING)
    batches = Batch.objects.visible_to(person).filter(
        total__gt=F("done_count") + F("failed_count")
    )
    failed = seen.filter(state=JobState.FAILED)
    return {
        "batches": list(batches[:_BATCHES]),
        "waiting_count": waiting.count(),
        "failed_count": failed.count(),
        "groups": [
            (JobState.RUNNING, list(seen.filter(state=JobState.RUNNING)[:_SHOWN])),
            (JobState.FAILED, list(failed[:_SHOWN])),
            (JobState.WAITING, list(waiting.order_by("pk")[:_BATCHES])),
            (JobState.DONE, list(seen.filter(state=JobState.DONE)[:_SHOWN])),
        ],
        "may_retry": person.may("documents.take_in"),
    }
