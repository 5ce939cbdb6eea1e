"""The page by which anybody appeals against a notice to a platform, and asks after it.

Before a person has answered, it shows the same of every appeal: nobody learns from it
which posts a platform was written to about.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt

from marsad.desk.complaints.lodge import DEADLINE, Appeal, lodge
from marsad.desk.complaints.models import Complaint
from marsad.desk.safeguards.needs import open_to_all
from marsad.desk.website.content_appeal_forms import ContentAppealForm
from marsad.desk.website.pages import page
from marsad.desk.website.receive import WORKER
from marsad.desk.website.written_forms import is_of_a_machine, refused, sent, token


@csrf_exempt
@open_to_all
def content_appeals(request: HttpRequest, language: str) -> HttpResponse:
    """Show the form, take what is sent by it, and show what became of an appeal."""
    if request.method == "POST":
        return _take(request, language)
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    reference = request.GET.get("reference", "").strip().upper()[:20]
    said: dict[str, Any] = {"reference": reference}
    if reference:
        said["appeal"] = Complaint.objects.filter(reference=reference).first()
        said["is_new"] = "new" in request.GET
        said["is_unlisted"] = True
    return _page(language, ContentAppealForm(), said)


def _page(
    language: str, form: ContentAppealForm, said: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    said = {"form": form, "token": token(), "days": DEADLINE.days, **said}
    where = ("content-appeals",)
    answer = page("website/content_appeals.html", language, where, said, status=status)
    # Each form has a token of its own, and an answer is for its writer alone.
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _take(request: HttpRequest, language: str) -> HttpResponse:
    form = ContentAppealForm(request.POST)
    if is_of_a_machine(request):
        # It is told what it wants to hear, and nothing is kept.
        return sent("content-appeals", language)
    status = refused(request, form)
    if status is not None:
        return _page(language, form, {}, status=status)
    taken = lodge(
        _appeal(form, language),
        by=WORKER,
        because="somebody sent the form of the website",
    )
    return sent("content-appeals", language, taken.reference)


def _appeal(form: ContentAppealForm, language: str) -> Appeal:
    said = form.cleaned_data
    return Appeal(
        address=said["post"],
        words=said["words"],
        language=language,
        letter_to=said["address"],
    )
