"""Looking for the newest findings stretch by stretch finds what a plain order finds."""

from datetime import date

import pytest

from marsad.desk.chronicles import windows
from marsad.desk.register.models import Finding


@pytest.mark.parametrize("dense", [0, 300])
@pytest.mark.parametrize("count", [1, 3, 1000])
def test_looks_by_day_and_by_month_find_the_newest(report, monkeypatch, dense, count):
    monkeypatch.setattr(windows, "_DENSE", dense)
    one = report.findings.first()
    for number in range(90):
        one.pk, one.key = None, f"{number:032}"
        one.day = date(2018, 1 + number % 3, 1 + number % 28)
        one.save(force_insert=True)
    rows = Finding.objects.filter(day__lt=date(2018, 4, 1), pk__gte=one.pk - 89)
    months = [(date(2018, month, 1), 30) for month in (3, 2, 1)]

    looked = windows.newest(rows, months, count, after=None)

    assert looked.rows == list(rows.order_by("-day", "-pk")[:count])
    assert (looked.down_to is None) == (count == 1000)


def test_where_nothing_is_counted_nothing_is_looked_for(report):
    looked = windows.newest(Finding.objects.all(), [], 5, after=None)

    assert looked.rows == []
    assert looked.down_to is None
