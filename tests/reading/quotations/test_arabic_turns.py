"""Arabic lines that quote by a colon: headlines, rolling news and interviews."""

from datetime import date

import pytest

from heard import said

PUBLISHED = date(2023, 5, 2)


@pytest.mark.parametrize(
    ("line", "words", "speaker"),
    [
        pytest.param(
            "• ألمانيا للمانحين: الوقت لا يعمل لصالح النازحين",
            "الوقت لا يعمل لصالح النازحين",
            "ألمانيا",
            id="a bullet, and to whom it was said",
        ),
        pytest.param(
            "عاجل | الدفاع المدني السوري: انتشال ثلاثة ناجين من تحت الأنقاض",
            "انتشال ثلاثة ناجين من تحت الأنقاض",
            "الدفاع المدني السوري",
            id="rolling news",
        ),
        pytest.param(
            "عاجل: نقيب الأطباء: سبع إصابات جديدة بالكوليرا",
            "سبع إصابات جديدة بالكوليرا",
            "نقيب الأطباء",
            id="two colons",
        ),
        pytest.param(
            "بعد عودته من باريس.. ميقاتي: لبنان لن يترك وحيدا",
            "لبنان لن يترك وحيدا",
            "ميقاتي",
            id="behind a pause",
        ),
        pytest.param(
            "النفط العراقية: صادراتنا تجاوزت ثلاثة ملايين برميل",
            "صادراتنا تجاوزت ثلاثة ملايين برميل",
            "النفط العراقية",
            id="a field for its ministry",
        ),
        pytest.param(
            "ماكرون يعلن إرسال ثلاث فرق إغاثة إلى المغرب",
            "إرسال ثلاث فرق إغاثة إلى المغرب",
            "ماكرون",
            id="a subject before its verb",
        ),
        pytest.param(
            "14:35 - وزير النقل: إعادة فتح الجسر أمام الشاحنات",
            "إعادة فتح الجسر أمام الشاحنات",
            "وزير النقل",
            id="the hour before the head",
        ),
        pytest.param(
            "مصدر أمني عراقي: الحدود مغلقة حتى إشعار آخر",
            "الحدود مغلقة حتى إشعار آخر",
            "مصدر أمني عراقي",
            id="a source that is not named",
        ),
        pytest.param(
            "الدليمي: لن نقبل بأقل من ضمانات مكتوبة",
            "لن نقبل بأقل من ضمانات مكتوبة",
            "الدليمي",
            id="a surname alone",
        ),
    ],
)
def test_headlines_quote_whom_they_name_before_a_colon(
    line: str, words: str, speaker: str
) -> None:
    assert said(line, "ar", PUBLISHED) == [(words, speaker)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("تقرير: لماذا تعثر بناء المدارس؟", id="a report's question"),
        pytest.param("بقلم: سمير حداد", id="who wrote it"),
        pytest.param("أولا: ترميم ست مدارس في الأنبار هذا العام", id="a list"),
        pytest.param(
            "عمّان: انتخب المجلس رئيسا جديدا. وبدأت الدورة أمس.", id="a dateline"
        ),
        pytest.param("اقرأ أيضا: كيف عادت المياه إلى الموصل", id="read also"),
    ],
)
def test_other_colons_quote_nobody(line: str) -> None:
    assert said(line, "ar", PUBLISHED) == []


def test_answers_are_those_of_whom_the_headline_names() -> None:
    text = (
        "المهندس رامي حداد لـ«الصباح»: المحطة لن تتوقف هذا الصيف\n"
        "س: متى تعود الكهرباء إلى الحي القديم؟\n"
        "ج: بعد أسبوعين على الأكثر. مددنا ستة كيلومترات من الأسلاك.\n"
        "س: ومن يدفع الكلفة؟\n"
        "ج: البلدية تدفع النصف."
    )
    answers = said(text, "ar", PUBLISHED)
    assert [words for words, _ in answers] == [
        "المحطة لن تتوقف هذا الصيف",
        "بعد أسبوعين على الأكثر. مددنا ستة كيلومترات من الأسلاك",
        "البلدية تدفع النصف",
    ]
    assert {speaker for _, speaker in answers} == {"رامي حداد"}


def test_whoever_has_spoken_is_known_by_surname() -> None:
    text = (
        "حوار مع وزيرة البيئة\n"
        "- سلمى الكتاني: بدأنا بزراعة 30 ألف شجرة.\n"
        "● ومتى تنتهون؟\n"
        "- الكتاني: في الربيع المقبل، إن توفر الماء."
    )
    assert ("في الربيع المقبل، إن توفر الماء", "الكتاني") in said(text, "ar", PUBLISHED)


def test_answers_without_marks_are_heard_in_an_interview() -> None:
    text = (
        "حوار مع أمين مكتبة الموصل سعد الراوي\n"
        "متى تفتح القاعة الكبرى أبوابها؟\n"
        "تفتح في الخريف إذا وصلت الرفوف.\n"
        "وماذا عن المخطوطات؟\n"
        "استعدنا مئتين منها حتى الآن."
    )
    assert [words for words, _ in said(text, "ar", PUBLISHED)] == [
        "تفتح في الخريف إذا وصلت الرفوف",
        "استعدنا مئتين منها حتى الآن",
    ]


def test_a_head_that_tells_when_something_was_said_names_nobody() -> None:
    text = "في لقاء بين الوزيرة والسفير: اتفاق على موعد جديد\n\nوصل الوفد مساء."
    assert not said(text, "ar")
