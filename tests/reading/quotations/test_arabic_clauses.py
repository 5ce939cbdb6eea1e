"""Where what is said ends in Arabic prose."""

import pytest

from heard import quotes, said


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        pytest.param(
            "قال المدير إن الجسر مغلق لكنه أضاف أن الأشغال ستنتهي في الربيع.",
            "الجسر مغلق",
            "الأشغال ستنتهي في الربيع",
            id="but he added",
        ),
        pytest.param(
            "وذكرت الوزيرة أن المخزون يكفي شهرين وأشارت إلى أن شحنة أخرى في الطريق.",
            "المخزون يكفي شهرين",
            "شحنة أخرى في الطريق",
            id="a second verb joined without a comma",
        ),
        pytest.param(
            "وقال المحافظ إن المدارس فتحت أبوابها وأضاف أن النقل عاد إلى طبيعته.",
            "المدارس فتحت أبوابها",
            "النقل عاد إلى طبيعته",
            id="and he added",
        ),
    ],
)
def test_a_clause_ends_where_its_speaker_is_said_to_go_on(
    text: str, first: str, second: str
) -> None:
    assert [words for words, _ in said(text, "ar")] == [first, second]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "أعلنت وزارة الصحة تسجيل ثلاث إصابات جديدة، لكن المستشفيات لم تستقبل أحدا منذ أيام.",
            "تسجيل ثلاث إصابات جديدة",
            id="but",
        ),
        pytest.param(
            "أكدت وزارة النقل استئناف الرحلات، غير أن الميناء ظل مغلقا أمام السفن.",
            "استئناف الرحلات",
            id="however",
        ),
    ],
)
def test_a_noun_ends_before_a_clause_of_the_outlet(text: str, words: str) -> None:
    assert said(text, "ar")[0][0] == words


def test_a_relative_that_takes_up_a_thing_ends_what_was_said_of_it() -> None:
    text = (
        "قالت الوزيرة منى حداد إن الأولوية للسد الكبير، الذي أكدت أنه سيفتح في الخريف."
    )
    assert said(text, "ar") == [
        ("الأولوية للسد الكبير", "منى حداد"),
        ("أنه سيفتح في الخريف", "منى حداد"),
    ]


def test_an_occasion_with_a_preposition_leads_to_nothing() -> None:
    text = "وأكد المحافظ سمير الحداد، في رده على أسئلة الأهالي، على أن الطريق ستعبد في الصيف."
    assert said(text, "ar") == [("الطريق ستعبد في الصيف", "سمير الحداد")]


def test_a_mark_that_stays_open_ends_where_the_outlet_reports_on() -> None:
    text = (
        'وقال المدرب: "لن نغير الخطة في الإياب. كما نقلت الصحيفة عن المدرب قوله إن '
        '"الفريق جاهز للمباراة المقبلة".'
    )
    assert said(text, "ar")[0][0] == "لن نغير الخطة في الإياب"


def test_that_not_leads_to_a_clause() -> None:
    text = "وقالت المديرة إن المخزون كاف لكنها توقعت ألا يصل القطار قبل المساء."
    assert next(words for words, _ in said(text, "ar")) == "المخزون كاف"


def test_a_participle_without_its_ending_goes_on_behind_a_comma() -> None:
    text = "قال الوزير إن الطريق مفتوحة، مؤكد أن الأشغال انتهت."
    assert [words for words, _ in said(text, "ar")] == [
        "الطريق مفتوحة",
        "الأشغال انتهت",
    ]


def test_what_a_noun_asks_for_is_not_cut_between_its_verbs() -> None:
    text = "وشدد المدير على ضرورة أن تعود الحافلات مبكرا، وأن تبقى الأسعار على حالها."
    assert [words for words, _ in said(text, "ar")] == [
        "ضرورة أن تعود الحافلات مبكرا، وأن تبقى الأسعار على حالها"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "وأكد المدير أن الخطة الجديدة، خلال زيارته الأخيرة، تمثل خطوة كبيرة.",
            "الخطة الجديدة، خلال زيارته الأخيرة، تمثل خطوة كبيرة",
            id="an occasion inside what is said",
        ),
        pytest.param(
            "وأفاد المدير بأن الأشغال انتهت، كما أيد فتح الطريق ليلا.",
            "الأشغال انتهت",
            id="he also backed",
        ),
        pytest.param(
            "أكدت الوزارة استئناف الرحلات، ورفضت الزيادة في الأسعار.",
            "استئناف الرحلات",
            id="a noun before another verb",
        ),
        pytest.param(
            "وقال المدير إن الحل صار اليوم قريبا جدا، حسب تقديره، والعمل مستمر.",
            "الحل صار اليوم قريبا جدا",
            id="in his estimate",
        ),
    ],
)
def test_a_clause_ends_where_the_outlet_takes_the_word(text: str, words: str) -> None:
    assert said(text, "ar")[0][0] == words


@pytest.mark.parametrize(
    "background",
    [
        pytest.param("يذكر أن المصنع أغلق قبل عامين", id="it is recalled"),
        pytest.param("وكان المصنع قد أغلق قبل عامين", id="it had been"),
        pytest.param("جدير بالذكر أن المصنع أغلق قبل عامين", id="it is worth telling"),
    ],
)
def test_what_the_outlet_recalls_is_nobodys_words(background: str) -> None:
    text = f"وقال المدير إن المصنع سيفتح أبوابه في الربيع، {background}."
    assert said(text, "ar")[0][0] == "المصنع سيفتح أبوابه في الربيع"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "وقال المدير إن الآلات القديمة بيعت كلها، في إشارة إلى معدات المنجم.",
            "الآلات القديمة بيعت كلها",
            id="in reference to",
        ),
        pytest.param(
            "وقال المدير إن الإنتاج ظل مستقرا هذه السنة، وفسر الركود بغلاء الطاقة.",
            "الإنتاج ظل مستقرا هذه السنة",
            id="and he explained",
        ),
        pytest.param(
            "وذكر المدير بأن الورشة عملت، وفق الإمكانيات المتاحة، على إصلاح القطار.",
            "الورشة عملت، وفق الإمكانيات المتاحة، على إصلاح القطار",
            id="means are no source",
        ),
        pytest.param(
            "وجدد الوزير، من جهة أخرى، نفيه القاطع لوجود خلاف.",
            "نفيه القاطع لوجود خلاف",
            id="an aside before an object",
        ),
    ],
)
def test_a_clause_is_read_whole(text: str, words: str) -> None:
    assert quotes(text, "ar")[0].span.quote == words


def test_a_source_amid_a_clause_takes_no_half_of_it() -> None:
    text = "وتعيش البلاد أزمة طويلة وصعبة أدت، حسب مراقبين، إلى غلق المصانع."
    assert not said(text, "ar")


def test_a_contrast_without_a_comma_ends_a_clause() -> None:
    text = "وأكد المدير أن الورشة ستفتح غدا بينما وعد الوزير بمنحة للعمال."
    assert said(text, "ar")[0][0] == "الورشة ستفتح غدا"


def test_a_call_that_follows_ends_what_was_said() -> None:
    text = "قال المندوب إن الوضع خطير جدا كما دعا المجلس إلى التحرك."
    assert said(text, "ar") == [("الوضع خطير جدا", "المندوب")]


def test_an_unknown_name_speaks_behind_however() -> None:
    text = "غير أن المقداد أضاف أن بلاده تريد حوارا جادا."
    assert said(text, "ar") == [("بلاده تريد حوارا جادا", "المقداد")]


def test_a_text_may_end_at_a_comma_behind_a_report() -> None:
    assert said("قال الوزير إن الوضع هادئ،", "ar") == [("الوضع هادئ", "الوزير")]
