"""The page on which a brief is submitted: in which languages, to whom, why."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marsad.composing.doubts import explain
from marsad.composing.editions import Edition
from marsad.desk.briefs.checking import doubts_of
from marsad.desk.briefs.freeze import pages_of
from marsad.desk.briefs.models import Brief
from marsad.desk.partners.models import Partner
from marsad.desk.releases.forms import SubmitForm
from marsad.desk.releases.listing import correctable
from marsad.desk.releases.models import Fate, Submission
from marsad.desk.releases.submit import submit
from marsad.desk.safeguards.needs import needs
from marsad.errors import MarsadError
from marsad.marking import Audience


@needs("releases.submit")
@require_http_methods(["GET", "POST"])
def releases_submit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put a brief before a releasing officer."""
    person: Any = request.user
    brief = Brief.objects.filter(translation_key=key).first()
    if brief is None:
        raise Http404(key)
    brief = pages_of(brief)[0]
    checked = doubts_of(brief, reader=person)
    if checked.edition.marking > person.clearance:
        raise Http404(key)
    form = _form(request, checked.edition)
    refusal: MarsadError | None = None
    if request.method == "POST" and form.is_valid():
        try:
            made = submit(
                brief,
                by=person,
                because=form.cleaned_data["because"],
                partners=form.named,
                languages=form.cleaned_data["chosen"],
                correcting=form.correcting,
            )
        except MarsadError as error:
            refusal = error
        else:
            messages.success(request, _("Submitted: an officer decides on it now."))
            return redirect("submission", made.pk)
    reader = (get_language() or "en")[:2]
    context = {
        "brief": brief,
        "edition": checked.edition,
        "doubts": [explain(one, reader) for one in checked.open],
        "waiting": _waiting(key),
        "form": form,
        "refusal": refusal,
    }
    status = 409 if refusal else 200
    return render(request, "releases/submit.html", context, status=status)


def _form(request: HttpRequest, edition: Edition) -> SubmitForm:
    person: Any = request.user
    is_named = edition.audience == Audience.CLIENTS
    may_have = Partner.objects.filter(
        closed_at__isnull=True, ceiling__gte=int(edition.marking)
    )
    return SubmitForm(
        request.POST if request.method == "POST" else None,
        languages=[one.language for one in edition.manuscripts],
        partners=may_have if is_named else None,
        releases=correctable(person),
    )


def _waiting(key: UUID) -> Submission | None:
    rows = Submission.objects.filter(translation_key=key, fate=Fate.WAITING)
    return rows.select_related("submitted_by").first()
