"""Tests for texts as the words that are compared."""

import pytest

from marsad.measuring.wordings import Wording, is_light, key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("المدارس", "ومدارس", id="what is written onto an Arabic word"),
        pytest.param("returned", "returning", id="the end of an English word"),
        pytest.param("25,000", "25.000", id="points and commas of thousands"),
        pytest.param("2,3", "2.3", id="points and commas of decimals"),
    ],
)
def test_forms_of_one_word_have_one_key(one, other):
    assert key_of(one) == key_of(other) != ""


@pytest.mark.parametrize("word", ["the", "من", "والتي", "selon", "thursday"])
def test_words_that_say_nothing_have_no_key(word):
    assert key_of(word) == ""


def test_a_denial_is_never_light():
    assert is_light("the")
    assert not any(map(is_light, ("not", "no", "لا", "لم", "ne", "pas")))


def test_thousands_that_french_parts_with_a_blank_are_one_word():
    text = Wording("Ils étaient 225 000 en 2015 300 fois.")

    assert text.words[2:6] == ["225,000", "en", "2015", "300"]
    assert text.span(2, 3).quote == "225 000"


def test_the_words_of_a_span_are_told_in_the_exact_text():
    exact = "قال: «كـتـابٌ واحد» ثم مضى."
    text = Wording(exact)

    first, last = text.within(text.span(1, 3))

    assert (first, last) == (1, 3)
    assert text.span(first, last).quote == "كـتـابٌ واحد"


def test_words_stand_in_their_sentences():
    text = Wording("Two ships came. Three left on 3 May.\nNone stayed")

    assert [text.sentence(word) for word in (0, 3, 8)] == [(0, 3), (3, 8), (8, 10)]
