"""What Arabic verbs report without أن and without a sign."""

import pytest

from heard import quotes, said


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "وأضافت المديرة سنواصل تجهيز الأقسام قبل الشتاء.",
            "سنواصل تجهيز الأقسام قبل الشتاء",
            "المديرة",
            id="we shall",
        ),
        pytest.param(
            "وقال الحارس لن يفتح الباب أحد قبل الصباح.",
            "لن يفتح الباب أحد قبل الصباح",
            "الحارس",
            id="a denial",
        ),
        pytest.param(
            "وصل المدرب سامي الخياط مساء. وقال رصدنا أخطاء كثيرة في الشوط الأول.",
            "رصدنا أخطاء كثيرة في الشوط الأول",
            "سامي الخياط",
            id="we saw",
        ),
    ],
)
def test_speech_may_follow_its_verb_or_subject_at_once(
    text: str, words: str, speaker: str
) -> None:
    assert said(text, "ar") == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "وأعلنت السلطات المحلية تفكيك شبكة للتهريب.",
            "تفكيك شبكة للتهريب",
            id="behind an office",
        ),
        pytest.param(
            "وقال وزير الدفاع إن الحدود هادئة. واستبعد في الوقت نفسه التدخل عسكريا.",
            "التدخل عسكريا",
            id="behind an adverb",
        ),
    ],
)
def test_a_deed_is_reported_as_an_object(text: str, words: str) -> None:
    assert quotes(text, "ar")[-1].span.quote == words


def test_a_clause_still_needs_its_subject_first() -> None:
    text = "وقال مراسلنا إن الطريق مقطوعة."
    assert said(text, "ar") == [("الطريق مقطوعة", "مراسلنا")]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "وثمنت سلمى نصار، قرار البلدية رفع المنع عن الشاطئ.",
            "قرار البلدية رفع المنع عن الشاطئ",
            "سلمى نصار",
            id="an object behind a comma begins at its head",
        ),
        pytest.param(
            "وثمن الضيف الفرنسي التعاون القائم مع الجامعة.",
            "التعاون القائم مع الجامعة",
            "الضيف الفرنسي",
            id="a definite object behind an office",
        ),
    ],
)
def test_an_object_begins_behind_its_subject(
    text: str, words: str, speaker: str
) -> None:
    (quote,) = quotes(text, "ar")
    assert (quote.span.quote, quote.speaker and quote.speaker.quote) == (words, speaker)


def test_a_verb_that_tells_of_a_noun_reports_nothing() -> None:
    text = "وقال النائب إن الحزب يعمل بجد. وتسعى الكتلة إلى إصدار لوائح تدين العنف."
    assert len(quotes(text, "ar")) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "وأكد القبطان للصحفيين على متن السفينة أن الرحلة مستمرة.",
            "الرحلة مستمرة",
            id="where it was said",
        ),
        pytest.param(
            "وأفادت شبكة سي إن إن الأمريكية بأن الطائرة أقلعت.",
            "الطائرة أقلعت",
            id="a name with the letters of that",
        ),
        pytest.param(
            "وفي تصريح صحفي، بين الوزير أن الطريق مفتوحة.",
            "الطريق مفتوحة",
            id="a verb behind a comma",
        ),
        pytest.param(
            "واعتبرت سلمى نصار أن القرار «مؤلم»، وتعهدت بـ«تعويض» العمال.",
            "القرار «مؤلم»",
            id="a pledge behind it",
        ),
        pytest.param(
            "ونوه السفير بما حققته الجمعية من نتائج.",
            "بما حققته الجمعية من نتائج",
            id="what it achieved",
        ),
    ],
)
def test_what_leads_on_is_told_from_what_does_not(text: str, words: str) -> None:
    assert quotes(text, "ar")[0].span.quote == words


def test_an_adverb_is_nothing_that_was_said() -> None:
    assert not quotes("وأقر مجلس النواب بالإجماع قانونا جديدا.", "ar")


def test_a_verb_that_ends_the_text_reports_nothing() -> None:
    assert not quotes("اللجنة الدولية للإغاثة تدين", "ar")
