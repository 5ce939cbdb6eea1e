"""Counts over posts: right, in aggregates alone, and shown to nobody below their marking."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.content_makers import (
    make_case,
    make_person,
    make_post,
    make_signal,
    make_stream,
)
from desk.watch.watched import a_day, a_month
from marsad.desk.posts.models import Purge
from marsad.desk.watch.count import count_week, monday_of
from marsad.desk.watch.keep_up import catch_up, look_for_news
from marsad.desk.watch.models import Novelty, Stretch, Tally
from marsad.desk.watch.series import Asked, series_of, themes_of
from marsad.marking import Marking

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return make_person("ada", "analyst")


def series(person, **asked):
    return series_of(Asked(theme="soup", **asked), person, timezone.localdate())


def cell(found, days_ago):
    day = timezone.localdate() - timedelta(days=days_ago)
    return next(one for one in found.cells if one.starts == day)


def test_posts_and_accounts_of_a_day_are_counted(ada):
    a_day(make_stream(), 1, 12, each=3)

    catch_up()

    assert cell(series(ada, measure="accounts"), 1).value == 12
    assert cell(series(ada, measure="posts"), 1).value == 36
    assert cell(series(ada, measure="reach"), 1).value == 3600


def test_an_account_counts_once_in_a_week(ada):
    stream = make_stream()
    monday = monday_of(timezone.localdate())
    for ago in ((timezone.localdate() - monday).days + day for day in (3, 4, 5)):
        a_day(stream, ago, 15)

    catch_up()

    (week,) = [one for one in series(ada, stretch=Stretch.WEEK).cells if one.value]
    assert week.value == 15


def test_what_nine_accounts_did_is_not_shown(ada):
    a_day(make_stream(), 1, 9, each=40)

    catch_up()

    assert cell(series(ada, measure="posts"), 1).is_hidden


def test_a_small_language_is_not_what_is_left_over(ada):
    stream = make_stream()
    a_day(stream, 1, 40, language="ar")
    a_day(stream, 1, 20, language="en")
    a_day(stream, 1, 4, language="fr")

    catch_up()

    hidden = [
        language
        for language in ("ar", "en", "fr")
        if cell(series(ada, language=language, measure="posts"), 1).is_hidden
    ]
    assert hidden == ["en", "fr"]
    assert cell(series(ada, measure="posts"), 1).value == 64


def test_a_match_with_a_case_counts_as_matched_and_a_harmless_one_does_not(ada):
    stream = make_stream()
    posts = a_day(stream, 1, 12)
    soup, bread = make_signal(), make_signal(value="خبز " * 20)
    make_case(post=posts[0], signal=soup)
    make_case(post=posts[1], signal=bread).matches.update(harmless=soup)

    catch_up()

    assert cell(series(ada, measure="matched"), 1).value == 1


def test_a_stricter_stream_is_counted_only_for_who_may_read_it():
    a_day(make_stream(marking=Marking.GREEN), 1, 12)
    a_day(make_stream(marking=Marking.RED), 1, 30)
    catch_up()

    low = make_person("ada", "analyst", clearance=Marking.GREEN)
    high = make_person("dora", "director", clearance=Marking.RED)

    assert cell(series(low, measure="posts"), 1).value == 12
    assert cell(series(high, measure="posts"), 1).value == 42


def test_a_theme_above_a_clearance_is_not_even_named():
    a_day(make_stream(marking=Marking.RED), 1, 30)
    catch_up()

    assert themes_of(make_person("low", "analyst", clearance=Marking.GREEN)) == []


def test_three_times_as_many_accounts_as_before_is_told_with_its_interval(ada):
    a_month(now=30)
    a_day(make_stream(), 1, 110)
    catch_up()

    found = series(ada)

    assert found.shift.is_rise
    assert 1.5 < found.shift.low < found.shift.ratio < 5


def test_the_day_on_which_a_level_changed_is_told(ada):
    a_month()
    catch_up()

    (change,) = series(ada).changes

    assert change[1] == timezone.localdate() - timedelta(days=6)


def test_posts_taken_away_by_time_stay_counted(ada):
    stream = make_stream()
    posts = a_day(stream, 8, 12)
    catch_up()
    Purge.objects.create(stream=stream, why="retention", day=posts[0].at.date())
    for post in posts:
        post.delete()

    count_week("soup", monday_of(posts[0].at.date()))

    assert cell(series(ada, measure="posts"), 8).value == 12


def test_posts_that_nobody_compared_yet_wait(ada):
    make_post(stream=make_stream())

    assert catch_up() == 0
    assert Tally.objects.count() == 0


def test_counting_twice_counts_once(ada):
    a_day(make_stream(), 1, 12)
    catch_up()
    before = list(Tally.objects.values_list("posts", "accounts", "is_shown"))

    count_week("soup", monday_of(timezone.localdate() - timedelta(days=1)))

    assert list(Tally.objects.values_list("posts", "accounts", "is_shown")) == before


def test_wording_that_rises_and_matches_nothing_is_new():
    stream = make_stream()
    for days_ago in (20, 15, 10):
        a_day(stream, days_ago, 60)
    a_day(stream, 1, 40, text="وصفة الكشري الجديدة من مطبخ الحي")

    look_for_news()

    assert Novelty.objects.get().words == "وصفة الكشري الجديدة من مطبخ الحي"


def test_wording_that_a_bank_knows_is_not_new():
    stream = make_stream()
    signal = make_signal()
    a_day(stream, 20, 60)
    for post in a_day(stream, 1, 40, text="وصفة الكشري الجديدة من مطبخ الحي القديم"):
        post.matches.create(signal=signal, kind="wording", distance=0, band=2)

    look_for_news()

    assert not Novelty.objects.exists()
