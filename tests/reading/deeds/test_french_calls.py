"""Calls and pledges of French news: whole subjects, passives, conditions."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Call, Commitment
from marsad.reading.pipeline import read


def deeds(text: str) -> list[str]:
    """Return the words of each call and pledge."""
    found = read(Document("report", text, published=None, language="fr"))
    return [one.span.quote for one in found if isinstance(one, Call | Commitment)]


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param(
            "Le maire Luc Morel, qui a reçu les familles des marins disparus hier soir à "
            "Nantes, a appelé les habitants à rester chez eux",
            id="a relative clause behind the subject",
        ),
        pytest.param(
            "La Norvège a salué l'accord et a demandé à Lima de le signer",
            id="a second verb",
        ),
    ],
)
def test_a_call_begins_with_its_subject(clause):
    assert clause.endswith(deeds(f"{clause}.")[0])
    assert len(deeds(f"{clause}.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Togo : les électeurs appelés à choisir un maire", id="a headline"
        ),
        pytest.param(
            "Ils diront s'ils acceptent de payer leur part.", id="a condition"
        ),
    ],
)
def test_who_is_called_and_what_may_be_are_no_deeds(text):
    assert deeds(text) == []
