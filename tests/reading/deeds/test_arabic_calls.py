"""Arabic words that only look like calls, and crowds that call without a name."""

import pytest

from heard import callers


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "فاز نادي الترجي بالبطولة للمرة الثالثة على التوالي.", id="a club"
        ),
        pytest.param("دعا الأهالي الله أن يرحم الضحايا.", id="a prayer"),
        pytest.param(
            "ارتفعت الأسعار وهو ما دعا المستهلكين إلى تقليص مشترياتهم.", id="a reason"
        ),
        pytest.param("ستتدخل تونس إذا تطلب الأمر من الجيش تأمين الحدود.", id="a need"),
        pytest.param(
            "رفضت وزارة العدل طلب المحامين تأجيل الجلسة.", id="a request turned down"
        ),
        pytest.param("كان القتيل طالبا بالجامعة الأمريكية.", id="a student"),
        pytest.param(
            "قال مسؤول كيني طالبا عدم ذكر اسمه إن المفاوضات توقفت.", id="no name"
        ),
        pytest.param(
            "باتت الحكومة مطالبة بتوضيح موقفها من الأزمة.", id="a duty of its subject"
        ),
    ],
)
def test_words_that_look_alike_call_nobody(text: str) -> None:
    assert callers(text, "ar") == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param(
            "تجمع عشرات المحتجين أمام مقر الولاية بالقصرين، مطالبين بتشغيل أبناء الجهة.",
            "protesters",
            id="a participle in the plural",
        ),
        pytest.param(
            "أغلق عدد من البحارة ميناء جرجيس وطالبوا السلطات بتوفير المحروقات.",
            "fishermen",
            id="a verb in the plural",
        ),
        pytest.param(
            "رفع المتظاهرون في صفاقس لافتات تدعو إلى محاسبة الفاسدين.",
            "demonstrators",
            id="words on banners",
        ),
        pytest.param(
            "رحبت تركيا بقرار مجلس الأمن الذي يدعو إلى وقف إطلاق النار.",
            "UN Security Council",
            id="a relative clause",
        ),
    ],
)
def test_a_crowd_or_the_one_described_calls(text: str, party: str) -> None:
    assert callers(text, "ar") == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param(
            "أعطى رئيس الحكومة التونسية تعليماته إلى الولاة بفتح الطرقات المقطوعة.",
            "TN",
            id="instructions",
        ),
        pytest.param(
            "ودعا الوزير الجزائري الأهالي للتبليغ عن كل حريق.",
            "DZ",
            id="a deed behind «ل» and the one asked",
        ),
        pytest.param(
            "قال السفير الألماني إن بلاده اتصلت بالطرفين ودعوتهما لوقف القتال قائمة.",
            "DE",
            id="the call of the one who speaks",
        ),
        pytest.param(
            "ماكرون للفرنسيين : التزموا بيوتكم\n\nباريس - نص.",
            "FR",
            id="an imperative in a headline",
        ),
        pytest.param(
            "شارك المئات في مسيرة تطالب بكشف الحقيقة.",
            "demonstrators",
            id="a march",
        ),
    ],
)
def test_other_ways_of_calling_are_read(text: str, party: str) -> None:
    assert callers(text, "ar") == [party]


def test_a_ministry_of_the_interior_calls_for_itself() -> None:
    text = "دعت وزارة الداخلية التونسية المواطنين إلى توخي الحذر."

    assert callers(text, "ar") == ["Tunisia Ministry of Interior"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param(
            "دعا المكتب التنفيذي لحركة النهضة إلى مقاطعة الجلسة.",
            "Ennahda",
            id="an organ of a body",
        ),
        pytest.param(
            "نصحت الخارجية الكندية رعاياها بعدم السفر إلى سيناء.",
            "CA",
            id="a verb whose own letter is that of we",
        ),
        pytest.param(
            "دعا عضو مجلس النواب عن حركة النهضة سمير المنصوري إلى تأجيل الجلسة.",
            "Ennahda",
            id="a member sent by a party",
        ),
    ],
)
def test_who_calls_is_told_by_the_body_behind_him(text: str, party: str) -> None:
    told = callers(text, "ar")

    assert len(told) == 1
    assert party in str(told[0])


def test_a_speaker_by_his_given_name_calls_for_his_state() -> None:
    text = (
        "اتصل الرئيس الإيراني حسن روحاني بأمير قطر الشيخ تميم بن حمد آل ثاني. "
        'وقال تميم: "نحن ندعو إلى الحوار بين دول الجوار".'
    )

    assert callers(text, "ar") == ["QA"]


def test_a_body_behind_a_closed_title_is_asked() -> None:
    text = "ناشد مدير المستشفى وزارة الصحة توفير الأدوية."

    assert "Ministry of Health" not in callers(text, "ar")


def test_whom_an_official_met_before_he_calls_is_not_the_caller() -> None:
    text = (
        "دعا الأمين العام للأمم المتحدة بعد لقاء مع الرئيس القبرصي في نيقوسيا "
        "إلى استئناف المفاوضات."
    )

    assert callers(text, "ar") == ["United Nations"]
