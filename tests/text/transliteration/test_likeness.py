"""Two words in two scripts are weighed letter group by letter group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.transliteration.likeness import SAME, likeness


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        pytest.param("بوتين", "Putin", id="English"),
        pytest.param("بوتين", "Poutine", id="French"),
        pytest.param("نتنياهو", "Netanyahou", id="a French u"),
        pytest.param("أردوغان", "Erdoğan", id="a soft g"),
        pytest.param("جونكيراس", "Junqueras", id="a Catalan qu"),
        pytest.param("تبون", "Tebboune", id="a doubled letter"),
        pytest.param("ظريف", "Zarif", id="a Persian z"),
        pytest.param("آلن", "Allen", id="a madda"),
    ],
)
def test_the_spellings_of_one_name_are_alike(arabic: str, latin: str) -> None:
    """English, French and foreign spellings reach the threshold."""
    assert likeness(arabic, latin) >= SAME


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        pytest.param("سلمان", "Suleiman", id="a vowel that Arabic would write"),
        pytest.param("سليمان", "Salman", id="a vowel that it writes"),
        pytest.param("محمود", "Mohammed", id="a long u"),
        pytest.param("خليل", "Khaled", id="another consonant"),
        pytest.param("كيري", "Carter", id="two secretaries"),
    ],
)
def test_names_that_differ_in_a_long_vowel_or_a_consonant_are_not(
    arabic: str, latin: str
) -> None:
    """One sound apart is another name."""
    assert likeness(arabic, latin) < SAME


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_have_a_likeness(one: str, other: str) -> None:
    """It is a number whatever is compared, and the same again."""
    assert likeness(one, other) == likeness(one, other)
