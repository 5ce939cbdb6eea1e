"""The page of watch."""

import pytest

from desk.content_makers import make_person, make_stream
from desk.watch.watched import a_day, a_month
from marsad.desk.watch.keep_up import catch_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(sign_in):
    return sign_in(make_person("ada", "analyst"))


def test_an_empty_watch_says_what_will_stand_there(browser):
    page = browser.get("/watch/")

    assert "Here will stand how much is posted" in page.content.decode()


def test_a_rise_is_told_in_words_with_its_interval(browser):
    a_month(now=30)
    a_day(make_stream(), 1, 110)
    catch_up()

    page = browser.get("/watch/").content.decode()

    assert "more than before" in page
    assert "95 % between" in page


def test_the_day_of_a_change_is_told_with_the_days_between_which_it_lies(browser):
    a_month()
    catch_up()

    page = browser.get("/watch/").content.decode()

    assert "Where the level changed" in page


def test_the_chart_is_a_drawing_with_its_own_letters(browser):
    a_month()
    catch_up()

    drawn = browser.get("/watch/chart.svg?measure=posts&stretch=week")

    assert drawn["Content-Type"] == "image/svg+xml"
    assert b"<path" in drawn.content
    assert b"@font-face" in drawn.content


def test_what_nobody_knows_is_read_as_the_first_that_there_is(browser):
    a_month()
    catch_up()

    page = browser.get("/watch/?theme=nothing&measure=names&stretch=hour")

    assert page.status_code == 200
    assert "soup" in page.content.decode()


def test_a_series_is_handed_out_as_a_file_without_what_is_hidden(browser):
    a_month(usual=3, now=40)
    catch_up()

    rows = b"".join(browser.get("/watch/?format=csv").streaming_content).decode()

    assert "True" in rows
    assert all(",3," not in row for row in rows.splitlines())


def test_without_any_count_there_is_no_chart(browser):
    assert browser.get("/watch/chart.svg").status_code == 404
