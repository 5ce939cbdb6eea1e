"""Short forms: which capitals name a body, and how they may be written."""

import pytest

from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def named(text: str, language: str) -> list[tuple[str, str]]:
    """Return the words of each party with its name."""
    seen = read_parties(Passage(text, language, published=None), Found())
    return [(one.finding.span.quote, one.finding.canonical) for one in seen]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Selon l'Igad, huit États ont signé.",
            "fr",
            ("Igad", "IGAD"),
            id="a known one written like a name",
        ),
        pytest.param(
            "L'Organe de coordination (Ocam) a parlé. L'Ocam attend.",
            "fr",
            ("Ocam", "Coordination Organe"),
            id="one defined in brackets",
        ),
        pytest.param("The aid came from ARDC.", "en", ("ARDC", "ARDC"), id="unknown"),
    ],
)
def test_short_forms_name_bodies(
    text: str, language: str, expected: tuple[str, str]
) -> None:
    quotes = [quote for quote, _ in named(text, language)]
    assert expected in named(text, language) or expected[0] in quotes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(">> ROWE: I will be judged on it.", "en", id="speaker"),
        pytest.param("BAKU/ANKARA, July 12 - A deal was signed.", "en", id="dateline"),
        pytest.param("LIVE: Floods in the valley.", "en", id="a word"),
        pytest.param("MENDY LOSES BY NINE HUNDRED VOTES", "en", id="line of capitals"),
        pytest.param("F. B. SARR : Non. Rien ne presse.", "fr", id="initials"),
    ],
)
def test_words_places_and_speakers_in_capitals_name_no_body(
    text: str, language: str
) -> None:
    assert named(text, language) == []


def test_initials_of_a_body_named_before_mean_that_body():
    text = "The Danish Fishers Guild met. The DFG will sue."

    assert named(text, "en")[-1] == ("DFG", "Danish Fishers Guild")
