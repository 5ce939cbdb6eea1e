"""To whom something is said in Arabic."""

import pytest

from heard import said

_BEFORE = "وقالت وزيرة الطاقة سلمى نصار إن الشبكة استقرت. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وأضافت لرويترز أن الصيانة مستمرة.", id="an agency"),
        pytest.param("وأضافت لوكالة الأناضول أن الصيانة مستمرة.", id="with its noun"),
        pytest.param("وأضافت لإذاعة «الواحة» أن الصيانة مستمرة.", id="in marks"),
        pytest.param("وأضافت للصحفيين أن الصيانة مستمرة.", id="reporters"),
        pytest.param(
            "وأضافت لراديو هيئة الإذاعة البريطانية (بي.بي.سي) أن الصيانة مستمرة.",
            id="with its letters",
        ),
    ],
)
def test_whoever_hears_does_not_speak(text: str) -> None:
    assert said(_BEFORE + text, "ar")[1] == ("الصيانة مستمرة", "سلمى نصار")


def test_a_subject_may_stand_behind_the_hearer() -> None:
    text = "وقال لرويترز المتحدث باسم الميناء إن السفن تنتظر."
    assert said(text, "ar") == [("السفن تنتظر", "المتحدث باسم الميناء")]
