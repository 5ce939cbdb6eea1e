"""What "of them" and bare numbers stand for, and what a noun counts in its context."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Figure
from marsad.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "language", "quote", "unit"),
    [
        pytest.param("The mission hires independent observers; Canada will send sixteen of them.", "en", "sixteen of them", "person", id="of them"),
        pytest.param("When we joined the League there were 60 of us.", "en", "60 of us", "member", id="of us in a league"),
        pytest.param("The membership of the union is capped at 20.", "en", "20", "member", id="membership"),
        pytest.param("Les électeurs sont attendus dans 9 200 bureaux.", "fr", "9 200 bureaux", "polling station", id="offices in an election"),
        pytest.param("Le prix du baril est passé de 80 à 95 dollars.", "fr", "80", "USD", id="low end of a move"),
        pytest.param("الجزر الإماراتية الثلاث محتلة", "ar", "الجزر الإماراتية الثلاث", "island", id="definite noun with an adjective"),
    ],
)  # fmt: skip
def test_a_number_takes_the_noun_that_it_stands_for(text, language, quote, unit):
    report = Document("report", text, published=None, language=language)

    found = {
        one.span.quote: one.unit for one in read(report) if isinstance(one, Figure)
    }

    assert found.get(quote) == unit


def test_at_least_bounds_both_of_two_joined_figures():
    text = "At least five soldiers and nine civilians were killed."
    report = Document("report", text, published=None, language="en")

    found = [one.bound for one in read(report) if isinstance(one, Figure)]

    assert found == ["at_least", "at_least"]
