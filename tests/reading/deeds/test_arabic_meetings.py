"""Arabic meetings: what is none, what a relative clause names, and where guests meet."""

from datetime import date

import pytest

from heard import meetings

WEDNESDAY = date(2016, 5, 18)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("انتهى لقاء الذهاب بين الفريقين بالتعادل في رادس.", id="a match"),
        pytest.param(
            "قال وزير المالية المصري في لقاء مع قناة محلية إن الميزانية جاهزة.",
            id="an interview",
        ),
        pytest.param(
            "أجرى الرئيس الفرنسي محادثات هاتفية مع نظيره المصري.", id="by telephone"
        ),
        pytest.param(
            "صنف المنتدى الاقتصادي العالمي المغرب في المرتبة الستين.", id="a ranking"
        ),
    ],
)
def test_words_that_mean_no_meeting_are_left_out(text: str) -> None:
    assert meetings(text, "ar", WEDNESDAY) == []


def test_a_meeting_is_named_by_the_clause_that_says_who_met() -> None:
    text = (
        "تناول اللقاء الذي جمع اليوم وزير الدفاع الجزائري بنظيره الإيطالي تأمين الحدود."
    )

    assert [words for words, _, _ in meetings(text, "ar", WEDNESDAY)] == [
        "اللقاء الذي جمع اليوم وزير الدفاع الجزائري بنظيره الإيطالي"
    ]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param(
            "خلال زيارته إلى برلين، عقد وزير الخارجية المصري اجتماعا مع ممثلي الشركات.",
            "DE",
            id="on a visit",
        ),
        pytest.param(
            "استقبل رئيس الحكومة التونسي سفير اليابان تاكيشي إيتو.", "TN", id="a guest"
        ),
        pytest.param(
            "قال ممثل المنظمة في لقاء جمعه بوالي سوسة إن المشروع انطلق.",
            "TN",
            id="a governor",
        ),
    ],
)
def test_one_meets_where_one_is_received_or_went(text: str, state: str) -> None:
    assert [country for _, country, _ in meetings(text, "ar", WEDNESDAY)] == [state]


def test_a_day_in_a_clause_of_its_own_is_not_the_meetings() -> None:
    text = "قال المبعوث بعد اجتماع في عمان مع وزير الخارجية الأردني إنه زار بغداد أمس."

    assert [day for _, _, day in meetings(text, "ar", WEDNESDAY)] == [None]


def test_hours_before_a_meeting_it_is_the_same_day() -> None:
    text = "وصل الوفد قبل ساعات من اجتماع في فيينا بين إيران والولايات المتحدة."

    assert [day for _, _, day in meetings(text, "ar", WEDNESDAY)] == [WEDNESDAY]


def test_what_one_speaks_of_is_no_venue() -> None:
    text = "بحث اجتماع الوزراء العرب الأوضاع الأمنية في ليبيا."

    assert "LY" not in [country for _, country, _ in meetings(text, "ar", WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param(
            "وأوضح أن اجتماعه بالسفير التركي في أنقرة تناول سبل التعاون.",
            "اجتماعه بالسفير التركي في أنقرة",
            id="before what it dealt with",
        ),
        pytest.param(
            "التقى الوزير بالقيادات الأمنية في جندوبة.",
            "التقى الوزير بالقيادات الأمنية في جندوبة",
            id="with those in charge",
        ),
    ],
)
def test_a_meeting_ends_before_its_topic_and_names_whom_one_meets(
    text: str, surface: str
) -> None:
    assert [words for words, _, _ in meetings(text, "ar", WEDNESDAY)] == [surface]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param(
            "دعا الأمين العام في ختام القمة الأفريقية في رواندا الدول إلى خفض الرسوم.",
            "القمة الأفريقية في رواندا",
            id="before a noun that cannot go on",
        ),
        pytest.param(
            "أجرى الوزير مباحثات مع نظيره العماني بشأن الصيد البحري.",
            "مباحثات مع نظيره العماني",
            id="before its topic",
        ),
    ],
)
def test_a_name_ends_where_something_else_is_told(text: str, surface: str) -> None:
    assert [words for words, _, _ in meetings(text, "ar", WEDNESDAY)] == [surface]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("أبدت الصين معارضتها لعقد محادثات مع اليابان.", id="wished for"),
        pytest.param("أشاد الوزير بدوره في ليبيا.", id="a part in something"),
    ],
)
def test_what_is_only_proposed_or_a_part_is_no_sure_meeting(text: str) -> None:
    assert meetings(text, "ar", WEDNESDAY) == []


def test_the_noun_alone_takes_up_the_meeting_named_before() -> None:
    text = (
        "تعقد القمة الأفريقية في كيغالي يوم 10 جويلية 2016. وقال الوزير في تصريح "
        "بالقاهرة إن القمة ناجحة."
    )

    assert len(meetings(text, "ar", WEDNESDAY)) == 1


def test_the_noun_behind_a_verb_of_dealing_is_the_meeting_told_before() -> None:
    text = (
        "استقبل الرئيس الجزائري اليوم سفير مالي أمادو تراوري. "
        "وتناول اللقاء الوضع في الساحل."
    )

    assert len(meetings(text, "ar", WEDNESDAY)) == 1


def test_what_convened_is_the_noun_behind_day_and_place() -> None:
    text = "التأمت أمس بسوسة ندوة وطنية حول المياه."

    assert meetings(text, "ar", WEDNESDAY) == [
        ("ندوة وطنية حول المياه", "TN", date(2016, 5, 17))
    ]
