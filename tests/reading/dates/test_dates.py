"""Dates: every expression of time that can be resolved, as an interval of days."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.findings import DateMention
from marsad.reading.pipeline import read

# A Tuesday.
PUBLISHED = date(2021, 6, 29)
# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def dates(
    text: str, language: str, published: date | None = PUBLISHED
) -> list[DateMention]:
    """Read the dates of a text."""
    report = Document("report", text, published=published, language=language)
    return [one for one in read(report) if isinstance(one, DateMention)]


@pytest.mark.parametrize(
    ("text", "language", "surface", "days", "precision"),
    [
        pytest.param("عُقد في 28 حزيران (يونيو) 2021 بروما", "ar", "28 حزيران (يونيو) 2021",
                     "2021-06-28/2021-06-28", "day", id="levantine name first"),
        pytest.param("سقطت في يونيو/حزيران 2014 المدينة", "ar", "يونيو/حزيران 2014",
                     "2014-06-01/2014-06-30", "month", id="paired by a stroke"),
        pytest.param("خلال الفترة من 21 وحتى 31 من شهر أكتوبر (تشرين الأول) 2020", "ar",
                     "من 21 وحتى 31 من شهر أكتوبر (تشرين الأول) 2020",
                     "2020-10-21/2020-10-31", "range", id="a range of days"),
        pytest.param("انعقدت يوم 16 جانفي الماضي", "ar", "يوم 16 جانفي الماضي",
                     "2021-01-16/2021-01-16", "day", id="maghreb month"),
        pytest.param("في منتصف عام 2014 سيطر", "ar", "منتصف عام 2014",
                     "2014-06-01/2014-07-31", "range", id="the middle of a year"),
        pytest.param("في خريف 2021 يجتمعون", "ar", "خريف 2021", "2021-09-01/2021-11-30",
                     "season", id="season of a year"),
        pytest.param("قال الوزير أمس الاثنين إن", "ar", "أمس الاثنين",
                     "2021-06-28/2021-06-28", "day", id="yesterday with its weekday"),
        pytest.param("يصل السبت المقبل وفد", "ar", "السبت المقبل", "2021-07-03/2021-07-03",
                     "day", id="next saturday"),
        pytest.param("في العام الماضي عاد", "ar", "العام الماضي", "2020-01-01/2020-12-31",
                     "year", id="last year"),
        pytest.param("منذ عامين يعمل", "ar", "منذ عامين", "2019-06-29/2021-06-29", "range",
                     id="since two years"),
        pytest.param("15 رمضان 1445 هـ الموافق 25 مارس 2024", "ar",
                     "15 رمضان 1445 هـ الموافق 25 مارس 2024", "2024-03-25/2024-03-25", "day",
                     id="one day in two calendars"),
        pytest.param("في الربع الأخير من 2024 تبدأ", "ar", "الربع الأخير من 2024",
                     "2024-10-01/2024-12-31", "range", id="the last quarter"),
        pytest.param("بتاريخ 04/07/2021 صدر", "ar", "04/07/2021", "2021-07-04/2021-07-04",
                     "day", id="day before month in digits"),
        pytest.param("وقع الهجوم ليل السبت الأحد", "ar", "ليل السبت الأحد",
                     "2021-06-26/2021-06-27", "range", id="the night between two days"),
        pytest.param("He fell on Thanksgiving Day 2018 there", "en",
                     "Thanksgiving Day 2018", "2018-11-22/2018-11-22", "day",
                     id="a feast of a year, by the week of its month"),
        pytest.param("It closed on Memorial Day", "en", "Memorial Day",
                     "2021-05-31/2021-05-31", "day", id="the last monday of a month"),
        pytest.param("It shrank in Q4 2020 again", "en", "Q4 2020", "2020-10-01/2020-12-31",
                     "range", id="a quarter by its letter"),
        pytest.param("Over the weekend it rained", "en", "weekend", "2021-06-26/2021-06-27",
                     "range", id="the weekend just over"),
        pytest.param("It was held on July 20-22, 2016 in Rome", "en", "July 20-22, 2016",
                     "2016-07-20/2016-07-22", "range", id="english range"),
        pytest.param("Talks held in May will go on", "en", "May", "2021-05-01/2021-05-31",
                     "month", id="the month of may"),
        pytest.param("In September we will meet again", "en", "September",
                     "2021-09-01/2021-09-30", "month", id="a month ahead"),
        pytest.param("He came to power seven years ago", "en", "seven years ago",
                     "2014-01-01/2014-12-31", "year", id="years ago are a year"),
        pytest.param("They met last Monday in Paris", "en", "last Monday",
                     "2021-06-28/2021-06-28", "day", id="last monday"),
        pytest.param("planned in the first half of 2024 at sea", "en", "first half of 2024",
                     "2024-01-01/2024-06-30", "range", id="first half"),
        pytest.param("from 30 April to 3 May 2021 it rained", "en", "30 April to 3 May 2021",
                     "2021-04-30/2021-05-03", "range", id="across two months"),
        pytest.param("aid given in 2021 and 2022 grew", "en", "2021 and 2022",
                     "2021-01-01/2022-12-31", "range", id="two years running"),
        pytest.param("le scrutin des 16 et 17 juin a", "fr", "16 et 17 juin",
                     "2021-06-16/2021-06-17", "range", id="two days in french"),
        pytest.param("la réunion du dimanche 27 juin à", "fr", "dimanche 27 juin",
                     "2021-06-27/2021-06-27", "day", id="weekday and day"),
        pytest.param("il y a trois ans, la ville", "fr", "il y a trois ans",
                     "2018-01-01/2018-12-31", "year", id="french years ago"),
        pytest.param("le week-end dernier, ils ont", "fr", "week-end dernier",
                     "2021-06-26/2021-06-27", "range", id="last weekend"),
        pytest.param("avant Noël, elle verra", "fr", "Noël", "2021-12-25/2021-12-25", "day",
                     id="before christmas"),
        pytest.param("se retrouveront jeudi et vendredi prochains", "fr",
                     "jeudi et vendredi prochains", "2021-07-01/2021-07-02", "range",
                     id="two weekdays ahead"),
    ],
)  # fmt: skip
def test_a_date_is_resolved_to_days(text, language, surface, days, precision):
    found = {one.span.quote: one for one in dates(text, language)}

    assert surface in found
    assert (str(found[surface].interval), found[surface].precision) == (days, precision)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("قالت تيريزا ماي إن", "ar", id="a name like a month"),
        pytest.param("في اليوم العالمي للصحافة", "ar", id="a day that is a noun"),
        pytest.param("السكان في أمس الحاجة إلى الماء", "ar", id="dire need"),
        pytest.param("رحل قبل يومين من العيد", "ar", id="days before another day"),
        pytest.param("They may march on, he said", "en", id="verbs like months"),
        pytest.param("he told the Sunday Times", "en", id="a paper named after a day"),
        pytest.param("every Friday they pray", "en", id="every friday"),
        pytest.param("sept ans de guerre", "fr", id="seven is no september"),
        pytest.param("2000 soldats sont partis", "fr", id="a count like a year"),
    ],
)
def test_other_uses_of_words_of_time_are_no_dates(text, language):
    assert dates(text, language) == []


def test_without_a_known_day_nothing_relative_is_resolved():
    assert dates("He spoke yesterday and last year.", "en", None) == []


def test_a_dateline_tells_the_day_of_a_text_without_one():
    found = dates("WASHINGTON, Jan. 5, 2017\n\nHe spoke yesterday.", "en", None)

    assert str(found[-1].interval) == "2017-01-04/2017-01-04"


def test_a_speaker_in_a_paper_says_today_of_the_day_before():
    found = dates("قال الوزير أمس في مؤتمر صحافي: «نحن اليوم أمام مرحلة جديدة».", "ar")

    assert [str(one.interval) for one in found] == ["2021-06-28/2021-06-28"] * 2


def test_an_editors_day_in_brackets_explains_a_speakers():
    (found,) = dates("وقال إن الاجتماع اليوم (أمس) كان بداية", "ar")

    assert found.span.quote == "اليوم (أمس)"
    assert str(found.interval) == "2021-06-28/2021-06-28"


def test_words_for_now_and_ends_of_years_are_doubtful():
    found = dates("Il vit maintenant ici, avant la fin de l'année 2022.", "fr")

    assert [one.is_doubtful for one in found] == [True, True]


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@UNHURRIED
@given(text=st.text(max_size=200))
def test_any_text_gives_dates_that_quote_it(text, language):
    for one in dates(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@UNHURRIED
@given(
    text=st.lists(
        st.sampled_from(
            [
                "28", "31", "2021", "0000", "1999", "يونيو", "(", ")", "حزيران", "من", "شهر",
                "الماضي", "السبت", "أمس", "منذ", "عامين", "قبل", "9999999", "أيام", "هـ",
                "رمضان", "1445", "May", "Feb", "30", "last", "next", "years", "ago", "years",
                "-", "/", "29/02/2021", "février", "dernier", "il", "y", "a", "ans", "début",
                "de", "l'", "été", "printemps", "first", "half", "of", "and", "\n", "century",
            ]
        ),
        max_size=25,
    ).map(" ".join)
)  # fmt: skip
def test_any_heap_of_words_of_time_gives_dates_that_quote_it(text, language):
    for one in dates(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote
        assert one.interval.first <= one.interval.last


def test_decimals_of_a_tunisian_sum_are_no_year():
    text = "بلغت الميزانية 152ر2018 مليون دينار."
    assert dates(text, "ar") == []
