"""Tests for commitments and meetings across reports."""

from datetime import date

from makers import commitment, days, document, meeting, reading
from marsad.linking.undertakings import link_commitments, link_meetings

AR = "تعهدت إيطاليا بتقديم 200 مليون دولار."
EN = "Italy pledged $200 million."


def _promise(named, text, language, published="2018-02-14", **known):
    return reading(
        document(text, named=named, language=language, published=published),
        commitment(text[:-1], "IT", **known),
    )


def _sources(linked):
    return [[source.document.id for source in one.attestations] for one in linked]


def test_one_pledge_in_two_languages_is_one_commitment():
    readings = [
        _promise("a", AR, "ar", amount=(2e8, "USD")),
        _promise("e", EN, "en", amount=(2e8, "USD")),
    ]

    assert _sources(link_commitments(readings)) == [["a", "e"]]


def test_the_same_sum_a_year_later_is_a_new_pledge():
    readings = [
        _promise("a", AR, "ar", amount=(2e8, "USD")),
        _promise("e", EN, "en", amount=(2e8, "USD"), published="2019-02-14"),
    ]

    assert _sources(link_commitments(readings)) == [["a"], ["e"]]


def test_a_commitment_is_open_up_to_its_due_date():
    (one,) = link_commitments(
        [_promise("a", AR, "ar", due=days("2018-01-01", "2018-06-30"))]
    )

    assert one.is_open(date(2018, 6, 30))
    assert not one.is_open(date(2018, 7, 1))


def _meeting(named, words, name, city, interval, **known):
    text = f"{words}."
    return reading(
        document(text, named=named),
        meeting(words, name, city=city, country="BE", interval=interval, **known),
    )


def test_one_meeting_keeps_the_narrower_days():
    linked = link_meetings(
        [
            _meeting("a", "اجتماع المديرين السياسيين", "Small Group meeting", "Brussels", days("2021-09-01", "2021-11-30")),
            _meeting("b", "اجتماع المجموعة المصغرة", "meeting of the Small Group", "Brussels", days("2021-10-05")),
        ]
    )  # fmt: skip

    assert _sources(linked) == [["a", "b"]]
    assert linked[0].interval == days("2021-10-05")
    assert linked[0].is_upcoming(date(2021, 10, 5))
    assert not linked[0].is_upcoming(date(2021, 10, 6))


def test_two_towns_in_one_season_are_two_meetings():
    linked = link_meetings(
        [
            _meeting(
                "a",
                "اجتماع أول",
                "meeting",
                "Brussels",
                days("2021-09-01", "2021-11-30"),
            ),
            _meeting("b", "اجتماع ثان", "meeting", "Ghent", days("2021-10-05")),
        ]
    )

    assert len(linked) == 2


def test_a_meeting_that_was_held_is_planned_no_more():
    (linked,) = link_meetings(
        [
            _meeting("a", "اجتماع مقبل", "League summit", "Brussels", days("2021-10-05")),
            _meeting("b", "انعقد الاجتماع", "League summit", "Brussels", days("2021-10-05"), held="past"),
        ]
    )  # fmt: skip

    assert not linked.is_upcoming(date(2021, 1, 1))
