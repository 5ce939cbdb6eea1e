"""English bodies that no list knows: where their names begin and end."""

import pytest

from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def bodies(text: str) -> list[str]:
    """Return the words of each party of an English text."""
    seen = read_parties(Passage(text, "en", published=None), Found())
    return [one.finding.span.quote for one in seen]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Ministry of Planning, Housing and Urban Development signed it.",
            "Ministry of Planning, Housing and Urban Development",
            id="fields in a list",
        ),
        pytest.param(
            "The Embassies of Peru, Chile and Mexico issued a note.",
            "Embassies of Peru, Chile and Mexico",
            id="states in a list",
        ),
        pytest.param(
            "The Central Bank of Egypt raised its rate.",
            "Central Bank of Egypt",
            id="a known name goes on",
        ),
        pytest.param(
            "Lebanon's public health institute warned of cholera.",
            "Lebanon's public health institute",
            id="an owner and modifiers",
        ),
        pytest.param(
            "It was run by the UN's humanitarian coordination office.",
            "UN's humanitarian coordination office",
            id="a body as the owner",
        ),
        pytest.param(
            "The Prime Minister's office denied it.",
            "Prime Minister's office",
            id="the office of a holder",
        ),
        pytest.param(
            "The civil defence service found no one.",
            "civil defence service",
            id="a public field without capitals",
        ),
        pytest.param(
            "They left the Fjord Scholars network.",
            "Fjord Scholars network",
            id="capitals before a small head",
        ),
    ],
)
def test_a_body_reaches_as_far_as_its_name(text: str, expected: str) -> None:
    assert expected in bodies(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Let Parliament pass the law.", "Let Parliament", id="a verb opens"),
        pytest.param("He spoke at the Bank on June 12.", "Bank on June", id="a date"),
        pytest.param(
            "Energy Commissioner Karin Tamm said so.", "Energy Commissioner Karin Tamm", id="a title"
        ),
        pytest.param("THE HAGUE - The court ruled.", "HAGUE - The court", id="a dateline"),
    ],
)  # fmt: skip
def test_a_name_takes_in_no_stranger(text: str, expected: str) -> None:
    assert expected not in bodies(text)


def test_capitals_and_no_nationality_make_a_programme_a_body() -> None:
    assert bodies("Doctors at Al-Shifa hospital left.") == ["Al-Shifa hospital"]
    assert bodies("A Turkish initiative failed.") == []


def test_saudi_before_a_noun_is_an_adjective() -> None:
    assert bodies("A Saudi envoy came.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Two Danish service members were hurt.", [], id="members of the services"
        ),
        pytest.param("The newspaper's front page was empty.", [], id="a front page"),
        pytest.param("The Danish mission to retake it began.", [], id="a task"),
        pytest.param("It speaks for the energy consumer.", [], id="a field"),
        pytest.param("Peru hopes court will rule.", ["Peru"], id="a headline's verb"),
    ],
)
def test_a_class_word_inside_another_noun_is_no_body(
    text: str, expected: list[str]
) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On Monday Kent Coast Police arrested two.",
            ["Kent Coast Police"],
            id="a local police",
        ),
        pytest.param(
            "Army Strikes Zaria Hospital", ["Army", "Zaria Hospital"], id="a headline"
        ),
        pytest.param(
            "The Detroit Lions met Napoli.", ["Detroit Lions", "Napoli"], id="clubs"
        ),
    ],
)
def test_police_headlines_and_clubs(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Office of the Special Envoy for Libya met.",
            "Office of the Special Envoy for Libya",
            id="the domain of an envoy",
        ),
        pytest.param(
            "The Peace, Order and Justice Fund (POJF) pays.",
            "Peace, Order and Justice Fund (POJF)",
            id="a list that initials prove",
        ),
        pytest.param(
            "The Feeding Plan for Upper Niger (FPUN) grew.",
            "Feeding Plan for Upper Niger (FPUN)",
            id="a link with the letter of a word",
        ),
    ],
)
def test_offices_and_funds_are_read_whole(text: str, expected: str) -> None:
    assert expected in bodies(text)
