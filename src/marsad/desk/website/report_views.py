"""The transparency report: what the cell did, in numbers with their meaning."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from marsad.desk.website.content_report_views import published, reported
from marsad.desk.website.counts import MEASURES, last_quarters, months, quarter_of
from marsad.desk.website.holdings import Holdings, today
from marsad.desk.website.pages import page, public
from marsad.desk.website.register_views import as_csv


@reported
def transparency(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show the last four quarters, and all since the beginning."""
    on = today()
    counted = months(on)
    quarters = last_quarters(on)
    said: dict[str, Any] = {
        "quarters": [_Quarter(one) for one in quarters],
        "rows": [
            {
                "measure": one,
                "counts": [_in_quarter(counted[one.key], each) for each in quarters],
                "total": sum(counted[one.key].values()),
            }
            for one in MEASURES
        ],
        "today": on,
        "reports": published(),
    }
    return page("website/transparency.html", language, ("transparency",), said)


class _Quarter:
    """A quarter as a table heads its column: 2026, 3."""

    def __init__(self, first: date) -> None:
        self.year = first.year
        self.number = (first.month + 2) // 3


def _in_quarter(counted: dict[date, int], quarter: date) -> int:
    return sum(
        count for month, count in counted.items() if quarter_of(month) == quarter
    )


@public
def transparency_csv(
    request: HttpRequest, now: Holdings, language: str
) -> HttpResponse:
    """Hand the counts of every month out as CSV."""
    counted = months(today())
    rows = [
        (month.strftime("%Y-%m"), one.key, count, str(one.name), str(one.meaning))
        for one in MEASURES
        for month, count in sorted(counted[one.key].items())
    ]
    columns = ("month", "measure", "count", "name", "meaning")
    return as_csv(columns, sorted(rows), "marsad-transparency.csv")
