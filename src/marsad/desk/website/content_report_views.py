"""Published transparency reports on referrals: each with its tables, drawings and files."""

from datetime import date, datetime
from functools import partial
from typing import Any, Final

from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse

from marsad.desk.exports.drawings import as_drawing
from marsad.desk.transparency import kept
from marsad.desk.transparency.models import Report
from marsad.desk.transparency.printing import about, title_of
from marsad.desk.transparency.shown import shown
from marsad.desk.website.holdings import Holdings
from marsad.desk.website.pages import page, public

_BETWEEN: Final = "--"


def reports_stamp() -> tuple[datetime | None, str]:
    """When a report was last published or withdrawn, and a mark of which ones stand."""
    told = Report.objects.once_public().aggregate(
        count=Count("pk"),
        last=Max("pk"),
        published=Max("published_at"),
        withdrawn=Max("withdrawn_at"),
        withdrawals=Count("withdrawn_at"),
    )
    moments = [one for one in (told["published"], told["withdrawn"]) if one]
    return max(moments, default=None), repr(sorted(told.items()))


reported = partial(public, also=reports_stamp)


def published() -> list[Report]:
    """Every report that stands, the newest period first."""
    return list(Report.objects.public().defer("figures"))


@reported
def report(
    request: HttpRequest, now: Holdings, language: str, period: str
) -> HttpResponse:
    """Show one report, or that it was withdrawn."""
    one = _of(period)
    where = ("content-report", period)
    said: dict[str, Any] = {"report": one, "title": title_of(one)}
    if not one.is_public:
        gone = {**said, "is_unlisted": True}
        template = "website/content_report_withdrawn.html"
        return page(template, language, where, gone, status=410)
    figures = one.said
    drawn = kept.drawings_of(figures, language)
    said["tables"] = [(each, drawn.get(each.key)) for each in shown(figures)]
    said["about"] = about()
    return page("website/content_report.html", language, where, said)


@reported
def report_pdf(
    request: HttpRequest, now: Holdings, language: str, period: str
) -> HttpResponse:
    """Hand a report out as PDF."""
    raw = kept.pdf_of(_standing(period), language)
    name = f"marsad-transparency-{period}-{language}.pdf"
    return _file(raw, "application/pdf", name)


@reported
def report_csv(
    request: HttpRequest, now: Holdings, language: str, period: str
) -> HttpResponse:
    """Hand the figures of a report out as CSV."""
    raw = kept.csv_of(_standing(period))
    return _file(raw, "text/csv; charset=utf-8", f"marsad-transparency-{period}.csv")


@reported
def report_json(
    request: HttpRequest, now: Holdings, language: str, period: str
) -> HttpResponse:
    """Hand the frozen figures of a report out, letter for letter as they were hashed."""
    raw = _standing(period).figures.encode()
    return _file(raw, "application/json", f"marsad-transparency-{period}.json")


@reported
def report_chart(
    request: HttpRequest, now: Holdings, language: str, period: str, name: str
) -> HttpResponse:
    """Draw one chart of a report."""
    drawn = kept.drawing_of(_standing(period), name, language)
    if drawn is None:
        raise Http404
    return as_drawing(drawn)


def _of(period: str) -> Report:
    """The report of a period that stands, else the last one that did; nothing before."""
    begins, between, ends = period.partition(_BETWEEN)
    try:
        days = {"begins": date.fromisoformat(begins), "ends": date.fromisoformat(ends)}
    except ValueError:
        raise Http404 from None
    rows = Report.objects.once_public().filter(**days)
    found = rows.public().first() or rows.order_by("-withdrawn_at").first()
    if found is None or not between or found.period != period:
        raise Http404
    return found


def _standing(period: str) -> Report:
    """The report of a period, if it stands: of a withdrawn one no file is handed out."""
    found = _of(period)
    if not found.is_public:
        raise Http404
    return found


def _file(raw: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(raw, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
