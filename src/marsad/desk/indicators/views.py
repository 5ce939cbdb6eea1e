"""The list of series, one series with its chart and table, and the chart itself."""

from datetime import UTC, date, datetime, time
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.composing.series_chart import NARROW, WIDE
from marsad.desk.exports.drawings import as_drawing
from marsad.desk.exports.hand_out import answer
from marsad.desk.indicators.charts import drawing_of
from marsad.desk.indicators.columns import SERIES, VALUES
from marsad.desk.indicators.define import Definition, define, definition_of
from marsad.desk.indicators.lists import PAGE, after, cursor_of, listed, with_latest
from marsad.desk.indicators.models import Indicator
from marsad.desk.indicators.points import Page, page_known, page_of
from marsad.desk.safeguards.needs import needs
from marsad.errors import Refused

# The picture runs nothing and asks nobody; its own style and font are inside it.
# The chart shows more proposals than anybody reads in a list.
_MOST_LISTED: Final = 20
_LANGUAGES: Final = ("ar", "en", "fr")


@needs("register.read")
@require_GET
def indicators(request: HttpRequest) -> HttpResponseBase:
    """List the series with their latest values."""
    person: Any = request.user
    today = timezone.localdate()
    rows = listed(person, request.GET.get("q", ""))
    if "format" in request.GET:
        whole = with_latest(rows, person, today)
        return answer(request, "indicators", SERIES, whole)
    page = list(after(rows, request.GET.get("after", ""))[: PAGE + 1])
    shown = page[:PAGE]
    context = {
        "rows": with_latest(shown, person, today),
        "next": cursor_of(shown[-1]) if len(page) > PAGE else "",
        "today": today,
    }
    return render(request, "indicators/indicators.html", context)


@needs("register.read")
@require_GET
def indicator(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show one series: its chart, the same as a table, and what waits."""
    row = _row(request, pk)
    page = _page(request, row)
    if "format" in request.GET:
        return answer(request, f"indicator-{pk}", VALUES, page.values)
    return _shown(request, page)


@needs("register.read")
@require_GET
def indicator_chart(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the drawing of a series in one language."""
    row = _row(request, pk)
    page = _page(request, row)
    asked = request.GET.get("language", "")
    language = asked if asked in _LANGUAGES else _language()
    width = NARROW if request.GET.get("width") == "narrow" else WIDE
    with translation.override(language):
        drawing = drawing_of(
            page, language=language, width=width, today=_day(request) or _today()
        )
    if drawing is None:
        raise Http404(_("There is no value to draw yet."))
    return _drawn(request, f'"{drawing.hash}"', drawing.svg)


def _drawn(request: HttpRequest, etag: str, svg: Any) -> HttpResponse:
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    known = request.headers.get("If-None-Match", "")
    if etag in (one.strip().removeprefix("W/") for one in known.split(",")):
        return HttpResponseNotModified(headers=headers)
    drawn = as_drawing(svg())
    for name, value in headers.items():
        drawn.headers[name] = value
    return drawn


@needs("indicators.define")
@require_POST
def indicator_define(request: HttpRequest, pk: int) -> HttpResponse:
    """Set titles, unit and expiry of a series."""
    row = _row(request, pk)
    person: Any = request.user
    try:
        define(row, _typed(request), by=person, because=request.POST.get("because", ""))
    except Refused as refusal:
        return _shown(request, _page(request, row), refusal)
    messages.success(request, _("The series is defined anew."))
    return redirect("indicator", pk=pk)


def _typed(request: HttpRequest) -> Definition:
    said = request.POST
    days = said.get("days", "").strip()
    if days and not days.isdecimal():
        raise Refused(days, _("is no number of days"), _("write it in digits"))
    return Definition(
        titles={one: said.get(f"title_{one}", "") for one in _LANGUAGES},
        unit=said.get("unit", ""),
        days=int(days) if days else None,
        description=said.get("description", ""),
        is_followed=said.get("is_followed") == "1",
    )


def _shown(
    request: HttpRequest, page: Page, refusal: Refused | None = None
) -> HttpResponse:
    person: Any = request.user
    as_of, latest = _day(request), page.latest
    today = as_of or _today()
    on = latest.expires_on if latest else None
    context = {
        "page": page,
        "indicator": page.indicator,
        "newest": page.proposals[: -_MOST_LISTED - 1 : -1],
        "definition": definition_of(page.indicator),
        "as_of": as_of,
        "is_stale": on is not None and on <= today,
        "others": _others(request, page.indicator),
        "refusal": refusal,
        "typed": request.POST,
        "may_assign": person.may("indicators.assign"),
        "may_define": person.may("indicators.define"),
    }
    status = 409 if refusal else 200
    return render(request, "indicators/indicator.html", context, status=status)


def _others(request: HttpRequest, row: Indicator) -> list[Indicator]:
    """The series that an entry of this one may be moved to: those of its unit first."""
    person: Any = request.user
    if not person.may("indicators.assign"):
        return []
    rows = list(listed(person).exclude(pk=row.pk)[:200])
    unit = row.parts[3]
    return sorted(rows, key=lambda one: (one.parts[3] != unit, one.title))


def _row(request: HttpRequest, pk: int) -> Indicator:
    person: Any = request.user
    row: Indicator = get_object_or_404(Indicator.objects.seen_by(person), pk=pk)
    return row


def _page(request: HttpRequest, row: Indicator) -> Page:
    person: Any = request.user
    as_of = _day(request)
    if as_of is None:
        return page_of(row, person)
    return page_known(row, person, datetime.combine(as_of, time.max, UTC))


def _day(request: HttpRequest) -> date | None:
    """The day whose knowledge is asked for; raises Refused for what is no day."""
    written = request.GET.get("as_of", "")
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refused(
            written, _("is no day"), _("write it as year-month-day")
        ) from None


def _today() -> date:
    return timezone.localdate()


def _language() -> str:
    language = (translation.get_language() or "en")[:2]
    return language if language in _LANGUAGES else "en"
