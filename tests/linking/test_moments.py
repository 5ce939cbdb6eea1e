"""Tests for the days for which something holds."""

from datetime import date

import pytest

from makers import days
from marsad.linking.moments import is_near, moment_of, month, narrower

PUBLISHED = date(2021, 7, 4)


@pytest.mark.parametrize(
    ("as_of", "moment"),
    [
        pytest.param("2021-06-28", days("2021-06-28"), id="a day"),
        pytest.param("2016-09", days("2016-09-01", "2016-09-30"), id="a month"),
        pytest.param("2019", days("2019-01-01", "2019-12-31"), id="a year"),
        pytest.param("2016-09-01/2016-11-30", days("2016-09-01", "2016-11-30"), id="a stretch"),
        pytest.param("2016-09/2017", days("2016-09-01", "2017-12-31"), id="a stretch of unlike parts"),
        pytest.param(None, days("2021-07-04"), id="nothing said: the day of publication"),
        pytest.param("soon", days("2021-07-04"), id="no date"),
        pytest.param("2021-02-30", days("2021-07-04"), id="no such day"),
        pytest.param("2021-13", days("2021-07-04"), id="no such month"),
        pytest.param("2021/2019", days("2021-07-04"), id="backwards"),
    ],
)  # fmt: skip
def test_an_as_of_date_means_days(as_of, moment):
    assert moment_of(as_of, PUBLISHED) == moment


def test_nothing_known_is_no_moment():
    assert moment_of(None, None) is None


def test_news_of_one_weekend_is_of_one_moment():
    assert is_near(days("2018-02-13"), days("2018-02-16"))
    assert not is_near(days("2018-02-13"), days("2018-02-17"))


def test_the_shorter_stretch_says_more():
    assert narrower(days("2019-01-01", "2019-12-31"), days("2019-05-01")) == days(
        "2019-05-01"
    )


def test_a_month_knows_its_length():
    assert month(2024, 2) == days("2024-02-01", "2024-02-29")
