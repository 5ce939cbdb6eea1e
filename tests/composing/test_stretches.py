"""Tests for the parts of a draft by their language."""

import pytest

from marsad.composing.stretches import stretches


def parts_of(text, language, marked=()):
    return [
        (one.words.strip(), one.language) for one in stretches(text, language, marked)
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Coalition counts 83 members.", "en"),
        ("La Coalition compte 83 membres, dit شبكة الساحل.", "fr"),
        ("يضم التحالف 83 عضوا بحسب Northgate Wire.", "ar"),
    ],
)
def test_a_name_in_other_letters_belongs_to_its_sentence(text, language):
    assert parts_of(text, language) == [(text, language)]


def test_arabic_words_behind_a_colon_are_read_as_arabic():
    text = "As reported on 29 June 2021: نحو 10 آلاف مقاتل ما زالوا محتجزين"

    assert parts_of(text, "en") == [
        ("As reported on 29 June 2021:", "en"),
        ("نحو 10 آلاف مقاتل ما زالوا محتجزين", "ar"),
    ]


def test_a_number_that_opens_foreign_words_goes_with_them():
    text = "Selon la Coalition : 98 في المئة من الأراضي تحررت"

    assert parts_of(text, "fr")[1] == ("98 في المئة من الأراضي تحررت", "ar")


def test_a_year_that_ends_foreign_words_goes_with_them():
    text = "Planned: اجتماعه المقبل في لندن في فبراير 2025."

    assert parts_of(text, "en")[1] == ("اجتماعه المقبل في لندن في فبراير 2025.", "ar")


def test_marked_words_of_a_sister_language_are_read_by_themselves():
    text = "Il a dit « we have all of the 83 members with us » hier."
    start, end = text.index("we"), text.index(" »")

    assert parts_of(text, "fr", [(start, end)])[1] == (
        "we have all of the 83 members with us",
        "en",
    )


def test_each_part_knows_its_place_in_the_text():
    text = "قال الوزير We will keep up the pressure أمس"

    for one in list(stretches(text, "ar", ()))[1:]:
        assert text[one.start : one.end] == one.words


def test_words_of_no_known_language_are_told_by_their_letters():
    assert parts_of("يضم التحالف 83 عضوا", "")[0][1] == "ar"
    assert parts_of("83", "")[0][1] == "en"
