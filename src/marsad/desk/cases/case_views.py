"""One case: what it holds and why, asked for piece by piece, and a reader's decision."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.cases import standing
from marsad.desk.cases.capture import capture
from marsad.desk.cases.cards import cards_of
from marsad.desk.cases.decide import EXCEPTIONS, READ_BLIND, Finding, decide
from marsad.desk.cases.exposure import load_of
from marsad.desk.cases.hold import hold
from marsad.desk.cases.look import look
from marsad.desk.cases.models import Case, Stage, Verdict
from marsad.desk.cases.reopen import reopen
from marsad.desk.cases.support import supporting
from marsad.desk.posts.models import Medium, Post
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

_CARDS = 20


@needs("cases.read")
@require_GET
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one case: to its reader once it is open to them, to others as it stands."""
    return _page(request, _row(request, pk))


@needs("cases.hold")
@require_POST
def case_hold(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a case to read it."""
    return _done(request, pk, lambda row, by: hold(row, by=by, because="reads it"))


@needs("cases.look")
@require_POST
def case_look(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to see a picture, a film or hard words."""
    number = request.POST.get("medium", "")
    row = _row(request, pk)
    medium = None
    if number.isdecimal():
        rows = Medium.objects.filter(post__matches__case=row).distinct()
        medium = get_object_or_404(rows, pk=int(number[:18]))
    place = f"medium-{medium.pk}" if medium else "posts"
    return _done(
        request,
        pk,
        lambda row, by: look(row, medium, by=by, because="to decide on the case"),
        place,
    )


@needs("cases.decide")
@require_POST
def case_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide on a case, and go on to the next."""
    person: Any = request.user
    row = _row(request, pk)
    try:
        decide(row, _finding(request), by=person, because=READ_BLIND)
    except Refused as refusal:
        return _page(request, row, refusal)
    messages.success(request, _("Your reading is written down."))
    return redirect("cases")


@needs("cases.capture")
@require_POST
def case_capture(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a page or a picture of a post to its case."""
    row, number = _row(request, pk), request.POST.get("post", "")
    posts = Post.objects.filter(matches__case=row).distinct()
    post = get_object_or_404(posts, pk=int(number[:18] if number.isdecimal() else 0))
    file = request.FILES.get("file")
    raw = file.read() if file is not None else b""
    because = request.POST.get("because", "")
    return _done(
        request, pk, lambda row, by: capture(row, post, raw, by=by, because=because)
    )


@needs("cases.reopen")
@require_POST
def case_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a decided case anew."""
    because = request.POST.get("because", "")
    return _done(request, pk, lambda row, by: reopen(row, by=by, because=because))


def _row(request: HttpRequest, pk: int) -> Case:
    person: Any = request.user
    rows = Case.objects.visible_to(person).select_related("bank", "held_by")
    found: Case = get_object_or_404(rows, pk=pk)
    return found


def _done(request: HttpRequest, pk: int, deed: Any, place: str = "") -> HttpResponse:
    """Do an act on a case and come back to it; a refusal is told on its page."""
    row = _row(request, pk)
    try:
        deed(row, request.user)
    except Refused as refusal:
        return _page(request, _row(request, pk), refusal)
    answer = redirect("case", pk)
    if place:
        answer["Location"] += f"#{place}"
    return answer


def _finding(request: HttpRequest) -> Finding:
    said = request.POST
    seen = said.get("seen", "")
    return Finding(
        verdict=said.get("verdict", ""),
        words=said.get("because", ""),
        purpose_seen=said.get("purpose_seen", ""),
        exceptions={name: said.get(f"exception-{name}", "") for name in EXCEPTIONS},
        seen=int(seen[:18]) if seen.isdecimal() else None,
        posts=_posts(request),
    )


def _posts(request: HttpRequest) -> dict[int, str] | None:
    """What was said of each card of the page, for all the posts that it stands for."""
    found: dict[int, str] = {}
    for said in request.POST.getlist("card"):
        numbers = [int(one[:18]) for one in said.split(",")[:200] if one.isdecimal()]
        for number in numbers:
            found[number] = request.POST.get(f"post-{numbers[0]}", "")
    return found or None


def _page(
    request: HttpRequest, row: Case, refusal: Refused | None = None
) -> HttpResponse:
    person: Any = request.user
    is_reader = standing.may_read(row, person)
    is_open = is_reader and row.is_open_to(person)
    # Who may still read it sees nothing of it before it is open to them alone.
    is_shown = is_open or not is_reader
    cards = cards_of(row, person) if is_shown else []
    last = row.captures.order_by("-id").first()
    context = {
        "case": row,
        "is_reader": is_reader,
        "is_open": is_open,
        "is_shown": is_shown,
        "is_held": row.is_held_from(person),
        "page": Paginator(cards, _CARDS).get_page(request.GET.get("page")),
        "readings": standing.readings_for(row, person),
        "is_decided": not is_reader and not Stage(row.stage).is_waiting,
        "captures": row.captures.select_related("post") if is_shown else [],
        "seen": last.pk if last else "",
        "may_refer": bool(supporting(row)) if is_open else False,
        "verdicts": Verdict.choices,
        "others": [one for one in Verdict.choices if one[0] != Verdict.REFER],
        "exceptions": [
            (name, words, request.POST.get(f"exception-{name}", ""))
            for name, words in EXCEPTIONS.items()
        ],
        "typed": request.POST,
        "load": load_of(person),
        "may_reopen": person.may("cases.reopen"),
        "may_write": row.stage == Stage.AGREED and person.may("referrals.refer"),
        "may_seal": not is_reader and person.may("referrals.seal"),
        "refusal": told(refusal) if refusal else "",
    }
    status = 409 if refusal else 200
    return render(request, "cases/case.html", context, status=status)
