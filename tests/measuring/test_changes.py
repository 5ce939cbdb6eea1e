"""Tests for what is told of two wordings of one line."""

import pytest

from marsad.measuring.changes import changes_across, changes_between
from marsad.measuring.sides import is_of_something_else, side_of


def _told(before, after, language="en"):
    found = changes_between(side_of(before, language), side_of(after, language))
    return [(one.what, one.before, one.after) for one in found]


@pytest.mark.parametrize(
    ("language", "before", "after", "told"),
    [
        pytest.param(
            "en",
            "Denmark will send more than 40 engineers to Mosul.",
            "Denmark will send 40 engineers to Mosul.",
            [("number", "more than 40 engineers", "40 engineers")],
            id="a lost bound",
        ),
        pytest.param(
            "en",
            "Denmark will not send engineers to Mosul.",
            "Denmark will send engineers to Mosul.",
            [("left_out", "not", "")],
            id="a lost denial",
        ),
        pytest.param(
            "en",
            "The engineers arrived in Mosul on 12 May 2021.",
            "The engineers arrived in Mosul on 13 May 2021.",
            [("number", "12", "13")],
            id="another day",
        ),
        pytest.param(
            "ar",
            "أرسلت الدنمارك 25 ألف كتاب إلى الموصل.",
            "أرسلت الدنمارك 25000 كتاب إلى الموصل.",
            [("replaced", "25 ألف", "25000")],
            id="one number in two writings",
        ),
        pytest.param(
            "fr",
            "Le Danemark a envoyé 300 ingénieurs à Mossoul.",
            "La Norvège a envoyé 300 ingénieurs à Mossoul.",
            [("name", "Le Danemark", "La Norvège")],
            id="another state",
        ),
        pytest.param(
            "en",
            "The engineers that were sent repaired the bridge.",
            "Engineers sent repaired a bridge.",
            [],
            id="words that change nothing",
        ),
    ],
)
def test_what_was_altered_is_told(language, before, after, told):
    assert _told(before, after, language) == told


def test_a_sentence_that_was_not_altered_has_no_changes():
    words = "Après huit mois, la coalition a formé plus de 225 000 membres à Bagdad."

    assert _told(words, words, "fr") == []


def test_a_translation_tells_of_a_state_that_is_not_named():
    before = side_of("Germany and Japan cleared 14,300 shells.", "en")
    after = side_of("أزالت ألمانيا 14300 قذيفة.", "ar")

    (change,) = changes_across(before, after)

    assert (change.what, change.before, change.after) == ("left_out", "Japan", "")


def test_other_numbers_and_other_names_are_of_something_else():
    before = side_of("Spain repaired 34 wells near Tikrit.", "en")

    assert is_of_something_else(before, side_of("Canada repaired 51 wells.", "en"))
    assert not is_of_something_else(before, side_of("Spain repaired 51 wells.", "en"))
    assert not is_of_something_else(before, side_of("Wells were repaired.", "en"))
