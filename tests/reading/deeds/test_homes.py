"""Homes: the state that a text is about."""

import pytest

from marsad.reading.deeds.homes import home_state
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import READERS


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        pytest.param(
            "Slovenia will give two million euros to Iraq. The minister spoke in Iraq, "
            "with partners from Iraq. Slovenia keeps its word.",
            "en",
            "SI",
            id="who acts, not where",
        ),
        pytest.param(
            "التقى الوزير نظيره التركي لبحث المياه مع تركيا. العراق ينتظر الرد.",
            "ar",
            "IQ",
            id="a counterpart is a guest",
        ),
        pytest.param(
            "Nairobi - The president has asked the bank to wait.",
            "en",
            "KE",
            id="the city that opens a report",
        ),
    ],
)
def test_a_text_is_about_the_state_that_acts_in_it(
    text: str, language: str, state: str
) -> None:
    passage, found = Passage(text, language, published=None), Found()
    found.parties.extend(READERS[0][1](passage, found))

    assert home_state(passage, found) == state
