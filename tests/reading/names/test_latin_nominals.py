"""Later mentions in English and French lead back to the body that they mean."""

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
            "The East African Community met. The bloc agreed to a truce.",
            "en",
            ("bloc", "East African Community"),
            id="bloc",
        ),
        pytest.param(
            "The Alder Creek School Board voted. His board was split.",
            "en",
            ("board", "Alder Creek School Board"),
            id="his board",
        ),
        pytest.param(
            "The State Department was told. The FBI agreed. The department paid.",
            "en",
            ("department", "US Department of State"),
            id="by the word in its name",
        ),
        pytest.param(
            "The Levant Rescue Alliance grew, its secretariat announced.",
            "en",
            ("secretariat", "Levant Rescue Alliance Secretariat"),
            id="its secretariat",
        ),
        pytest.param(
            "Le CICR est prêt. L'organisation demande un couloir.",
            "fr",
            ("organisation", "International Committee of the Red Cross"),
            id="organisation for a committee",
        ),
    ],
)
def test_a_class_word_leads_back_to_its_body(
    text: str, language: str, expected: tuple[str, str]
) -> None:
    assert expected in named(text, language)


@pytest.mark.parametrize(
    ("text", "language", "unwanted"),
    [
        pytest.param(
            "Le PAM a livré. Faute de fonds, le service aérien s'arrête.",
            "fr",
            "service",
            id="another service",
        ),
        pytest.param(
            "The Cabinet Secretary for Labour replied to Kenya.",
            "en",
            "Cabinet",
            id="a title",
        ),
    ],
)
def test_a_part_of_another_name_leads_nowhere(
    text: str, language: str, unwanted: str
) -> None:
    assert unwanted not in [quote for quote, _ in named(text, language)]
