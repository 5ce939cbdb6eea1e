"""Formations that a number names, in English."""

import pytest

from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def formations(text: str) -> list[str]:
    """Return the words of the formations of a text."""
    seen = read_parties(Passage(text, "en", published=None), Found())
    found = (one.finding for one in seen)
    return [one.span.quote for one in found if one.reader == "parties.formation"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Pilots of the 88th Bomber Wing and the 31st Infantry Brigade flew.",
            ["88th Bomber Wing", "31st Infantry Brigade"],
            id="an ordinal before",
        ),
        pytest.param(
            "He joined 4th Battalion, 9th Mountain Regiment, last year.",
            ["4th Battalion, 9th Mountain Regiment"],
            id="a battalion of a regiment",
        ),
        pytest.param(
            "The crew of the 61st ARW trained.", ["61st ARW"], id="a short form"
        ),
        pytest.param(
            "Riverine Squadron Four sailed with Destroyer Squadron 15.",
            ["Riverine Squadron Four", "Destroyer Squadron 15"],
            id="a number behind",
        ),
    ],
)
def test_a_number_names_a_formation(text: str, expected: list[str]) -> None:
    assert formations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They play in the Second Division.", id="sport"),
        pytest.param("The 5th Group of pupils came third.", id="no troops"),
        pytest.param("On the 5th the Corps marched.", id="a day"),
    ],
)
def test_other_numbers_name_none(text: str) -> None:
    assert formations(text) == []
