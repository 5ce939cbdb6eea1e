"""Whom he, she, il and elle mean in front of what is said."""

import pytest

from heard import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'The hospital\'s director, Naoufel Trabelsi, was calm. "We have supplies," he said. A nurse spoke of three days. "We reuse the bandages," she said.',
            [
                ("We have supplies", "Naoufel Trabelsi"),
                ("We reuse the bandages", "nurse"),
            ],
            id="somebody new",
        ),
        pytest.param(
            "Prosecutor Ana Ruiz opened an inquiry. The mayor's lawyer, Luke Petit, disagreed. The evidence, he said, was thin.",
            [("The evidence, he said, was thin", "Luke Petit")],
            id="not the subject of the words said",
        ),
    ],
)
def test_english_pronouns_are_resolved_by_gender_and_order(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Le ministre a reçu Mme Leïla Mansour, présidente d’une association. « Nos dossiers dorment », lui a-t-elle dit.",
            [("Nos dossiers dorment", "Leïla Mansour")],
            id="a woman after a man",
        ),
        pytest.param(
            "Le Premier ministre irakien a reçu l’ambassadrice du Canada. Il a réaffirmé que Bagdad tiendrait ses engagements ; elle a salué « une coopération exemplaire ».",
            [
                ("Bagdad tiendrait ses engagements", "Premier ministre irakien"),
                ("une coopération exemplaire", "ambassadrice du Canada"),
            ],
            id="an office by its gender",
        ),
        pytest.param(
            "Nous, ministres de l’Énergie, réunis à Riga, réaffirmons notre attachement à la paix.\nNous soulignons que les stocks doivent être partagés.",
            [
                ("notre attachement à la paix", "ministres de l’Énergie"),
                ("les stocks doivent être partagés", "ministres de l’Énergie"),
            ],
            id="we who sign",
        ),
    ],
)
def test_french_pronouns_are_resolved_by_gender_and_order(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "fr") == expected
