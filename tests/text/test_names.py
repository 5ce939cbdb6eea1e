"""Names have one key in every spelling and script, and Latin letters where needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.names import name_key, name_keys, romanise, romanise_foreign


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("آلن", "ألن", id="two seats of hamza"),
        pytest.param("ألين", "Allen", id="a long vowel and Latin letters"),
        pytest.param("بلينكن", "بلينكين", id="a vowel written and left out"),
        pytest.param("بلينكن", "Blinken", id="two scripts"),
        pytest.param("غوتيريش", "Guterres", id="sh for s"),
        pytest.param("موغيريني", "موجيريني", id="two letters for g"),
        pytest.param("القذافي", "Kadhafi", id="an article and French spelling"),
        pytest.param("شفيق", "Chafik", id="French ch"),
        pytest.param("Mohammed", "محمد", id="doubled letters"),
    ],
)
def test_one_name_in_two_spellings_has_one_key(one: str, other: str) -> None:
    """Spellings of newsrooms fall together."""
    assert name_keys(one) == name_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Kerry", "Carter", id="two secretaries"),
        pytest.param("تيلرسون", "تشرشل", id="two surnames"),
        pytest.param("Allen", "Helen", id="an initial vowel and an h"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    """A key keeps the consonants that tell names apart."""
    assert name_keys(one) != name_keys(other)


def test_the_key_of_a_word_without_letters_is_empty() -> None:
    """Signs and digits are no name."""
    assert name_key("12 - ؟") == ""


@pytest.mark.parametrize(
    ("word", "latin", "maghreb"),
    [
        pytest.param("شفيق", "Shafiq", "Chafik", id="ch and k in the Maghreb"),
        pytest.param("بوريطة", "Burita", "Bourita", id="ou in the Maghreb"),
    ],
)
def test_an_arabic_name_is_written_in_latin_letters(
    word: str, latin: str, maghreb: str
) -> None:
    """Each region writes the same letters in its own manner."""
    assert romanise(word) == latin
    assert romanise(word, is_maghreb=True) == maghreb


def test_a_foreign_name_keeps_its_clusters_of_consonants() -> None:
    """A European name gets a vowel only where consonants crowd."""
    assert romanise_foreign("ستولتنبرغ") == "Stoltenberg"


@given(st.text(max_size=40))
def test_any_text_has_a_key_that_does_not_change(text: str) -> None:
    """Keys are pure: they fold any text and crash on none."""
    assert name_key(text) == name_key(text)
    assert all(name_keys(text))
    assert isinstance(romanise(text), str)
