"""Bearers: who calls or pledges, by name, pronoun, office, turn or byline."""

import pytest

from heard import callers


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        pytest.param(
            "UNICEF said on Friday that two million children in Yemen were out of "
            "school. The agency called on all parties to protect classrooms.",
            "en",
            "UNICEF",
            id="a class word",
        ),
        pytest.param(
            "Human Rights Watch said the camp was overcrowded. It urged France to "
            "take back its citizens.",
            "en",
            "Human Rights Watch",
            id="it",
        ),
        pytest.param(
            "Iraq's prime minister met the French president in Paris and urged "
            "France to invest.",
            "en",
            "IQ",
            id="a second verb keeps the subject",
        ),
        pytest.param(
            "Le président turc a rencontré Vladimir Poutine à Sotchi. Il a demandé à "
            "la Russie de revenir dans l'accord.",
            "fr",
            "TR",
            id="il",
        ),
        pytest.param(
            "أدانت جامعة الدول العربية الهجوم، ودعت إلى محاسبة المسؤولين عنه.",
            "ar",
            "Arab League",
            id="an arabic verb without a subject",
        ),
        pytest.param(
            "التقى وزير الخارجية الفرنسي نظراءه. ودعا إيران إلى التهدئة.",
            "ar",
            "FR",
            id="an office without a name",
        ),
        pytest.param(
            "وصف المتحدث باسم الخارجية الإيرانية ناصر كنعاني العقوبات بأنها غير "
            "قانونية، ودعا الاتحاد الأوروبي إلى مراجعة موقفه.",
            "ar",
            "IR",
            id="the one name behind a joined verb is asked",
        ),
        pytest.param(
            "استقبل وزير الداخلية الأردني مازن الفراية وفدا أمميا. ودعا الوزير إلى "
            "تقاسم الأعباء.",
            "ar",
            "JO",
            id="the minister of before",
        ),
    ],
)
def test_a_caller_who_is_not_named_is_found_before(
    text: str, language: str, party: str
) -> None:
    assert callers(text, language)[-1] == party


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        pytest.param(
            "France and Germany urged Iran to respect the deal.",
            "en",
            "FR,DE",
            id="two states",
        ),
        pytest.param(
            "دعت فرنسا وألمانيا إيران إلى احترام الاتفاق.", "ar", "FR,DE", id="arabic"
        ),
        pytest.param(
            "Les médiateurs qatariens et norvégiens ont appelé les belligérants à "
            "respecter la trêve.",
            "fr",
            "QA,NO",
            id="two adjectives",
        ),
        pytest.param(
            "Jordan and Egypt held talks in Amman. Both ministers called for an "
            "immediate truce.",
            "en",
            "JO,EG",
            id="both of a pair",
        ),
    ],
)
def test_states_that_act_together_are_named_together(
    text: str, language: str, party: str
) -> None:
    assert callers(text, language)[-1] == party


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        pytest.param(
            "اثنتا عشرة منظمة: دعت 40 منظمة المانحين إلى سداد تعهداتهم.",
            "ar",
            "40 organisations",
            id="organisations by their number",
        ),
        pytest.param(
            "Les habitants réclament la réouverture du pont.",
            "fr",
            "residents",
            id="residents",
        ),
        pytest.param(
            "طالب المتظاهرون بمحاسبة الفاسدين.", "ar", "demonstrators", id="a crowd"
        ),
        pytest.param(
            "The Union of Pilots of Chad demanded an inquiry.",
            "en",
            "Union of Pilots of Chad",
            id="a body that nobody knows keeps its own words",
        ),
    ],
)
def test_groups_and_strangers_call_under_their_own_words(
    text: str, language: str, party: str
) -> None:
    assert callers(text, language)[-1] == party


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        pytest.param("دعت لبنان إلى التهدئة.", "ar", [], id="lebanon is asked"),
        pytest.param(
            "طلبت بغداد من أنقرة سحب قواتها.", "ar", ["IQ"], id="a capital is feminine"
        ),
        pytest.param(
            "Kenya is urging Somalia to reopen the border.",
            "en",
            ["KE"],
            id="a verb that is going on",
        ),
        pytest.param(
            "The drivers were asked by the Red Cross to keep off the road.",
            "en",
            ["Red Cross"],
            id="a passive with its caller",
        ),
    ],
)
def test_agreement_tells_the_caller_from_the_called(
    text: str, language: str, party: list[str]
) -> None:
    assert callers(text, language) == party
