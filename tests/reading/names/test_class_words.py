"""Class words before a name stay outside: "le journal Le Monde", "la chaîne CNN"."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Party
from marsad.reading.pipeline import read


def parties(text: str) -> list[tuple[str, str]]:
    """Return the words and the name of each party."""
    found = read(Document("report", text, published=None, language="fr"))
    return [(one.span.quote, one.canonical) for one in found if isinstance(one, Party)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Selon le journal Die Welt, la vente échoue.",
                     [("Die Welt", "Die Welt")], id="a newspaper"),
        pytest.param("Le quotidien britannique The Guardian cite un témoin.",
                     [("The Guardian", "Guardian")], id="with its nationality"),
        pytest.param("L'agence de presse Xinhua a publié le texte.",
                     [("Xinhua", "Xinhua")], id="a news agency"),
        pytest.param("Le site d'information Mediapart a publié le texte.",
                     [("Mediapart", "Mediapart")], id="with its field"),
        pytest.param("La chaîne d'information en continu CNN était là.",
                     [("CNN", "CNN")], id="with two fields"),
        pytest.param("Le quotidien Courrier du Delta cite un témoin.",
                     [("Courrier du Delta", "Courrier du Delta")], id="unknown"),
    ],
)  # fmt: skip
def test_a_class_word_stays_outside_the_name(text, expected):
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le monde change et le temps presse.", [], id="small letters"),
        pytest.param("La presse locale critique le maire.", [], id="opens a sentence"),
        pytest.param("L'Équipe révèle la liste.", ["L'Équipe"], id="elided article"),
    ],
)
def test_a_newspaper_with_an_article_needs_its_capital(text, expected):
    assert [name for _, name in parties(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("La direction de la SNCF a promis une enquête.", ["SNCF"], id="direction"),
        pytest.param("Il quitte la présidence de Renault.", ["Renault"], id="presidency"),
        pytest.param("Selon l'institut Ifop, rien ne bouge.", ["Ifop"], id="a pollster"),
        pytest.param("Michael Bloomberg a écrit à la banque HSBC.", ["HSBC"], id="a surname"),
        pytest.param("Le VMRO-DPMNE boycotte le vote.", ["VMRO-DPMNE"], id="two short forms"),
    ],
)  # fmt: skip
def test_a_body_is_named_by_itself(text, expected):
    assert [quote for quote, _ in parties(text)] == expected
