"""What Arabic verbs of describing report."""

import pytest

from heard import said


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "ووصف وزير التجارة المخزون بأنه كاف لأشهر.",
            "المخزون بأنه كاف لأشهر",
            "وزير التجارة",
            id="an office, then what it describes",
        ),
        pytest.param(
            'ووصف المدير العلاقات مع الموردين بـ"الطيبة جدا والمستقرة".',
            'العلاقات مع الموردين بـ"الطيبة جدا والمستقرة"',
            "المدير",
            id="in marks",
        ),
        pytest.param(
            "ووصفت ألمانيا القرار بالمتسرع.",
            "القرار بالمتسرع",
            "ألمانيا",
            id="a state",
        ),
    ],
)
def test_what_is_described_is_part_of_what_is_said(
    text: str, words: str, speaker: str
) -> None:
    assert said(text, "ar") == [(words, speaker)]


def test_a_participle_describes_for_the_speaker_of_its_sentence() -> None:
    text = "وقالت وزيرة البيئة إن الخطة جاهزة، واصفة الشراكة مع البلديات بـ«حجر الزاوية في العمل»."
    assert said(text, "ar")[1] == (
        "الشراكة مع البلديات بـ«حجر الزاوية في العمل»",
        "وزيرة البيئة",
    )


def test_a_pronoun_is_no_part_of_what_is_said() -> None:
    text = "وقال المدرب إن الحكم أخطأ، واصفا إياه بـ«الأسوأ هذا الموسم»."
    assert said(text, "ar")[1][0] == "الأسوأ هذا الموسم"


def test_so_called_is_no_quote() -> None:
    text = "وقالت النقابة إن الإدارة ماضية في ما وصفته بالتصعيد."
    assert len(said(text, "ar")) == 1
