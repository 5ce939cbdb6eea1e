"""The form by which readers object, and where they ask what became of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt

from marsad.desk.releases.models import Release
from marsad.desk.safeguards.needs import open_to_all
from marsad.desk.website.appeal_forms import AppealForm
from marsad.desk.website.gate import open_releases
from marsad.desk.website.models import Appeal
from marsad.desk.website.pages import page
from marsad.desk.website.receive import WORKER, Objection, receive
from marsad.desk.website.written_forms import is_of_a_machine, refused, sent, token


@csrf_exempt
@open_to_all
def appeals(request: HttpRequest, language: str) -> HttpResponse:
    """Show the form, take what is sent by it, and show what became of an objection."""
    if request.method == "POST":
        return _take(request, language)
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    reference = request.GET.get("reference", "").strip().upper()[:20]
    said: dict[str, Any] = {"reference": reference}
    if reference:
        said["appeal"] = Appeal.objects.filter(reference=reference).first()
        said["is_new"] = "new" in request.GET
        said["is_unlisted"] = True
    first = {"number": request.GET.get("number", "")[:20], "about": "wrong"}
    return _page(language, AppealForm(initial=first), said)


def _page(
    language: str, form: AppealForm, said: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    said = {"form": form, "token": token(), **said}
    answer = page("website/appeals.html", language, ("appeals",), said, status=status)
    # Each form has a token of its own, and an answer is for its reader alone.
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _take(request: HttpRequest, language: str) -> HttpResponse:
    form = AppealForm(request.POST)
    if is_of_a_machine(request):
        # It is told what it wants to hear, and nothing is kept.
        return sent("appeals", language)
    status = refused(request, form)
    if status is not None:
        return _page(language, form, {}, status=status)
    taken = receive(
        _objection(form, language),
        by=WORKER,
        because="a reader sent the form of the website",
    )
    return sent("appeals", language, taken.reference)


def _objection(form: AppealForm, language: str) -> Objection:
    said = form.cleaned_data
    return Objection(
        about=said["about"],
        words=said["words"],
        language=language,
        release=_release(said["number"]),
        page=said["number"],
        address=said["address"],
    )


def _release(number: str) -> Release | None:
    """The public release of a number; of another one the form does not even know."""
    return open_releases().filter(number__iexact=number.strip()).first()
