"""States by description: which state a country, a government or a kingdom is."""

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
            "Oman will pay half. The Sultanate for its part lends ships.",
            "en",
            ("Sultanate", "OM"),
            id="sultanate",
        ),
        pytest.param(
            "The Hashemite Kingdom of Jordan signed.",
            "en",
            ("Hashemite Kingdom of Jordan", "JO"),
            id="long form",
        ),
        pytest.param(
            "Le Liban a promis des fonds. « L'État paiera », dit-elle.",
            "fr",
            ("État", "LB"),
            id="the state",
        ),
        pytest.param(
            "Réunie à Accra, la délégation canadienne a parlé du Canada. Le gouvernement paiera.",
            "fr",
            ("gouvernement", "CA"),
            id="not the city where one met",
        ),
        pytest.param(
            "Les États-Unis ont hésité. Un proche de l'administration l'a confirmé.",
            "fr",
            ("administration", "US"),
            id="the American administration",
        ),
        pytest.param(
            "Le Honduras paiera. Le petit pays d'Amérique centrale est pauvre.",
            "fr",
            ("pays d'Amérique centrale", "HN"),
            id="with its part of the world",
        ),
        pytest.param(
            "Le Qatar a signé. Ce pays du Golfe est riche.",
            "fr",
            ("pays du Golfe", "QA"),
            id="one of several states",
        ),
        pytest.param(
            "Le Japon et la Chine discutent. Téhéran a un programme que le pays cache.",
            "fr",
            ("pays", "IR"),
            id="the subject of its sentence",
        ),
        pytest.param(
            "Le Panama et le Honduras ont signé avec le Japon, et le Japon a payé. "
            "Le pays d'Amérique centrale attend.",
            "fr",
            ("pays d'Amérique centrale", "HN"),
            id="the one of its part of the world",
        ),
        pytest.param(
            "L'Espagne s'inquiète. La police nationale est sur place.",
            "fr",
            ("police nationale", "Spanish National Police"),
            id="a national police",
        ),
        pytest.param(
            "La Corée du Nord refuse. Rien ne fera plier le Nord.",
            "fr",
            ("Nord", "KP"),
            id="half of Korea",
        ),
        pytest.param(
            "Le gouvernement écossais votera.",
            "fr",
            ("gouvernement écossais", "Scottish Government"),
            id="a region's government",
        ),
    ],
)
def test_a_description_means_the_state_spoken_of(
    text: str, language: str, expected: tuple[str, str]
) -> None:
    assert expected in named(text, language)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le Togo a vu le chef de l'État partir.", id="head of state"),
        pytest.param("Le Togo craint un coup d'État.", id="coup"),
        pytest.param("Le Togo aidera les pays voisins.", id="several countries"),
        pytest.param("Le Togo a des autorités locales.", id="local authorities"),
        pytest.param("Le Togo réforme l'administration fiscale.", id="an office"),
        pytest.param("Le Togo veut un gouvernement qui agit.", id="any government"),
        pytest.param("Le Togo montre sa force.", id="strength"),
        pytest.param("En font partie le Togo.", id="to be part of"),
    ],
)
def test_titles_and_plurals_describe_no_state(text: str) -> None:
    assert named(text, "fr") == [("Togo", "TG")]


def test_a_parliament_of_many_states_is_that_of_the_text() -> None:
    text = "Au Togo, l'Assemblée nationale a voté la loi."
    assert ("Assemblée nationale", "Togo National Assembly") in named(text, "fr")
