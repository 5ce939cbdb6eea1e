"""Tests for spans: places that prove their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import Misplaced
from marsad.spans import Span, prove, span_of

REPORT = "قال ألن: «العمل مستمر»."


def test_a_span_cut_from_its_text_proves_its_words():
    span = span_of(REPORT, 10, 20)

    assert span.quote == REPORT[10:20]
    prove(span, REPORT)


@given(st.text(), st.data())
def test_every_span_of_any_text_proves_its_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    prove(span_of(text, start, end), text)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(-1, 3, id="before the text"),
        pytest.param(5, 4, id="backwards"),
        pytest.param(0, len(REPORT) + 1, id="past the end"),
    ],
)
def test_a_span_outside_its_text_is_refused(start, end):
    with pytest.raises(Misplaced) as caught:
        span_of(REPORT, start, end)

    assert "code points" in caught.value.way_out


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(REPORT.replace("ألن", "الن"), id="one letter altered"),
        pytest.param("\ufeff" + REPORT, id="moved by one sign"),
        pytest.param("", id="gone"),
    ],
)
def test_a_changed_text_no_longer_proves_a_span(changed):
    span = span_of(REPORT, 4, 7)

    with pytest.raises(Misplaced):
        prove(span, changed)


def test_a_backward_span_proves_nothing_even_with_no_words():
    with pytest.raises(Misplaced):
        prove(Span(5, 4, ""), REPORT)


def test_a_negative_start_proves_nothing():
    # Python would count it from the end of the text.
    with pytest.raises(Misplaced):
        prove(Span(-1, len(REPORT), "."), REPORT)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        pytest.param((0, 5), (3, 8), True, False, id="crossing"),
        pytest.param((0, 9), (3, 8), True, True, id="inside"),
        pytest.param((0, 3), (3, 8), False, False, id="touching"),
        pytest.param((3, 8), (3, 8), True, True, id="the same"),
        pytest.param((3, 8), (0, 9), True, False, id="around"),
    ],
)
def test_two_spans_share_or_hold_characters(one, other, overlaps, contains):
    first, second = Span(*one, ""), Span(*other, "")

    assert first.overlaps(second) is overlaps
    assert first.contains(second) is contains
