"""Authors: whose first person stands outside of marks."""

import pytest

from heard import callers


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        pytest.param(
            "Joint statement by UNICEF and partners\n\nFamilies are hungry. We call on "
            "all donors to act now.",
            "en",
            "UNICEF",
            id="who issues a statement",
        ),
        pytest.param(
            "القانون لا يؤجل\nبقلم: سمير خليل\nخسر التنظيم جيوبه. وأدعو الحكومات إلى "
            "محاكمة رجاله.",
            "ar",
            "Samir Khalil",
            id="the author of an opinion",
        ),
        pytest.param(
            "DÉCLARATION\n\nNous, gouverneurs du Tchad et du Niger, réunis à Niamey,\n\n"
            "1. Demandons aux États de lever les taxes.",
            "fr",
            "governors",
            id="who declares the points of a list",
        ),
        pytest.param(
            "Shelling in Kunduz\n\nCanada strongly condemns the shelling of Kunduz in "
            "Afghanistan. We call on all sides to stop.",
            "en",
            "CA",
            id="whose stand an unsigned release tells",
        ),
        pytest.param(
            "Attaque à Mopti\n\nLa Belgique condamne l'attaque de Mopti, au Mali. Nous "
            "appelons toutes les parties à cesser le feu.",
            "fr",
            "BE",
            id="whose stand an unsigned French release tells",
        ),
    ],
)
def test_words_without_marks_are_of_who_issues_them(
    text: str, language: str, party: str
) -> None:
    assert callers(text, language)[-1] == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param(
            "\n• نداء أممي إلى وقف القتال في السودان\n", "United Nations", id="the UN"
        ),
        pytest.param(
            "\n• دعوات نقابية إلى إضراب عام غدا\n", "trade unions", id="trade unions"
        ),
    ],
)
def test_an_adjective_names_who_appeals_in_a_headline(text: str, party: str) -> None:
    assert callers(text, "ar") == [party]
