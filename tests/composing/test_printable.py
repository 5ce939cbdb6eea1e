"""Tests for letters that no font shows."""

import pytest

from marsad.composing.printable import REPLACEMENT, printable, printable_drawing


@pytest.mark.parametrize("text", ["إحاطة: 98%", "Note à 1,5 €", "Доклад", "“word”\n"])
def test_words_of_our_languages_and_their_neighbours_stay(text):
    assert printable(text) == text


@pytest.mark.parametrize("letter", ["🙂", "中", "\ud800", "\ue000"])
def test_a_letter_that_no_font_has_is_shown_as_one_sign(letter):
    assert printable(f"a{letter}b") == f"a{REPLACEMENT}b"


def test_labels_of_a_drawing_lose_their_vowel_signs_only():
    assert printable_drawing("<text>معيّن أحمر، عضواً 87</text>") == (
        "<text>معين أحمر، عضوا 87</text>"
    )
