"""Answers in English and French: press points, written answers, interviews."""

import pytest

from heard import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Press briefing by the spokesperson\n\nQ. Is the meeting confirmed?\nA. It is. The date will be announced tomorrow.\n\nQ. With which countries?\nA. I can't tell you that.",
            [
                ("It is. The date will be announced tomorrow", "spokesperson"),
                ("I can't tell you that", "spokesperson"),
            ],
            id="letters and an office in the heading",
        ),
        pytest.param(
            "Answered by Mr Dominic Farrell\nThe programme has trained 800 officers. It ends in May.\n\nWe shall report to the House in June.",
            [
                (
                    "The programme has trained 800 officers. It ends in May",
                    "Dominic Farrell",
                ),
                ("We shall report to the House in June", "Dominic Farrell"),
            ],
            id="the paragraphs below who answers",
        ),
        pytest.param(
            "Interview with Amadou Diop, director of the port of Dakar\n\nHas traffic recovered?\nYes, we are at 80 percent of the 2019 level.\n\nAnd the staff?\nWe kept everybody.",
            [
                ("Yes, we are at 80 percent of the 2019 level", "Amadou Diop"),
                ("We kept everybody", "Amadou Diop"),
            ],
            id="lines that only ask",
        ),
    ],
)
def test_english_answers_are_given_to_who_answers(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Point de presse du porte-parole\n\nQ – La réunion est-elle confirmée ?\nR – Elle l’est.\n\nQ – Avec quels pays ?\nR – Je ne peux pas vous le dire.",
            [
                ("Elle l’est", "porte-parole"),
                ("Je ne peux pas vous le dire", "porte-parole"),
            ],
            id="letters and dashes",
        ),
        pytest.param(
            "Trois questions à Claire Nemours, juge d’instruction\n\n1. Combien de dossiers traitez-vous ?\nUne centaine. C’est trop pour moi.\n\n2. Que demandez-vous ?\nDeux greffiers et du temps.",
            [
                ("Une centaine. C’est trop pour moi", "Claire Nemours"),
                ("Deux greffiers et du temps", "Claire Nemours"),
            ],
            id="numbered questions",
        ),
    ],
)
def test_french_answers_are_given_to_who_answers(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "fr") == expected
