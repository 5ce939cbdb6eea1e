"""The releases: what waits, what went out, the page of one, and its files."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.exports.hand_out import hand_out
from marsad.desk.releases import keys, listing, packs
from marsad.desk.releases.forms import RecallForm
from marsad.desk.releases.models import Release
from marsad.desk.releases.notices import CAUSES
from marsad.desk.releases.recall import recall
from marsad.desk.releases.showing import file_answer, picture_answer
from marsad.desk.releases.shown import rows_of
from marsad.desk.releases.since import changed
from marsad.desk.safeguards.needs import needs
from marsad.errors import MarsadError


@needs("releases.read")
@require_GET
def releases(request: HttpRequest) -> HttpResponse:
    """List what waits for an officer, what came back, and what went out."""
    person: Any = request.user
    page = listing.releases(person, request.GET.get("page", "1"))
    context = {
        "waiting": listing.waiting(person),
        "came_back": listing.came_back(person),
        "page": page,
        "lines": listing.lines(page, person),
        "may_release": person.may("releases.release"),
    }
    return render(request, "releases/releases.html", context)


@needs("releases.read")
@require_GET
def release(request: HttpRequest, number: str) -> HttpResponse:
    """Show a release with its proof, its text, its files and what became of it."""
    return _page(request, _visible(request, number))


@needs("releases.recall")
@require_POST
def release_recall(request: HttpRequest, number: str) -> HttpResponse:
    """Take a release back."""
    person: Any = request.user
    row = _visible(request, number)
    form = RecallForm(request.POST, languages=row.languages)
    if not form.is_valid():
        return _page(request, row, recall_form=form)
    because = form.cleaned_data["because"]
    try:
        recall(row, notice=form.notice, by=person, because=because)
    except MarsadError as refusal:
        return _page(request, row, refusal=refusal, recall_form=form)
    messages.success(request, _("Recalled: every place that has it says so now."))
    return redirect("release", row.number)


@needs("releases.read")
@require_GET
def release_picture(request: HttpRequest, number: str, sha256: str) -> HttpResponse:
    """Show a picture as it was released."""
    return picture_answer(_visible(request, number).frozen, sha256)


@needs("releases.read")
@require_GET
def release_edition(request: HttpRequest, number: str) -> HttpResponse:
    """Hand out the very bytes that were hashed and signed."""
    row = _visible(request, number)
    _written_down(request, row, "edition.json")
    raw = row.edition.encode()
    return file_answer(raw, f"marsad-{row.number}.json", "application/json")


@needs("releases.read")
@require_GET
def release_signature(request: HttpRequest, number: str) -> HttpResponse:
    """Hand out the signature as minisign reads it."""
    row = _visible(request, number)
    raw = row.signature.encode()
    return file_answer(raw, f"marsad-{row.number}.json.minisig")


@needs("releases.read")
@require_GET
def release_pack(request: HttpRequest, number: str) -> HttpResponse:
    """Hand out the whole pack as one ZIP."""
    row = _visible(request, number)
    _written_down(request, row, "zip")
    raw = packs.whole(row)
    return file_answer(raw, f"marsad-{row.number}.zip", "application/zip")


@needs("releases.read")
@require_GET
def release_file(request: HttpRequest, number: str, path: str) -> HttpResponse:
    """Hand out one file of the pack."""
    row = _visible(request, number)
    raw = packs.open_file(row, path)
    if raw is None:
        raise Http404(path)
    _written_down(request, row, path)
    return file_answer(raw, path.rpartition("/")[2])


@needs("releases.read")
@require_GET
def release_key(_request: HttpRequest) -> HttpResponse:
    """Hand out the public key that releases are signed with."""
    return file_answer(keys.release_key().public_file, "marsad.pub")


def _visible(request: HttpRequest, number: str) -> Release:
    person: Any = request.user
    rows = Release.objects.visible_to(person).select_related(
        "released_by", "submission__submitted_by", "corrects", "recall__by"
    )
    found: Release = get_object_or_404(rows, number=number)
    return found


def _written_down(request: HttpRequest, row: Release, form: str) -> None:
    """Going out, even as a file, is written down."""
    person: Any = request.user
    name = f"release {row.number}"
    hand_out(name, asked=form, form=form, by=person, because="taken from its page")


def _page(
    request: HttpRequest,
    row: Release,
    *,
    refusal: MarsadError | None = None,
    recall_form: RecallForm | None = None,
) -> HttpResponse:
    person: Any = request.user
    edition = row.frozen
    may_recall = person.may("releases.recall") and not row.is_recalled
    if may_recall and recall_form is None:
        recall_form = _suggested(request, row)
    context = {
        "release": row,
        "edition": edition,
        "rows": rows_of(edition, reader=(get_language() or "en")[:2]),
        "writers": row.submission.writers.all(),
        "partners": row.partners.all(),
        "changes": changed([row.pk], person).get(row.pk, []),
        "files": sorted(packs.files(row).items()),
        "causes": CAUSES,
        "cause": request.GET.get("cause", ""),
        "recall_form": recall_form if may_recall else None,
        "refusal": refusal,
    }
    status = 409 if refusal else 200
    return render(request, "releases/release.html", context, status=status)


def _suggested(request: HttpRequest, row: Release) -> RecallForm:
    """The form with what readers may be told, by the cause that was chosen."""
    cause = CAUSES.get(request.GET.get("cause", ""))
    said = cause.notice if cause else {}
    initial = {f"notice_{one}": said.get(one, "") for one in row.languages}
    return RecallForm(languages=row.languages, initial=initial)
