"""Names that no list knows are spelt as such letters were counted to be spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.transliteration.decoding import spellings


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        pytest.param("ستولتنبرغ", "stoltenberg", id="a Norwegian"),
        pytest.param("ميشوستين", "michustin", id="a Russian"),
        pytest.param("الغرياني", "ghariani", id="a Libyan with the article"),
        pytest.param("تيرميز", "termes", id="a Catalan"),
        pytest.param("شفيق", "shafiq", id="a name of the east"),
        pytest.param("شفيق", "chafik", id="and of the Maghreb"),
        pytest.param("بُوريطَة", "bourita", id="with vowel marks"),
    ],
)
def test_the_usual_spelling_is_among_the_likeliest(arabic: str, latin: str) -> None:
    """Rules and counts together find what a newsroom writes."""
    assert latin in spellings(arabic)


def test_the_likeliest_come_first_and_no_more_than_asked() -> None:
    """Whoever asks for two gets the first two."""
    assert spellings("جونسون", most=2) == spellings("جونسون")[:2]


@pytest.mark.parametrize("word", ["", "12", "Allen", "؟"])
def test_what_is_no_arabic_word_has_no_spelling(word: str) -> None:
    """Nothing is made up for signs."""
    assert spellings(word) == ()


@given(st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF)))
def test_any_arabic_text_is_spelt_in_latin_letters_or_not_at_all(text: str) -> None:
    """No letter of the block makes it stop."""
    assert all(one.isascii() and one.isalpha() for one in spellings(text))
