"""Tests for tokens: words, numbers, signs and line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.normalise import View, fold
from marsad.text.tokens import Tokens, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("قال: «نعم».", ["قال", ":", "«", "نعم", "»", "."], id="signs stand alone"),
        pytest.param("لـ«داعش»", ["ل", "«", "داعش", "»"], id="a proclitic before marks"),
        pytest.param("l'Irak", ["l", "'", "irak"], id="French elision"),
        pytest.param("anti-ISIS", ["anti", "-", "isis"], id="hyphen"),
        pytest.param("2.3 1,200,000 98%", ["2.3", "1,200,000", "98", "%"], id="numbers"),
        pytest.param("٢٫٣ ١٬٢٠٠", ["2.3", "1,200"], id="Arabic digits and their signs"),
        pytest.param("2014م", ["2014", "م"], id="a letter after a number"),
        pytest.param("14.2.2018.", ["14.2.2018", "."], id="a stop after a date"),
        pytest.param("#داعش_ينهزم", ["#", "داعش", "_", "ينهزم"], id="a hashtag"),
        pytest.param("أ\n\n \n ب", ["ا", "\n", "ب"], id="a run of line ends is one"),
        pytest.param("a\r\nb\u2028c", ["a", "\n", "b", "\n", "c"], id="other line ends"),
        pytest.param("5 km² ou 2½", ["5", "km", "²", "ou", "2", "½"], id="small numbers"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \t ", [], id="only spaces"),
    ],
)  # fmt: skip
def test_a_text_comes_apart_into_words_numbers_and_signs(text, words):
    tokens = Tokens(fold(text))

    assert tokens.words == words
    assert list(words_of(fold(text))) == words or "\n" in words


@given(st.text(st.sampled_from("اب12.,٫«»'-_\n\r aZé") | st.characters()))
def test_tokens_stand_where_they_say_and_leave_out_only_space(text):
    folded = View(text).text
    tokens = Tokens(folded)

    end = 0
    for word, start, stop in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert end <= start < stop
        assert folded[end:start].strip() == ""
        assert folded[start:stop].strip() == word.strip()
        end = stop
    assert folded[end:].strip() == ""


@given(st.text(st.sampled_from("اب1.« \n")), st.data())
def test_the_token_at_a_position_starts_at_or_before_it(text, data):
    folded = fold(text)
    tokens = Tokens(folded)
    position = data.draw(st.integers(0, len(folded)))

    token = tokens.at(position)

    if len(tokens) and tokens.starts[0] <= position:
        assert tokens.starts[token] <= position
    assert all(start > position for start in tokens.starts[token + 1 :])
