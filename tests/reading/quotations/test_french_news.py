"""Quotes in the manner of French news: sources, concessions, fronted statements."""

import pytest

from heard import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Selon Karim Benali, le barrage a cédé ; deux villages ont été évacués.",
            [("le barrage a cédé ; deux villages ont été évacués", "Karim Benali")],
            id="a source holds over a semicolon",
        ),
        pytest.param(
            "Bien que des experts aient affirmé que l'eau était saine, le maire hésite.",
            [("l'eau était saine", "experts")],
            id="a concession ends at its comma",
        ),
        pytest.param(
            "La juge Rosa Vidal est partie. Dans un entretien, elle a dit que tout allait bien.",
            [("tout allait bien", "Rosa Vidal")],
            id="a pronoun behind a fronted interview",
        ),
        pytest.param(
            "La juge Rosa Vidal a affirmé ne pas connaître le dossier.",
            [("ne pas connaître le dossier", "Rosa Vidal")],
            id="a negated infinitive",
        ),
        pytest.param(
            "D'après l'Union des marins (Sjof), le port est fermé.",
            [("le port est fermé", "Union des marins (Sjof)")],
            id="a source with its short form",
        ),
        pytest.param(
            "La radio locale a mentionné de « graves fuites » dans le mur.",
            [("« graves fuites » dans le mur", "radio locale")],
            id="to mention in marks",
        ),
        pytest.param(
            "La juge Rosa Vidal a dit : « Tout est prêt. » Puis de conclure : « Rien ne presse. »",
            [("Tout est prêt", "Rosa Vidal"), ("Rien ne presse", "Rosa Vidal")],
            id="a narrated infinitive",
        ),
        pytest.param(
            "La juge Rosa Vidal a indiqué qu'elle partait, mettant ainsi fin aux rumeurs.",
            [("elle partait", "Rosa Vidal")],
            id="what the writer draws from it",
        ),
    ],
)
def test_french_news_tells_who_said_what(text, expected):
    assert said(text, "fr") == expected


def test_a_bracket_behind_the_comma_is_no_part_of_the_source():
    text = "Selon Karim Benali, le port (sud) est fermé."

    assert said(text, "fr") == [("le port (sud) est fermé", "Karim Benali")]


def test_a_semicolon_parts_two_sources():
    text = "Selon la police, le feu est éteint ; selon Karim Benali, il couve encore."

    assert [quote for quote, _ in said(text, "fr")] == [
        "le feu est éteint",
        "il couve encore",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le port est fermé, selon Karim Benali", id="no stop"),
        pytest.param("Le port est fermé, selon Karim Benali (", id="an open bracket"),
    ],
)
def test_a_source_may_end_the_text(text):
    assert said(text, "fr")[0] == ("Le port est fermé", "Karim Benali")
