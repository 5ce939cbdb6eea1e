import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.searching.excerpts import Excerpt, excerpt
from marsad.searching.highlights import highlight
from marsad.spans import prove

FILLING = "وتابع المتحدث حديثه عن الطقس في المنطقة خلال الأسبوع. " * 20
POINT = "أعلن التحالف الدولي أن المدينة آمنة. "
TEXT = FILLING + "وذكر التحالف مرة. " + FILLING + POINT + FILLING


def test_the_window_with_the_most_different_words_is_shown():
    shown = excerpt(TEXT, "التحالف المدينة", around=120)

    assert "أعلن التحالف الدولي أن المدينة آمنة" in shown.text
    assert [span.quote for span in shown.spans] == ["التحالف", "المدينة"]
    assert TEXT[shown.starts_at :].startswith(shown.text)


def test_a_window_begins_and_ends_between_words():
    shown = excerpt(TEXT, "آمنة", around=100)

    assert TEXT[shown.starts_at - 1].isspace()
    assert TEXT[shown.starts_at + len(shown.text)].isspace()
    assert len(shown.text) <= 100


def test_a_window_that_would_begin_at_a_space_begins_behind_it():
    shown = excerpt("أ" * 200 + "   المدينة", "المدينة", around=8)

    assert shown.text == "المدينة"


def test_where_no_word_stands_the_beginning_is_shown():
    assert excerpt(TEXT, "زلزال", around=30) == Excerpt("وتابع المتحدث حديثه عن الطقس")
    assert excerpt("", "زلزال") == Excerpt("")


def test_a_short_text_is_shown_whole():
    shown = excerpt(POINT.strip(), "المدينة")

    assert shown.text == POINT.strip()
    assert shown.starts_at == 0


@given(st.text(), st.text(max_size=20), st.integers(1, 60))
def test_spans_are_places_in_the_window_and_the_window_in_the_text(text, words, around):
    shown = excerpt(text, words, around=around)

    assert text[shown.starts_at :].startswith(shown.text)
    for span in shown.spans:
        prove(span, shown.text)
    assert bool(shown.spans) == bool(highlight(text, words))


@pytest.mark.parametrize("words", ["التحالف المدينة", "في", "«الأسبوع وتابع»", "1000"])
def test_a_long_text_is_cut_in_no_time(words):
    text = (FILLING + POINT) * 45
    assert len(text) > 50_000

    excerpt(text, words)
    start = time.process_time()
    excerpt(text, words)

    # Ten times what it takes, since a machine may be busy.
    assert time.process_time() - start < 0.2
