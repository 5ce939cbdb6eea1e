"""Tests for how long a value holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import days
from marsad.linking.lasting import expires, house_months, is_stale
from marsad.linking.registers import indicators
from marsad.linking.values import ATTENDANCE, MEMBERS


@pytest.mark.parametrize(
    ("as_of", "indicator", "last"),
    [
        pytest.param(
            date(2018, 2, 13), MEMBERS, date(2019, 2, 13), id="members, a year"
        ),
        pytest.param(
            days("2018-08-31"), "territory-liberated", date(2019, 2, 28), id="land, half a year, a shorter month"
        ),
        pytest.param(
            days("2016-09-01", "2016-09-30"), "pro-daesh-accounts", date(2016, 12, 30), id="accounts, a quarter from the last day"
        ),
        pytest.param(date(2014, 10, 27), ATTENDANCE, date.max, id="an event never"),
        pytest.param(date(2020, 1, 1), None, date(2020, 7, 1), id="no indicator"),
        pytest.param(date.max, MEMBERS, date.max, id="the end of the calendar"),
    ],
)  # fmt: skip
def test_a_value_holds_for_as_long_as_its_indicator_lasts(as_of, indicator, last):
    assert expires(as_of, indicator) == last


def test_people_set_another_span_and_leave_the_rest():
    ours = {MEMBERS: 1}

    assert expires(date(2018, 2, 13), MEMBERS, ours) == date(2018, 3, 13)
    assert expires(date(2018, 2, 13), "air-strikes", ours) == date(2018, 5, 13)


def test_every_indicator_of_the_register_has_its_span():
    names = {one.name for one in indicators()} | {MEMBERS, ATTENDANCE, "*"}

    assert set(house_months()) == names


@given(st.dates(max_value=date(9000, 1, 1)), st.sampled_from(sorted(house_months())))
def test_no_value_is_stale_on_its_own_day(day, indicator):
    assert not is_stale(day, indicator, today=day)
    assert expires(day, indicator) == date.max or is_stale(
        day, indicator, today=expires(day, indicator)
    )
