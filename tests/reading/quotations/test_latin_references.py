"""Whom words that point back mean: the latter, ce dernier, her answer."""

import pytest

from heard import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'Anders Lie and Aino Salo signed first. "A pact of neighbours," the former said. "A pact of equals," the latter added.',
            [("A pact of neighbours", "Anders Lie"), ("A pact of equals", "Aino Salo")],
            id="the former and the latter",
        ),
        pytest.param(
            'The message from Ankara was blunt: "No more delays."',
            [("No more delays", "Ankara")],
            id="a noun of saying",
        ),
    ],
)
def test_english_references_are_resolved(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Le président a reçu le ministre Karim Salah. Ce dernier a indiqué que l’eau manquait.",
            [("l’eau manquait", "Karim Salah")],
            id="ce dernier",
        ),
        pytest.param(
            "Le maire a reçu les pêcheurs. Ces derniers ont réclamé « des filets et du gasoil ».",
            [("des filets et du gasoil", "pêcheurs")],
            id="ces derniers",
        ),
        pytest.param(
            "La consigne de Rabat est claire : « Pas un navire ne passe. »",
            [("Pas un navire ne passe", "Rabat")],
            id="a noun of saying",
        ),
    ],
)
def test_french_references_are_resolved(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "fr") == expected
