"""Tests for numbered citations."""

import pytest

from makers import document, figure, reading
from marsad.composing.citations import Citations
from marsad.errors import Misplaced
from marsad.linking.attestations import Attestation
from marsad.reading.findings import Figure
from marsad.spans import Span, prove


def _attested(text, words, value=98.0):
    source = document(text, language="en")
    (found,) = reading(source, figure(words, value, "percent")).findings
    return Attestation(source, found, "en")


def test_a_place_has_one_number_however_often_it_is_cited():
    citations = Citations()
    first = _attested("It lost 98% of its land.", "98%")
    other = _attested("It lost 98% of its land.", "its land", 1)

    assert [citations.cite(one) for one in (first, other, first)] == [1, 2, 1]
    assert len(citations.all()) == 2


def test_words_are_shown_in_their_sentence():
    citations = Citations()
    citations.cite(_attested("Before. It lost 98% of its land. After.", "98%"))

    assert citations.all()[0].context.quote == "It lost 98% of its land."


def test_a_very_long_sentence_is_cut_between_words_around_the_quote():
    text = "word " * 300 + "98% " + "word " * 300
    citations = Citations()
    citations.cite(_attested(text, "98%"))

    context = citations.all()[0].context
    prove(context, text)
    assert "98%" in context.quote
    assert len(context.quote) < 1000
    assert set(context.quote.split()) == {"word", "98%"}


def test_words_that_do_not_stand_in_their_source_cannot_be_cited():
    found = Figure(
        span=Span(0, 3, "99%"), reader="x", score=1, why="x", value=99, unit="percent"
    )

    with pytest.raises(Misplaced):
        Citations().cite(Attestation(document("98% of it"), found, "en"))
