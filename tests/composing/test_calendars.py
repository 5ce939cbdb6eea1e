"""Tests for days and stretches of days in words."""

import pytest

from makers import days
from marsad.composing.calendars import as_of, due, named, when
from marsad.composing.pieces import plain


@pytest.mark.parametrize(
    ("interval", "arabic", "english", "french"),
    [
        pytest.param(days("2021-06-28"), "في 28 يونيو/حزيران 2021", "on 28 June 2021", "le 28 juin 2021", id="a day"),
        pytest.param(days("2024-10-01"), "في 1 أكتوبر/تشرين الأول 2024", "on 1 October 2024", "le 1er octobre 2024", id="the first of a month"),
        pytest.param(days("2022-06-01", "2022-06-30"), "في يونيو/حزيران 2022", "in June 2022", "en juin 2022", id="a month"),
        pytest.param(days("2019-01-01", "2019-12-31"), "في عام 2019", "in 2019", "en 2019", id="a year"),
        pytest.param(days("2025-03-01", "2025-05-31"), "في ربيع 2025", "in spring 2025", "au printemps 2025", id="a season"),
        pytest.param(days("2023-12-01", "2024-02-29"), "في شتاء 2023/2024", "in winter 2023/2024", "à l’hiver 2023/2024", id="a winter over the year's end"),
        pytest.param(days("2014-10-21", "2014-10-31"), "بين 21 أكتوبر/تشرين الأول 2014 و31 أكتوبر/تشرين الأول 2014", "between 21 October 2014 and 31 October 2014", "entre le 21 octobre 2014 et le 31 octobre 2014", id="a range"),
    ],
)  # fmt: skip
def test_each_language_says_when_in_its_own_way(interval, arabic, english, french):
    assert plain(when(interval, "ar")) == arabic
    assert plain(when(interval, "en")) == english
    assert plain(when(interval, "fr")) == french


def test_a_moment_is_said_as_of():
    assert plain(as_of(days("2021-06-28"), "ar")) == "حتى 28 يونيو/حزيران 2021"
    assert plain(as_of(days("2021-06-28"), "en")) == "as of 28 June 2021"
    assert plain(as_of(days("2021-06-28"), "fr")) == "au 28 juin 2021"


def test_a_stretch_without_a_name_is_due_by_its_last_day():
    interval = days("2014-10-28", "2015-12-31")

    assert plain(due(interval, "en")) == "by 31 December 2015"
    assert plain(due(interval, "ar")) == "في موعد أقصاه 31 ديسمبر/كانون الأول 2015"
    assert plain(due(days("2022-06-01", "2022-06-30"), "en")) == "in June 2022"


def test_dates_are_isolated_from_the_words_around_them():
    assert {piece.kind for piece in named(days("2021-06-28"), "ar")} == {"date"}
