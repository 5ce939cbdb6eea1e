"""English and French capitals: governments where they act, places elsewhere."""

import pytest

from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def seats(text: str, language: str) -> list[str]:
    """Return the capitals that a text makes parties."""
    found = (
        one.finding
        for one in read_parties(Passage(text, language, published=None), Found())
    )
    return [one.span.quote for one in found if one.reader == "parties.seat"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Kinshasa asked Kampala to open its border posts.", "en", ["Kinshasa", "Kampala"], id="asked"),
        pytest.param("The bank has written to Beirut about the loan.", "en", ["Beirut"], id="written to"),
        pytest.param("Nairobi, for its part, pays a third.", "en", ["Nairobi"], id="resumed"),
        pytest.param("Ankara rejects the plan.", "en", ["Ankara"], id="a verb in the present"),
        pytest.param("She urged Rwanda and Kinshasa to talk.", "en", ["Kinshasa"], id="beside a state"),
        pytest.param("« Dès lundi », promet Gitega.", "fr", ["Gitega"], id="inverted verb"),
        pytest.param("Lagos had recognised Taipei.", "en", ["Taipei"], id="recognised"),
        pytest.param("It met pushback from Ankara and criticism from Nairobi.", "en", ["Ankara", "Nairobi"], id="pushback"),
        pytest.param("No deal holds without Tehran first freezing its work.", "en", ["Tehran"], id="without"),
        pytest.param("Tokyo and Seoul are locked in a dispute.", "en", ["Tokyo", "Seoul"], id="two that are"),
        pytest.param("Rome can block it if need be.", "en", ["Rome"], id="can"),
        pytest.param("Moscow-backed troops left.", "en", ["Moscow"], id="backed"),
        pytest.param("Séoul rejoindra la mission en mai.", "fr", ["Séoul"], id="future"),
        pytest.param("Rabat réclame à Madrid un accord.", "fr", ["Rabat", "Madrid"], id="asked of"),
        pytest.param("Gaz : Alger, Rome et Tunis accordent leurs prix.", "fr", ["Alger", "Rome", "Tunis"], id="list"),
        pytest.param("Elle a perdu toute confiance en Ottawa.", "fr", ["Ottawa"], id="trust"),
        pytest.param("D'après Tbilissi, tout est calme.", "fr", ["Tbilissi"], id="according to"),
        pytest.param("Pour Lima, c'est un échec.", "fr", ["Lima"], id="in its eyes"),
        pytest.param("Face à Brasilia, l'entreprise recule.", "fr", ["Brasilia"], id="faced"),
        pytest.param("Ils vendent des avions à Riyad.", "fr", ["Riyad"], id="sold to"),
        pytest.param("Il dit avoir obtenu d'Abou Dhabi et de Doha un délai.", "fr", ["Abou Dhabi", "Doha"], id="obtained of two"),
    ],
)  # fmt: skip
def test_a_capital_that_deals_or_acts_is_its_government(
    text: str, language: str, expected: list[str]
) -> None:
    assert seats(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("He flew from London to Paris and stopped in Vienna.", "en", id="journey"),
        pytest.param("Stockholm, Sweden. The Madrid summit ended.", "en", id="place and summit"),
        pytest.param("They met in both Vienna and in Geneva.", "en", id="both places"),
        pytest.param("A Paris-based charity opened a clinic.", "en", id="based"),
        pytest.param("Paris residents protested. Rome's mayor agreed.", "en", id="town"),
        pytest.param("L'accord de Paris a été signé près de Rome.", "fr", id="accord"),
        pytest.param("Dakar, le 3 mai. Kaboul sous la neige.", "fr", id="dateline and weather"),
        pytest.param("Elle partira pour Lima, puis se rendra à Quito.", "fr", id="on the way"),
        pytest.param("Les hôtels de Beyrouth et d'Amman sont complets.", "fr", id="hotels"),
    ],
)  # fmt: skip
def test_a_capital_as_a_place_is_no_party(text: str, language: str) -> None:
    assert seats(text, language) == []
