"""English descriptions whose owner the rest of the text tells."""

import pytest

from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def named(text: str) -> list[tuple[str, str]]:
    """Return the words of each mention with the party that it names."""
    seen = read_parties(Passage(text, "en", published=None), Found())
    return [(one.finding.span.quote, one.finding.canonical) for one in seen]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ISIL held the dam until the enemy fled.",
            ("enemy", "Daesh"),
            id="the enemy",
        ),
        pytest.param(
            "The United States waits. Senior administration officials agreed.",
            ("administration", "US"),
            id="officials of an administration",
        ),
        pytest.param(
            "The United States condemns it. The Department will follow the case.",
            ("Department", "US Department of State"),
            id="the department that writes",
        ),
        pytest.param(
            "Togo and Japan signed. The West African country will pay.",
            ("West African country", "TG"),
            id="a country of a region",
        ),
        pytest.param(
            "The US, the US and Peru met. Peru holds what the country needs.",
            ("country", "PE"),
            id="the one state of a sentence",
        ),
        pytest.param(
            "Iran, Iran, Iran and Peru met. Peru said the country lies.",
            ("country", "IR"),
            id="another than who says it",
        ),
        pytest.param(
            "Peru stands by the government and people of Chile.",
            ("government", "CL"),
            id="a government and its people",
        ),
        pytest.param(
            "Chad's democratically elected government met.",
            ("Chad's democratically elected government", "TD"),
            id="adverbs before a government",
        ),
        pytest.param(
            "Mali's military-backed government fell.",
            ("Mali's military-backed government", "ML"),
            id="a compound before a government",
        ),
        pytest.param(
            "The internationally recognised government of Yemen met.",
            ("internationally recognised government of Yemen", "YE"),
            id="a recognised government",
        ),
        pytest.param(
            "We value Peru's leadership in this.", ("Peru", "PE"), id="a quality"
        ),
        pytest.param(
            "The Athens government fell.", ("Athens government", "GR"), id="a seat's"
        ),
        pytest.param(
            "The Federal Government of Somalia met.",
            ("Federal Government of Somalia", "SO"),
            id="a federal government",
        ),
        pytest.param(
            "The UN Fact Panel (UFP) on Mali met.",
            ("UN Fact Panel (UFP) on Mali", "UN Fact Panel on Mali"),
            id="a topic behind a bracket",
        ),
        pytest.param(
            "The Danish Navy sailed. The Navy came back.",
            ("Navy", "Danish Navy"),
            id="a navy named before",
        ),
    ],
)
def test_a_description_means_what_the_text_tells(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The enemy of my friend is here.", "enemy", id="no armed group"),
        pytest.param(
            "The U.S. Food Administration met.", "administration", id="part of a name"
        ),
    ],
)
def test_a_description_without_an_owner_is_none(text: str, words: str) -> None:
    assert words not in [quote for quote, _ in named(text)]
