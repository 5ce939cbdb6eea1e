"""What waits for a releasing officer: its page, and what is decided there."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.briefs.freeze import writers_of
from marsad.desk.releases import compared, pictures
from marsad.desk.releases.clearing import checked_today
from marsad.desk.releases.forms import ReleaseForm, ReturnForm, WithdrawForm
from marsad.desk.releases.models import Fate, Submission
from marsad.desk.releases.objections import objections
from marsad.desk.releases.release import release
from marsad.desk.releases.send_back import send_back
from marsad.desk.releases.showing import picture_answer
from marsad.desk.releases.shown import of_the_whole, rows_of
from marsad.desk.releases.withdraw import withdraw
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.errors import MarsadError


@needs("releases.read")
@require_GET
def submission(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was submitted, with all that an officer must know to decide."""
    return _page(request, _visible(request, pk))


@needs("releases.release")
@require_POST
def submission_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Release what was submitted, now or at the end of an embargo."""
    person: Any = request.user
    row, form = _visible(request, pk), ReleaseForm(request.POST)
    if not form.is_valid():
        return _page(request, row, release_form=form)
    said = form.cleaned_data
    try:
        made = release(
            row,
            by=person,
            because=said["because"],
            opens_at=form.opening,
            time_zone=said["time_zone"] or settings.TIME_ZONE,
            seen=said["seen"],
        )
    except MarsadError as refusal:
        return _page(request, row, refusal=refusal, release_form=form)
    messages.success(request, _("Released as %(number)s.") % {"number": made.number})
    return redirect("release", made.number)


@needs("releases.return")
@require_POST
def submission_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Return what was submitted to its writers."""
    person: Any = request.user
    row, form = _visible(request, pk), ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, row, return_form=form)
    try:
        send_back(row, by=person, because=form.cleaned_data["because"])
    except MarsadError as refusal:
        return _page(request, row, refusal=refusal, return_form=form)
    messages.success(request, _("Returned to its writers with your reason."))
    return redirect("releases")


@needs("releases.withdraw")
@require_POST
def submission_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what one submitted."""
    person: Any = request.user
    row, form = _visible(request, pk), WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, row, withdraw_form=form)
    try:
        withdraw(row, by=person, because=form.cleaned_data["because"])
    except MarsadError as refusal:
        return _page(request, row, refusal=refusal, withdraw_form=form)
    messages.success(request, _("Withdrawn: the brief can be submitted again."))
    return redirect("releases")


@needs("releases.read")
@require_GET
def submission_picture(request: HttpRequest, pk: int, sha256: str) -> HttpResponse:
    """Show a picture as it was frozen."""
    return picture_answer(_visible(request, pk).frozen, sha256)


def _visible(request: HttpRequest, pk: int) -> Submission:
    person: Any = request.user
    rows = Submission.objects.visible_to(person)
    found: Submission = get_object_or_404(
        rows.select_related("submitted_by", "settled_by"), pk=pk
    )
    return found


def _page(
    request: HttpRequest,
    row: Submission,
    *,
    refusal: MarsadError | None = None,
    **forms: Any,
) -> HttpResponse:
    person: Any = request.user
    edition, reader = row.frozen, (get_language() or "en")[:2]
    today = timezone.localdate()
    checked = checked_today(edition, row.translation_key, on=today)
    earlier = compared.before(row)
    context = {
        "submission": row,
        "edition": edition,
        "rows": rows_of(edition, checked, reader=reader),
        "whole": of_the_whole(checked, reader),
        "checked": checked,
        "writers": _writers(row),
        "pictures": pictures.media_in(edition),
        "partners": row.partners.all(),
        "earlier": earlier,
        "compared": compared.compare(earlier.frozen, edition) if earlier else [],
        "corrected": row.corrected,
        "refusal": refusal,
        "released": getattr(row, "release", None),
        **_deciding(row, person),
        **forms,
    }
    status = 409 if refusal else 200
    return render(request, "releases/submission.html", context, status=status)


def _deciding(row: Submission, person: Person) -> dict[str, Any]:
    """What this person may do with it, and why not where they may not."""
    if row.fate != Fate.WAITING:
        return {}
    may_release = person.may("releases.release")
    is_ours = person.may("releases.withdraw") and row.submitted_by_id == person.pk
    return {
        "may_release": may_release,
        "objections": list(objections(row, person)) if may_release else [],
        "release_form": ReleaseForm(initial={"seen": row.sha256}),
        "return_form": ReturnForm() if person.may("releases.return") else None,
        "withdraw_form": WithdrawForm() if is_ours else None,
    }


def _writers(row: Submission) -> list[tuple[str, list[Person]]]:
    """Who had a hand in which language; in those not sent, together at the end."""
    everybody = {one.pk: one for one in row.writers.all()}
    found, told = [], set()
    for language, revision in row.revisions.items():
        ids = writers_of({language: revision}) & everybody.keys()
        told |= ids
        found.append((language, [everybody[one] for one in sorted(ids)]))
    rest = [everybody[one] for one in sorted(everybody.keys() - told)]
    return [*found, ("", rest)] if rest else found
