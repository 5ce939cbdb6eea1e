"""Figures of French news: measures, magnitudes, shares, and the adjectives that count."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Figure
from marsad.reading.pipeline import read


def figures(text: str) -> list[tuple[str, str]]:
    """Return the words and the unit of each figure."""
    found = read(Document("report", text, published=None, language="fr"))
    return [(one.span.quote, one.unit) for one in found if isinstance(one, Figure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Une digue de quatre mètres de haut protège le port.",
                     [("quatre mètres", "metre")], id="height"),
        pytest.param("Un tunnel de 12 km de long a été découvert.",
                     [("12 km", "kilometre")], id="length"),
        pytest.param("L'État surveille 900 kilomètres de frontière.",
                     [("900 kilomètres", "kilometre")], id="a length of something"),
    ],
)  # fmt: skip
def test_a_measure_is_its_number_and_its_unit(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param("Un séisme de magnitude 6,8 a frappé la côte.", "6,8", id="bare"),
        pytest.param("La secousse, d'une magnitude de 5,9, a duré peu.", "5,9", id="of"),
        pytest.param("La magnitude du séisme était de 7,2.", "7,2", id="far"),
        pytest.param("Le séisme a atteint 6,1 sur l'échelle de Richter.", "6,1",
                     id="on the scale"),
    ],
)  # fmt: skip
def test_the_magnitude_of_an_earthquake_is_a_figure(text, surface):
    assert figures(text) == [(surface, "magnitude")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("L'un des sept élus basques a démissionné.",
                     [("sept élus basques", "person")], id="a people"),
        pytest.param("Quatre hommes cagoulés ont ouvert le feu.",
                     [("Quatre hommes cagoulés", "person")], id="a participle"),
        pytest.param("Cinq hameaux isolés par la neige attendent.",
                     [("Cinq hameaux", "village")], id="a clause of its own"),
        pytest.param("Deux sénateurs républicains et trois démocrates ont voté contre.",
                     [("Deux sénateurs républicains", "person"),
                      ("trois démocrates", "person")], id="adjective and noun"),
    ],
)  # fmt: skip
def test_the_adjective_belongs_to_the_noun_that_is_counted(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param(
            "La moitié des pompiers de la ville sont volontaires.",
            "moitié",
            id="of a long phrase",
        ),
        pytest.param("La moitié du pays est inondée.", "moitié", id="of one thing"),
    ],
)
def test_a_share_of_a_phrase_stands_alone(text, surface):
    assert figures(text) == [(surface, "fraction")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Les dégâts sont évalués à 3 milliards d'euros.", id="evaluated"),
        pytest.param("Une aide estimée à 40 millions de dollars.", id="estimated"),
    ],
)
def test_an_estimate_is_about(text):
    found = read(Document("report", text, published=None, language="fr"))

    assert [one.bound for one in found if isinstance(one, Figure)] == ["about"]
