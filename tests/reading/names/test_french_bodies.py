"""French bodies that no list knows: where their names end, and their English."""

import pytest

from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def named(text: str) -> list[tuple[str, str]]:
    """Return the words of each party of a French text with its name."""
    seen = read_parties(Passage(text, "fr", published=None), Found())
    return [(one.finding.span.quote, one.finding.canonical) for one in seen]


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param(
            "Selon la Fédération nationale des transporteurs routiers, rien ne roule.",
            "Fédération nationale des transporteurs routiers",
            "National Road Hauliers Federation",
            id="adjectives on both sides",
        ),
        pytest.param(
            "L'Observatoire du fleuve annonce une crue.",
            "Observatoire du fleuve",
            "River Observatory",
            id="the verb stays outside",
        ),
        pytest.param(
            "Le Croissant-Rouge tunisien et la Croix-Rouge malienne sont là.",
            "Croissant-Rouge tunisien",
            "Tunisian Red Crescent",
            id="a known name goes on",
        ),
        pytest.param(
            "Le Mouvement du 23 juin marche.",
            "Mouvement du 23 juin",
            "Movement 23 June",
            id="named after a day",
        ),
        pytest.param(
            "Le conseil municipal a voté le budget.",
            "conseil municipal",
            "Municipal Council",
            id="a whole head without a capital",
        ),
        pytest.param(
            "Le parquet régional antidrogue (Prad) requiert sept ans.",
            "parquet régional antidrogue (Prad)",
            "Anti-Drug Regional prosecutors",
            id="a short form spoken as a word",
        ),
        pytest.param(
            "Selon l'ONG locale Rawafed, l'eau manque.",
            "Rawafed",
            "Rawafed",
            id="an adjective before the name",
        ),
    ],
)
def test_a_french_body_is_named_in_english(
    text: str, quote: str, canonical: str
) -> None:
    assert (quote, canonical) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Il adjure le Conseil de l'Europe de saisir l'occasion.", id="an infinitive"),
        pytest.param("La réunion est sous la présidence du Bénin.", id="who chairs"),
        pytest.param("La maison des ports libres siège ici.", id="no head"),
    ],
)  # fmt: skip
def test_no_french_body_is_made_of_what_goes_on(text: str) -> None:
    quotes = [quote for quote, _ in named(text)]
    assert quotes in ([], ["Conseil de l'Europe"], ["Bénin"])


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param(
            "Le ministère de la Femme, de la Famille et de l'Enfance répond.",
            "ministère de la Femme, de la Famille et de l'Enfance",
            "Ministry of Women, Family and Children",
            id="fields in a list",
        ),
        pytest.param(
            "Le ministère malien des Postes et de l'Économie numérique a signé.",
            "ministère malien des Postes et de l'Économie numérique",
            "Mali Ministry of Posts and Digital Economy",
            id="a field that no list knows",
        ),
    ],
)
def test_a_ministry_takes_all_its_fields(text: str, quote: str, canonical: str) -> None:
    assert (quote, canonical) in named(text)


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param(
            "Selon l'Agence de protection et de gestion des forêts (APGF), tout brûle.",
            "Agence de protection et de gestion des forêts (APGF)",
            "Forests Management Protection Agency",
            id="goes on with the same preposition",
        ),
        pytest.param(
            "L'Agence européenne des fleuves (Nosa) ferme.",
            "Agence européenne des fleuves (Nosa)",
            "European Rivers Agency",
            id="a short form of another language",
        ),
        pytest.param(
            "Le Centre pour la surveillance et la prévention des crues est fermé.",
            "Centre pour la surveillance et la prévention des crues",
            "Prevention Surveillance Centre",
            id="two aims",
        ),
        pytest.param(
            "L'Agence pour l'étude et la vente des trouvailles (BKRT) a ouvert.",
            "Agence pour l'étude et la vente des trouvailles (BKRT)",
            "Agence pour l'étude et la vente des trouvailles",
            id="up to a foreign short form",
        ),
        pytest.param(
            "Selon l'Agence Nationale de Gestion des Eaux, tout va bien.",
            "Agence Nationale de Gestion des Eaux",
            "National Water Management Agency",
            id="capitals throughout",
        ),
        pytest.param(
            "Elle préside la commission de la défense du parlement danois.",
            "commission de la défense du parlement danois",
            "Danish Parliament Defence Committee",
            id="a committee of a parliament",
        ),
        pytest.param(
            "Il a parlé devant la commission judiciaire du Sénat.",
            "commission judiciaire du Sénat",
            "US Senate Judiciary Committee",
            id="a known committee",
        ),
    ],
)
def test_a_french_name_takes_in_what_it_joins(text, quote, canonical):
    assert (quote, canonical) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("L'Agence des eaux et le ministère ont signé.", id="a head"),
        pytest.param("L'Agence des eaux et de nombreux élus ont signé.", id="people"),
    ],
)
def test_a_french_name_ends_where_another_begins(text):
    assert named(text)[0][0] == "Agence des eaux"
