"""The pages of platforms: what came of our notices to each, and how each takes them."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.referrals import forms
from marsad.desk.referrals.change_platform import change_platform
from marsad.desk.referrals.deeds import done
from marsad.desk.referrals.models import Platform
from marsad.desk.referrals.open_platform import open_platform
from marsad.desk.referrals.outcomes import Outcomes, outcomes_of
from marsad.desk.referrals.resume import resume
from marsad.desk.safeguards.acts import name_of
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safeguards.needs import needs

_HISTORY: Final = (
    "referrals.open_platform", "referrals.change_platform", "referrals.resume",
)  # fmt: skip
COLUMNS: Final = (
    Column("code", lambda one: one.platform.code),
    Column("name", lambda one: one.platform.name),
    Column("route", lambda one: one.platform.route),
    Column("language", lambda one: one.platform.language),
    Column("sent", lambda one: one.sent),
    Column("removed", lambda one: one.removed.count),
    Column("limited", lambda one: one.limited.count),
    Column("refused", lambda one: one.refused.count),
    Column("restored", lambda one: one.restored.count),
    Column("unanswered", lambda one: one.unanswered.count),
    Column("withdrawn", lambda one: one.withdrawn.count),
    Column("median_seconds", lambda one: _seconds(one)),
    Column("paused_at", lambda one: one.platform.paused_at),
)


def _seconds(one: Outcomes) -> int | None:
    return round(one.median_time.total_seconds()) if one.median_time else None


@needs("referrals.read")
@require_GET
def platforms(request: HttpRequest) -> HttpResponse:
    """List platforms with what came of our notices; as a file where it is asked for."""
    if "format" in request.GET:
        return answer(request, "platforms", COLUMNS, _measured())  # type: ignore[return-value]
    return _list(request)


@needs("referrals.open_platform")
@require_POST
def opened(request: HttpRequest) -> HttpResponse:
    """Open a platform."""
    form = forms.OpenPlatformForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return open_platform(form.described, by=_by(request), because=said["because"])

    def page(status: int) -> HttpResponse:
        return _list(request, form, status=status)

    return done(request, form, deed, page=page, to=("platform", 0))


@needs("referrals.read")
@require_GET
def platform(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one platform."""
    return _page(request, get_object_or_404(Platform, pk=pk))


@needs("referrals.change_platform")
@require_POST
def changed(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how a platform takes notices."""
    one = get_object_or_404(Platform, pk=pk)
    form = forms.ChangePlatformForm(request.POST, platform=one)

    def deed(said: dict[str, Any]) -> object:
        return change_platform(
            one, form.described, by=_by(request), because=said["because"]
        )

    def page(status: int) -> HttpResponse:
        return _page(request, one, status=status, change_form=form)

    return done(request, form, deed, page=page, to=("platform", one.pk))


@needs("referrals.resume")
@require_POST
def resumed(request: HttpRequest, pk: int) -> HttpResponse:
    """Let notices go to a platform again."""
    one, form = get_object_or_404(Platform, pk=pk), forms.ResumeForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return resume(one, by=_by(request), because=said["because"])

    def page(status: int) -> HttpResponse:
        return _page(request, one, status=status, resume_form=form)

    return done(request, form, deed, page=page, to=("platform", one.pk))


def _page(
    request: HttpRequest, one: Platform, *, status: int = 200, **shown: Any
) -> HttpResponse:
    person = _by(request)
    history = AuditRecord.objects.filter(
        subject=name_of(one), act__in=_HISTORY, outcome="done"
    )
    seen: Any = one.referrals
    known = {
        "platform": one,
        "measured": outcomes_of(one),
        "referrals": seen.visible_to(person).order_by("-id")[:20],
        "history": history.order_by("-number")[:50],
        "change_form": forms.ChangePlatformForm(platform=one),
        "resume_form": forms.ResumeForm(),
        "may_change": person.may("referrals.change_platform"),
        "may_resume": person.may("referrals.resume"),
    }
    return render(request, "referrals/platform.html", known | shown, status=status)


def _list(request: HttpRequest, form: Any = None, *, status: int = 200) -> HttpResponse:
    shown = {
        "rows": _measured(),
        "open_form": form or forms.OpenPlatformForm(),
        "may_open": _by(request).may("referrals.open_platform"),
    }
    return render(request, "referrals/platforms.html", shown, status=status)


def _measured() -> list[Outcomes]:
    return [outcomes_of(one) for one in Platform.objects.order_by("code")]


def _by(request: HttpRequest) -> Any:
    return request.user
