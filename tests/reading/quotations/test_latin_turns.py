"""Turns in English and French: members who ask, minutes, tickers, lists that nobody says."""

import pytest

from heard import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ms Anna Quill: Will the Minister publish the list?\nMr Paul Strath: I shall write to her.",
            [
                ("Will the Minister publish the list", "Anna Quill"),
                ("I shall write to her", "Paul Strath"),
            ],
            id="a member may ask",
        ),
        pytest.param(
            "Quake toll passes 400 - health ministry\nRescuers are still digging.",
            [("Quake toll passes 400", "health ministry")],
            id="a headline with its source behind a dash",
        ),
        pytest.param(
            "Pledges made in Riyadh\n• UNDP: training for 300 teachers\n• World Bank: a loan of $150 million",
            [],
            id="a list of pledges is nobody's words",
        ),
        pytest.param(
            "Contact: Anna Berg, press office\nSource: Ministry of Health",
            [],
            id="a contact and a source",
        ),
    ],
)
def test_english_turns_have_their_speaker(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mme la présidente. – La parole est à M. Roux.\nM. Alain Roux. – Quand rendrez-vous ce rapport ?\nM. Denis Faure, ministre délégué. – Il sera rendu avant l’été. Je m’y engage.",
            [
                ("Quand rendrez-vous ce rapport", "Alain Roux"),
                ("Il sera rendu avant l’été. Je m’y engage", "Denis Faure"),
            ],
            id="minutes of a parliament",
        ),
        pytest.param(
            "Séisme de magnitude 6,1 près de Van, 3 morts (autorités)",
            [("Séisme de magnitude 6,1 près de Van, 3 morts", "autorités")],
            id="a source in brackets",
        ),
        pytest.param(
            "Programme\n9 h – Ouverture – Ministre de la Défense\n11 h 30 – Stabilisation – PNUD",
            [],
            id="a programme",
        ),
    ],
)
def test_french_turns_have_their_speaker(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "fr") == expected
