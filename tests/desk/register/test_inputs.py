from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.desk.register.inputs import as_written, interval_of, number_of
from marsad.reading.findings import Interval


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        pytest.param("74", "en", 74, id="plain"),
        pytest.param("٧٤", "ar", 74, id="Arabic digits"),
        pytest.param("۷۴", "ar", 74, id="Persian digits"),
        pytest.param("٩٨٫٥", "ar", 98.5, id="the Arabic point"),
        pytest.param("٢٠٠٬٠٠٠", "ar", 200000, id="the Arabic separator"),
        pytest.param("1,250,000.5", "en", 1250000.5, id="grouped"),
        pytest.param("1 250 000,5", "fr", 1250000.5, id="grouped as in French"),
        pytest.param("98,5", "fr", 98.5, id="a French comma"),
        pytest.param("98%", "en", 98, id="with its sign"),
        pytest.param("-2.5", "en", -2.5, id="below zero"),
    ],
)
def test_numbers_are_read_in_any_digits(written, language, expected):
    assert number_of(written, language) == expected


@pytest.mark.parametrize(
    ("written", "language"),
    [
        pytest.param("98,5", "en", id="a comma that may be either"),
        pytest.param("كثير", "ar", id="a word"),
        pytest.param("1e9", "en", id="an exponent"),
        pytest.param("nan", "en", id="no number by name"),
        pytest.param("12,34", "ar", id="a group that is none"),
    ],
)
def test_what_is_no_number_is_refused(written, language):
    with pytest.raises(ValueError, match=written):
        number_of(written, language)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        pytest.param("2021-06-28", (2021, 6, 28), (2021, 6, 28), id="ISO"),
        pytest.param("28/6/2021", (2021, 6, 28), (2021, 6, 28), id="day first"),
        pytest.param("28.06.2021", (2021, 6, 28), (2021, 6, 28), id="with points"),
        pytest.param("٢٨/٦/٢٠٢١", (2021, 6, 28), (2021, 6, 28), id="Arabic digits"),
        pytest.param("2021-06", (2021, 6, 1), (2021, 6, 30), id="a month"),
        pytest.param("2020", (2020, 1, 1), (2020, 12, 31), id="a year"),
        pytest.param(
            "2021-06-28/2021-07-02", (2021, 6, 28), (2021, 7, 2), id="a stretch"
        ),
    ],
)
def test_days_are_read_as_people_write_them(written, first, last):
    assert interval_of(written) == Interval(date(*first), date(*last))


@pytest.mark.parametrize("written", ["31/2/2021", "soon", "2021-13", "28/6"])
def test_what_is_no_day_is_nothing(written):
    assert interval_of(written) is None


# A busy machine draws slowly; that says nothing about the property.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.integers(min_value=0, max_value=900),
)
def test_days_are_written_so_that_they_are_read_back(first, more):
    last = date.fromordinal(first.toordinal() + more)

    assert interval_of(as_written(Interval(first, last))) == Interval(first, last)
