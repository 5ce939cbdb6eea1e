"""Bodies that only the words beside them make known."""

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
            "Tents for All, a charity based in Leeds, distributed blankets.",
            "en",
            [("Tents for All", "Tents for All"), ("charity", "Tents for All")],
            id="a class word behind",
        ),
        pytest.param(
            "The small traders' federation, Duka Moja, urged calm. Duka Moja is new.",
            "en",
            [
                ("small traders' federation", "Duka Moja"),
                ("Duka Moja", "Duka Moja"),
                ("Duka Moja", "Duka Moja"),
            ],
            id="a class word before, and named again",
        ),
        pytest.param(
            "Analysts at Kpler expect a glut.",
            "en",
            [("Kpler", "Kpler")],
            id="a role in it",
        ),
        pytest.param(
            "Adriatic Ferries, which runs the ships, has agreed.",
            "en",
            [("Adriatic Ferries", "Adriatic Ferries")],
            id="what only a body does",
        ),
        pytest.param(
            "Selon un analyste chez Vortexa, la baisse durera.",
            "fr",
            [("Vortexa", "Vortexa")],
            id="a role in it, in french",
        ),
    ],
)
def test_what_stands_beside_a_name_makes_it_a_body(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Maria Lopez, the agency's director, resigned.", "en", id="director"),
        pytest.param("Le coordinateur du fonds, Karim Saadoun, a dit non.", "fr", id="coordinator"),
        pytest.param("The company, Smith said, will appeal.", "en", id="speaker"),
        pytest.param("Bakhmut, the party stronghold, fell.", "en", id="town"),
    ],
)  # fmt: skip
def test_persons_and_towns_are_no_bodies(text: str, language: str) -> None:
    assert named(text, language) == []
