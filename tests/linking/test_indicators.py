"""Tests for series of figures."""

import pytest

from makers import day, days, document, figure, membership, party, reading
from marsad.linking.indicators import ATTENDANCE, MEMBERS, link_indicators
from marsad.linking.registers import indicators

AR = "وقال إن نحو 10 آلاف مقاتل من التنظيم ما زالوا محتجزين في شمال شرق سوريا."
EN = "He said about 10,000 fighters were still held in north-eastern Syria."
FR = "Environ 9 000 combattants sont toujours détenus dans le nord-est du pays."


def _detained(named, text, words, value, language, published="2021-06-29", **known):
    return reading(
        document(text, named=named, language=language, published=published),
        figure(words, value, known.pop("unit", "person"), bound="about", **known),
    )


def test_one_indicator_in_two_languages_is_one_series():
    readings = [
        _detained("a", AR, "10 آلاف مقاتل", 10000, "ar"),
        _detained("e", EN, "10,000 fighters", 10000, "en", unit="fighter"),
        _detained("f", FR, "9 000 combattants", 9000, "fr", published="2024-10-01"),
    ]

    (series,) = link_indicators(readings)

    assert series.indicator == "fighters-detained"
    assert [point.value for point in series.points] == [10000, 9000]
    assert [one.document.id for one in series.points[0].attestations] == ["a", "e"]
    assert series.latest.value == 9000


def test_a_joined_point_never_claims_more_than_its_loosest_source():
    exact = "He said 10,000 fighters were still held in north-eastern Syria."
    readings = [
        _detained("a", AR, "10 آلاف مقاتل", 10000, "ar"),
        reading(
            document(exact, named="e", language="en"),
            figure("10,000 fighters", 10000, "person"),
        ),
    ]

    (series,) = link_indicators(readings)

    assert series.points[0].bound == "about"


@pytest.mark.parametrize(
    ("text", "language", "words", "unit", "change", "name"),
    [
        pytest.param(
            "تحررت 98% من الأراضي.", "ar", "98%", "percent", None, "territory-liberated", id="land, Arabic"
        ),
        pytest.param(
            "Le groupe a perdu 98 % de son territoire.", "fr", "98 %", "percent", None, "territory-liberated", id="land, French"
        ),
        pytest.param(
            "The flow of foreign fighters fell by 90%.", "en", "90%", "percent", "decrease", "foreign-fighter-flow", id="flow, English"
        ),
        pytest.param(
            "وانخفض عدد المقاتلين الأجانب بنسبة 90%.", "ar", "90%", "percent", "decrease", "foreign-fighter-flow", id="flow, Arabic"
        ),
        pytest.param(
            "Plus de 25 000 soldats ont été formés.", "fr", "25 000 soldats", "soldier", None, "forces-trained", id="training, French"
        ),
        pytest.param(
            "أعادت كازاخستان أكثر من 600 شخص إلى وطنهم، بينهم عائلات.", "ar", "600 شخص", "person", None, "repatriated", id="repatriation, Arabic"
        ),
        pytest.param(
            "The flow of foreign fighters rose by 12%.", "en", "12%", "percent", "increase", None, id="a rise is no fall"
        ),
        pytest.param(
            "وشهدنا انخفاضا بلغ 58% في عدد الحسابات الموالية لداعش.", "ar", "58%", "percent", "decrease", "pro-daesh-accounts-fall", id="accounts, Arabic"
        ),
        pytest.param(
            "Unemployment fell by 9%.", "en", "9%", "percent", "decrease", None, id="something else"
        ),
    ],
)  # fmt: skip
def test_the_words_around_a_figure_tell_what_it_counts(
    text, language, words, unit, change, name
):
    read = reading(
        document(text, language=language), figure(words, 1000, unit, change=change)
    )

    (series,) = link_indicators([read])

    assert series.indicator == name


def test_two_percentages_of_one_sentence_are_told_apart_by_their_clauses():
    text = "The group lost 98% of its territory, while the flow of foreign fighters fell by 90%."
    read = reading(
        document(text, language="en"),
        figure("98%", 98, "percent"),
        figure("90%", 90, "percent", change="decrease"),
    )

    names = {one.indicator: one.points[0].value for one in link_indicators([read])}

    assert names == {"territory-liberated": 98, "foreign-fighter-flow": 90}


def test_members_of_two_bodies_are_two_series():
    text = "The Amber League now has 74 members. The Union of Ports has 31 members."
    read = reading(
        document(text, language="en"),
        party("Amber League", "Amber League"),
        party("Union of Ports", "Union of Ports"),
        membership("has 74 members", 74),
        membership("has 31 members", 31),
        figure("74 members", 74, "member"),
        figure("31 members", 31, "member"),
    )

    found = {
        (one.indicator, one.body, one.latest.value) for one in link_indicators([read])
    }

    assert found == {(MEMBERS, "Amber League", 74), (MEMBERS, "Union of Ports", 31)}


def test_one_date_dates_the_value_next_to_it():
    text = "The Amber League counts 83 members, against 79 in 2019."
    read = reading(
        document(text, language="en", published="2021-06-29"),
        party("Amber League", "Amber League"),
        figure("83 members", 83, "member", as_of="2019"),
        figure("79", 79, "member", as_of="2019"),
        day("2019", days("2019-01-01", "2019-12-31")),
    )

    (series,) = link_indicators([read])

    assert [(point.value, point.moment) for point in series.points] == [
        (79, days("2019-01-01", "2019-12-31")),
        (83, days("2021-06-29")),
    ]


def test_those_who_attended_are_not_the_members():
    text = "اجتمع التحالف بمشاركة 14 دولة."
    read = reading(
        document(text),
        party("التحالف", "Global Coalition"),
        membership("مشاركة 14 دولة", 14, event="attended"),
        figure("14 دولة", 14, "country"),
    )

    assert [one.indicator for one in link_indicators([read])] == [ATTENDANCE]


def test_one_sum_in_two_reports_of_one_day_is_one_figure():
    readings = [
        reading(
            document("Washington a promis 200 millions de dollars.", named="f", language="fr"),
            figure("200 millions de dollars", 2e8, "USD"),
        ),
        reading(
            document("The US pledged $200 million.", named="e", language="en"),
            figure("$200 million", 2e8, "USD"),
        ),
        reading(
            document("It raised $200 million.", named="x", language="en", published="2023-01-01"),
            figure("$200 million", 2e8, "USD"),
        ),
    ]  # fmt: skip

    sources = [
        [one.document.id for one in series.points[0].attestations]
        for series in link_indicators(readings)
    ]

    assert sorted(sources) == [["f", "e"], ["x"]] or sorted(sources) == [
        ["e", "f"],
        ["x"],
    ]


def test_the_register_says_its_words_in_three_languages():
    for indicator in indicators():
        assert set(indicator.cues) == {"ar", "en", "fr"}, indicator.name
