"""Tests for sentences and clauses around a span."""

from hypothesis import given
from hypothesis import strategies as st

from makers import place
from marsad.linking.surroundings import clauses_around, sentence_around
from marsad.spans import prove, span_of

TEXT = (
    "وصل الوفد أمس. وقال الأمين إن 2.5 مليون شخص عادوا، وإن 98% من الأرض تحررت. انتهى."
)


def test_a_sentence_is_cut_out_of_the_document_itself():
    sentence = sentence_around(TEXT, place(TEXT, "98%"))

    assert sentence.quote.startswith("وقال الأمين")
    assert sentence.quote.endswith("تحررت.")


def test_clauses_widen_from_the_nearest_to_the_sentence():
    clauses = [one.quote.strip() for one in clauses_around(TEXT, place(TEXT, "98%"))]

    assert clauses[0] == "وإن 98% من الأرض تحررت."
    assert clauses[-1].startswith("وقال الأمين")


@given(st.text(max_size=200), st.data())
def test_any_span_of_any_text_lies_in_its_surroundings(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = span_of(text, start, end)

    sentence = sentence_around(text, span)
    clauses = list(clauses_around(text, span))

    for found in (sentence, *clauses):
        prove(found, text)
    assert len(clauses) <= len(text) + 2
