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
