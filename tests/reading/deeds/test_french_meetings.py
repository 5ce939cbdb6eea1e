"""Meetings of French news: named after their city, told again in other words."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Meeting
from marsad.reading.pipeline import read


def meetings(text: str) -> list[str]:
    """Return the words of each meeting that careful readers agree on."""
    found = read(Document("report", text, published=None, language="fr"))
    return [
        one.span.quote
        for one in found
        if isinstance(one, Meeting) and not one.is_doubtful
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ils ont signé lors d'un sommet à Helsinki entre les dirigeants des deux pays. "
            "Trois mois après le sommet d'Helsinki, rien ne bouge.",
            ["sommet d'Helsinki"],
            id="the name with its city names it best",
        ),
        pytest.param(
            "Ils veulent un troisième sommet. Elle ira à Rome préparer une troisième "
            "rencontre entre Angela Merkel et Matteo Salvini.",
            ["troisième rencontre entre Angela Merkel et Matteo Salvini"],
            id="in other words",
        ),
        pytest.param(
            "Le sommet de Tallinn a échoué.", ["sommet de Tallinn"], id="up to its verb"
        ),
    ],
)
def test_a_meeting_is_found_once_by_its_best_name(text, expected):
    assert meetings(text) == expected
