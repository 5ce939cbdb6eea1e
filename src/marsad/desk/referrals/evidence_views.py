"""The pages of sealed evidence: the list, one with its custody, and sealing a case."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from marsad.desk.cases.models import Case
from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.referrals import forms, vault
from marsad.desk.referrals.deeds import done
from marsad.desk.referrals.files import as_file
from marsad.desk.referrals.hand_out import hand_out
from marsad.desk.referrals.models import Sealing
from marsad.desk.referrals.seal import seal
from marsad.desk.safeguards.needs import needs

_A_PAGE: Final = 30
COLUMNS: Final = (
    Column("case", lambda one: one.case_id),
    Column("at", lambda one: one.at),
    Column("by", lambda one: one.by.name),
    Column("because", lambda one: one.because),
    Column("keep_until", lambda one: one.keep_until),
    Column("sha256", lambda one: one.sha256),
    Column("size", lambda one: one.size),
    Column("stamped_at", lambda one: one.stamped_at),
    Column("authority", lambda one: one.authority),
    Column("gone_at", lambda one: one.gone_at),
)


@needs("referrals.read")
@require_GET
def sealings(request: HttpRequest) -> HttpResponse:
    """List sealed evidence; as a file where ?format= asks for one."""
    rows = _rows(request)
    if "format" in request.GET:
        return answer(request, "evidence", COLUMNS, rows.iterator(2000))  # type: ignore[return-value]
    leaf = Paginator(rows, _A_PAGE).get_page(request.GET.get("page"))
    return render(request, "referrals/sealings.html", {"leaf": leaf})


@needs("referrals.read")
@require_GET
def sealing(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one sealing with its custody; what is in it no page shows."""
    return _page(request, get_object_or_404(_rows(request), pk=pk))


@needs("referrals.hand_out")
@require_POST
def taken(request: HttpRequest, pk: int) -> HttpResponse:
    """Give sealed evidence out as a file."""
    one = get_object_or_404(_rows(request), pk=pk)
    form = forms.HandOutForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return as_file(hand_out(one, by=_by(request), because=said["because"]))

    def page(status: int) -> HttpResponse:
        return _page(request, one, status=status, file_form=form)

    return done(request, form, deed, page=page, to=("sealing", one.pk))


@needs("referrals.seal")
@require_http_methods(["GET", "POST"])
def case_seal(request: HttpRequest, pk: int) -> HttpResponse:
    """Seal the evidence of a case."""
    seen: Any = Case.objects.visible_to(_by(request))
    case = get_object_or_404(seen, pk=pk)
    form = forms.SealForm(request.POST or None)

    def page(status: int) -> HttpResponse:
        shown = {"case": case, "form": form, "earlier": case.sealings.order_by("-id")}
        return render(request, "referrals/seal.html", shown, status=status)

    if request.method == "GET":
        return page(200)

    def deed(said: dict[str, Any]) -> object:
        until, why = said["keep_until"], said["because"]
        return seal(case, until, by=_by(request), because=why)

    return done(request, form, deed, page=page, to=("sealing", 0))


def _page(
    request: HttpRequest, one: Sealing, *, status: int = 200, **shown: Any
) -> HttpResponse:
    known = {
        "sealing": one,
        "custody": one.custody.order_by("id"),
        "is_kept": one.gone_at is None and vault.has(one.sha256),
        "file_form": forms.HandOutForm(),
        "may_hand_out": _by(request).may("referrals.hand_out"),
    }
    return render(request, "referrals/sealing.html", known | shown, status=status)


def _rows(request: HttpRequest) -> QuerySet[Sealing]:
    seen: Any = Case.objects.visible_to(_by(request))
    rows = Sealing.objects.filter(case__in=seen)
    return rows.select_related("case", "by").order_by("-id")


def _by(request: HttpRequest) -> Any:
    return request.user
