import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.searching.questions import question


def shown(terms):
    return [" ".join(key.stem for key in term.keys) for term in terms]


@pytest.mark.parametrize(
    ("words", "wanted", "unwanted"),
    [
        pytest.param("الأمم المتحدة", ["امم", "متحده"], [], id="words"),
        pytest.param("«الأمم المتحدة» غزة", ["امم متحده", "غزه"], [], id="guillemets"),
        pytest.param("”الأمم المتحدة“ „New York“", ["امم متحده", "new york"], [], id="curly marks of any country"),
        pytest.param('"cease fire" -truce -"front line"', ["cease fire"], ["truce", "front line"], id="minus"),
        pytest.param("anti-ISIS - Al-Hol −داعش", ["anti", "isis", "al", "hol"], ["داعش"], id="a hyphen is no minus"),
        pytest.param("10 000 réfugiés", ["10000", "refugies"], [], id="a figure in two parts"),
        pytest.param('"open «half', ["open", "half"], [], id="marks never closed"),
        pytest.param('"" «» و', [], [], id="marks around nothing"),
        pytest.param("غزة غزة", ["غزه"], [], id="a word twice"),
    ],
)  # fmt: skip
def test_a_line_is_read_into_terms(words, wanted, unwanted):
    asked = question(words)

    assert shown(asked.wanted) == wanted
    assert shown(asked.unwanted) == unwanted
    assert not asked.is_blank


def test_an_empty_line_is_blank():
    assert question(" \n\u200f").is_blank
    assert not question("!").is_blank


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        pytest.param("le mini", ["mini"], id="bare"),
        pytest.param("«le mini»", [], id="in marks"),
        pytest.param("le -mini", [], id="not wanted"),
        pytest.param("le mini ", [], id="ended"),
        pytest.param("le و", [], id="a proclitic alone"),
    ],
)
def test_only_a_bare_last_word_is_begun(words, begun):
    terms = question(words, prefix=True).wanted

    assert shown(term for term in terms if term.is_begun) == begun


@given(st.text())
def test_every_line_is_read(words):
    asked = question(words, prefix=True)

    assert all(term.keys for term in (*asked.wanted, *asked.unwanted))
