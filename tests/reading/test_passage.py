"""Tests for passages: from tokens back to the words of the document."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.reading.passage import Passage, Seen, within
from marsad.spans import prove

TEXT = "قال المُتَحَدِّثُ: «وللعراق دورٌ». Visit ÉLYSÉE."


def passage(text=TEXT, language="ar", offset=0):
    return Passage(text, language, offset=offset, published=None)


def test_words_are_folded_and_spans_are_as_written():
    ready = passage()

    assert ready.words[1] == "المتحدث"
    assert ready.span(1, 2).quote == "المُتَحَدِّثُ"
    assert ready.written(ready.words.index("elysee")) == "ÉLYSÉE"


def test_the_letters_of_a_proclitic_are_cut_off_a_span():
    ready = passage()
    token = ready.words.index("وللعراق")

    assert ready.span(token, token + 1, 2).quote == "لعراق"


def test_spans_lie_in_the_whole_document():
    ready = passage(offset=100)

    assert ready.span(0, 1) == (100, 103, "قال")
    assert ready.stretch(0, 3) == (100, 103, "قال")


def test_a_token_touches_the_one_before_it_where_no_space_is():
    ready = passage("l'Irak, dit", "fr")

    assert [ready.touches(token) for token in range(5)] == [
        False,
        True,
        True,
        True,
        False,
    ]


@given(st.text(st.sampled_from("اب1«»،. \nﻻ\u064b\u200f") | st.characters()), st.data())
def test_every_span_of_tokens_proves_its_words(text, data):
    ready = passage(text)
    if not ready.words:
        return
    first = data.draw(st.integers(0, len(ready.words) - 1))
    last = data.draw(st.integers(first + 1, len(ready.words)))

    span = ready.span(first, last)

    prove(span, text)
    assert span.quote


@given(st.lists(st.integers(0, 9)), st.integers(0, 10), st.integers(0, 10))
def test_what_was_seen_is_found_by_the_tokens_that_it_begins_at(firsts, low, high):
    seen = [Seen(first, first + 1, None) for first in sorted(firsts)]

    expected = [one for one in seen if low <= one.first < high]
    assert list(within(seen, low, max(low, high))) == expected
