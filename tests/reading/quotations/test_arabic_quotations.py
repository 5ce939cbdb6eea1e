"""Arabic quotes: their words, their form and their speaker, also where none is named."""

from datetime import date

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Quote
from marsad.reading.pipeline import read


def quotes(text: str) -> list[Quote]:
    """The quotes of an Arabic text published in the summer of 2021."""
    document = Document("report", text, published=date(2021, 7, 4), language="ar")
    return [finding for finding in read(document) if isinstance(finding, Quote)]


@pytest.mark.parametrize(
    ("text", "words", "form", "speaker"),
    [
        pytest.param(
            "قال وزير الخارجية الأمريكي أنتوني بلينكن إن العمل في العراق لم ينته بعد.",
            "العمل في العراق لم ينته بعد",
            "indirect",
            "Antony Blinken",
            id="clause after إن",
        ),
        pytest.param(
            "وقال بلينكن: «لن نترك شركاءنا وحدهم في هذه المهمة».",
            "لن نترك شركاءنا وحدهم في هذه المهمة",
            "direct",
            "Antony Blinken",
            id="marks after a colon",
        ),
        pytest.param(
            "واعتبر بلينكن أن التنظيم «لن يعود إلى ما كان عليه قبل سنوات» في المنطقة.",
            "التنظيم «لن يعود إلى ما كان عليه قبل سنوات» في المنطقة",
            "mixed",
            "Antony Blinken",
            id="a part between marks",
        ),
        pytest.param(
            "وأكد بلينكن ضرورة مواصلة تدريب القوات المحلية وتجهيزها.",
            "ضرورة مواصلة تدريب القوات المحلية وتجهيزها",
            "indirect",
            "Antony Blinken",
            id="a noun as object",
        ),
        pytest.param(
            "«المدارس ستفتح أبوابها قبل نهاية الشهر»، يقول بلينكن في ختام الزيارة.",
            "المدارس ستفتح أبوابها قبل نهاية الشهر",
            "direct",
            "Antony Blinken",
            id="verb after the marks",
        ),
        pytest.param(
            "وبحسب بلينكن، فإن عدد العائدين تضاعف خلال العام الجاري.",
            "عدد العائدين تضاعف خلال العام الجاري",
            "indirect",
            "Antony Blinken",
            id="a source without a verb",
        ),
    ],
)
def test_a_quote_has_its_words_form_and_speaker(text, words, form, speaker):
    found = [q for q in quotes(text) if q.span.quote == words]

    assert [(q.form, q.speaker_name) for q in found] == [(form, speaker)]


def test_a_verb_without_subject_goes_on_with_the_last_speaker():
    text = (
        "قال أنتوني بلينكن إن التحالف باق في العراق. وأضاف أن التدريب سيستمر، "
        "مشيرا إلى أن دولا جديدة انضمت إليه."
    )

    speakers = [q.speaker_name for q in quotes(text)]

    assert speakers == ["Antony Blinken"] * 3


def test_a_participle_continues_the_quote_before_it():
    first, second = quotes(
        "أكد أنتوني بلينكن أن المهمة لم تنته، مضيفا أن الدعم سيستمر عامين آخرين."
    )

    assert second.continues == first.span


def test_a_second_clause_under_one_verb_is_a_quote_of_its_own():
    found = quotes(
        "قال أنتوني بلينكن إن المخيم سيغلق قريبا، وإن الأسر ستعود إلى قراها."
    )

    assert [q.span.quote for q in found] == [
        "المخيم سيغلق قريبا",
        "الأسر ستعود إلى قراها",
    ]


def test_the_outlets_own_formula_is_nobodys_speech():
    assert quotes("يذكر أن التحالف تأسس قبل سبع سنوات في أعقاب سقوط الموصل.") == []


def test_a_mark_that_is_never_closed_ends_where_reporting_begins_again():
    text = (
        "قال أنتوني بلينكن: «نعمل مع الجميع ولا نتوقع حلا سريعا. "
        "وأضاف بلينكن أن الاجتماع المقبل سيعقد قريبا."
    )

    assert [q.span.quote for q in quotes(text)] == [
        "نعمل مع الجميع ولا نتوقع حلا سريعا",
        "الاجتماع المقبل سيعقد قريبا",
    ]


def test_a_call_is_a_quote_only_where_it_stands_in_marks():
    plain = quotes("دعا أنتوني بلينكن الدول إلى استعادة مواطنيها من المخيمات.")
    marked = quotes(
        "دعا أنتوني بلينكن الدول إلى «استعادة مواطنيها دون إبطاء» من المخيمات."
    )

    assert (plain, [q.form for q in marked]) == ([], ["mixed"])


def test_every_quote_says_why_it_was_read():
    (found,) = quotes("أوضح أنتوني بلينكن أن البرنامج يشمل ثلاث محافظات عراقية.")

    assert "أوضح" in found.why
    assert found.reader == "quotes.ar"
