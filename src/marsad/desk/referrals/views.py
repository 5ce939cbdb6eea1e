"""The pages of notices: the list, and one with its life, its answers and what can be done."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.mailing.office import server
from marsad.desk.referrals import forms, timeline
from marsad.desk.referrals.brakes import with_outcomes
from marsad.desk.referrals.check import check
from marsad.desk.referrals.deeds import done
from marsad.desk.referrals.deliver import deliver
from marsad.desk.referrals.files import as_file
from marsad.desk.referrals.hand_out import hand_out
from marsad.desk.referrals.models import (
    Fate,
    Platform,
    Referral,
    ReferredPost,
    Reply,
    Route,
)
from marsad.desk.referrals.note_reply import Answered, note_reply
from marsad.desk.referrals.send_again import send_again
from marsad.desk.referrals.withdraw import withdraw
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused

_A_PAGE: Final = 30
_NO_ANSWER: Final = "none"
COLUMNS: Final = (
    Column("number", lambda one: one.number),
    Column("platform", lambda one: one.platform.code),
    Column("case", lambda one: one.case_id),
    Column("round", lambda one: one.round),
    Column("category", lambda one: one.category),
    Column("language", lambda one: one.language),
    Column("route", lambda one: one.route),
    Column("at", lambda one: one.at),
    Column("by", lambda one: one.by.name),
    Column("fate", lambda one: one.fate),
    Column("sent_at", lambda one: one.sent_at),
    Column("answer", lambda one: one.settled_as),
    Column("answered_at", lambda one: one.settled_on),
    Column("withdrawn_at", lambda one: one.withdrawn_at),
)


@needs("referrals.read")
@require_GET
def referrals(request: HttpRequest) -> HttpResponse:
    """List notices with what became of each; as a file where ?format= asks for one."""
    rows = _chosen(request, _rows(request))
    if "format" in request.GET:
        return answer(request, "referrals", COLUMNS, rows.iterator(2000))  # type: ignore[return-value]
    shown = {
        "leaf": Paginator(rows, _A_PAGE).get_page(request.GET.get("page")),
        "platforms": Platform.objects.order_by("code"),
        "fates": Fate.choices,
        "answers": [
            choice for choice in Reply.What.choices if choice[0] not in _UNSETTLED
        ],
        "trouble": _trouble(),
        "is_filtered": bool(set(request.GET) & {"platform", "fate", "answer", "q"}),
    }
    return render(request, "referrals/referrals.html", shown)


_UNSETTLED: Final = (Reply.What.RECEIVED, Reply.What.ASKED)


@needs("referrals.read")
@require_GET
def referral(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one notice with its life."""
    return _page(request, _one(request, pk))


@needs("referrals.note_reply")
@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what the platform answered."""
    one, form = _one(request, pk), forms.ReplyForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        answered = Answered(said["what"], said["at"], said["ground"], said["words"])
        return note_reply(one, answered, by=_by(request), because=said["because"])

    return _done(request, one, form, deed, reply_form=form)


@needs("referrals.withdraw")
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a notice back."""
    one, form = _one(request, pk), forms.WithdrawForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return withdraw(one, by=_by(request), because=said["because"])

    return _done(request, one, form, deed, withdraw_form=form)


@needs("referrals.send_again")
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the same notice again."""
    one, form = _one(request, pk), forms.SendAgainForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return send_again(one, by=_by(request), because=said["because"])

    return _done(request, one, form, deed, again_form=form)


@needs("referrals.deliver")
@require_POST
def delivered(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the file was handed over."""
    one, form = _one(request, pk), forms.DeliverForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return deliver(one, by=_by(request), because=said["because"])

    return _done(request, one, form, deed, deliver_form=form)


@needs("referrals.hand_out")
@require_POST
def take_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give out the notice with its addresses as a file."""
    one, form = _one(request, pk), forms.HandOutForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return as_file(hand_out(one, by=_by(request), because=said["because"]))

    return _done(request, one, form, deed, file_form=form)


@needs("referrals.check")
@require_POST
def checked(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what a person saw of a referred post."""
    seen: Any = Referral.objects.visible_to(_by(request))
    rows = ReferredPost.objects.filter(referral__in=seen).select_related("referral")
    row = get_object_or_404(rows, pk=pk)
    one, form = _one(request, row.referral_id), forms.CheckForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return check(row, said["seen"], by=_by(request), because=said["because"])

    return _done(request, one, form, deed, check_form=form, checked=row.pk)


def _done(
    request: HttpRequest, one: Referral, form: Form, deed: Any, **shown: Any
) -> HttpResponse:
    def page(status: int) -> HttpResponse:
        return _page(request, one, status=status, **shown)

    return done(request, form, deed, page=page, to=("referral", one.pk))


def _page(
    request: HttpRequest, one: Referral, *, status: int = 200, **shown: Any
) -> HttpResponse:
    person, found = _by(request), timeline.events(one)
    last = one.sendings.order_by("-id").first()
    known = {
        "referral": one,
        "events": found,
        "dots": timeline.dots(found),
        "time_to_answer": timeline.time_to_answer(one),
        "posts": one.posts.select_related("post").prefetch_related("checks"),
        "sendings": one.sendings.select_related("let_go_by").order_by("id"),
        "is_failed": last is not None and last.fate in (Fate.FAILED, Fate.UNSURE),
        "is_file": last is not None
        and last.route == Route.FILE
        and last.fate == Fate.WAITING,
        "was_taken": bool(last and last.sha256),
        "reply_form": forms.ReplyForm(),
        "withdraw_form": forms.WithdrawForm(),
        "again_form": forms.SendAgainForm(),
        "deliver_form": forms.DeliverForm(),
        "file_form": forms.HandOutForm(),
        "check_form": forms.CheckForm(),
        "may": {
            name: person.may(f"referrals.{name}")
            for name in (
                *("note_reply", "withdraw", "send_again", "deliver", "hand_out"),
                *("check", "seal"),
            )
        },
    }
    return render(request, "referrals/referral.html", known | shown, status=status)


def _rows(request: HttpRequest) -> QuerySet[Referral]:
    seen: Any = Referral.objects.visible_to(_by(request))
    related = ("platform", "case", "by")
    return with_outcomes(seen).select_related(*related).order_by("-id")


def _chosen(request: HttpRequest, rows: Any) -> Any:
    """The rows that the filters of the page ask for."""
    asked = request.GET
    if asked.get("platform"):
        rows = rows.filter(platform__code=asked["platform"])
    if asked.get("fate") in Fate.values:
        rows = rows.filter(fate=asked["fate"])
    if asked.get("answer") == _NO_ANSWER:
        rows = rows.filter(settled_as__isnull=True, sent_at__isnull=False)
    elif asked.get("answer"):
        rows = rows.filter(settled_as=asked["answer"])
    if asked.get("q"):
        rows = rows.filter(number__icontains=asked["q"].strip())
    return rows


def _one(request: HttpRequest, pk: int) -> Referral:
    found: Referral = get_object_or_404(
        _rows(request).select_related("withdrawn_by"), pk=pk
    )
    return found


def _trouble() -> str:
    """What is wrong with how mail is set up; nothing where all is well."""
    try:
        server()
    except Refused as refusal:
        return told(refusal)
    return ""


def _by(request: HttpRequest) -> Any:
    return request.user
