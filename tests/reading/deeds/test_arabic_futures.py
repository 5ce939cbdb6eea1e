"""Arabic futures: which bind their speaker, where they end, which are none."""

import pytest

from heard import pledgers


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "قال وزير النقل الجزائري: سنة2019 كانت صعبة على الجميع.", id="a year"
        ),
        pytest.param(
            "قال وزير الخارجية المصري: لن ندخل في تفاصيل الاتصالات مع الأطراف.",
            id="what is not talked about",
        ),
        pytest.param(
            "قال الرئيس الفرنسي: سنتذكر هذا اليوم طويلا مع أصدقائنا.", id="a memory"
        ),
        pytest.param(
            "ستتضمن زيارة الوفد الياباني جولة في الميناء.", id="what a visit holds"
        ),
    ],
)
def test_futures_that_undertake_nothing_are_left_out(text: str) -> None:
    assert pledgers(text, "ar") == []


def test_the_next_future_of_a_speaker_stands_alone() -> None:
    text = "قال وزير الصحة العراقي: سنوزع اللقاحات على المحافظات وفي الأثناء سنفتح مراكز جديدة."

    assert pledgers(text, "ar") == [
        ("سنوزع اللقاحات على المحافظات", "IQ"),
        ("سنفتح مراكز جديدة", "IQ"),
    ]


def test_a_future_in_marks_behind_it_binds_the_one_who_says_it() -> None:
    text = 'قال الرئيس الكيني إنه "سيرسل ألف شرطي إلى هايتي قبل نهاية الشهر".'

    assert pledgers(text, "ar") == [
        ("سيرسل ألف شرطي إلى هايتي قبل نهاية الشهر", "KE"),
    ]


def test_a_minister_foretells_nothing_of_his_own_ministry() -> None:
    text = "أكد وزير التربية الجزائري أن الوزارة ستنتدب ألف أستاذ."

    assert len(pledgers(text, "ar")) == 1


def test_a_town_that_looks_like_a_future_binds_nobody_for_sure() -> None:
    assert pledgers("زار الوزير المصري سنورس وأهلها في الفيوم.", "ar") == []
