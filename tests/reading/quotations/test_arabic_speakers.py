"""Who speaks in Arabic: offices, names beside them, sources, and subjects left out."""

from datetime import date

import pytest

from heard import said

PUBLISHED = date(2024, 3, 9)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "وقال الخبير في شؤون المياه جلعان الزوبعي إن النهر لن يجف هذا العام.",
            "النهر لن يجف هذا العام",
            "جلعان الزوبعي",
            id="a name behind an office with its field",
        ),
        pytest.param(
            "وقالت المسؤولة في المنظمة، إيفلين هاربوك، إن الشاحنات عبرت الحدود.",
            "الشاحنات عبرت الحدود",
            "إيفلين هاربوك",
            id="a name between commas",
        ),
        pytest.param(
            "وقال مسؤول عراقي، طلب عدم ذكر اسمه، إن الطريق آمن.",
            "الطريق آمن",
            "مسؤول عراقي",
            id="nobody is named beside the office",
        ),
        pytest.param(
            "وبحسب مسؤول في الدفاع المدني، فإن الحريق التهم عشرة منازل.",
            "الحريق التهم عشرة منازل",
            "مسؤول في الدفاع المدني",
            id="a source with its body",
        ),
        pytest.param(
            "قتل ثلاثة جنود في هجوم على حاجز، وفق ما أعلنه الجيش اللبناني، وفر المهاجمون.",
            "قتل ثلاثة جنود في هجوم على حاجز",
            "الجيش اللبناني",
            id="a source in the middle of its sentence",
        ),
        pytest.param(
            "«الأنواء» تحذر من سيول مفاجئة وتدعو السكان إلى الحذر",
            "سيول مفاجئة",
            "الأنواء",
            id="a body named in marks before its verb",
        ),
        pytest.param(
            "السفير الكندي، حين التقيناه في عمان، قال إن بلاده ستبقي بابها مفتوحا.",
            "بلاده ستبقي بابها مفتوحا",
            "السفير الكندي",
            id="an aside between subject and verb",
        ),
        pytest.param(
            "وكتبت صحيفة «الأفق» أن المفاوضات تعثرت من جديد.",
            "المفاوضات تعثرت من جديد",
            "صحيفة «الأفق»",
            id="a name in marks belongs to its noun",
        ),
        pytest.param(
            "وقال مسؤول في وزارة الكهرباء إن العطل أصلح.",
            "العطل أصلح",
            "مسؤول في وزارة الكهرباء",
            id="an office with its house",
        ),
        pytest.param(
            "وقال الوزير في مؤتمر صحفي إن العطل أصلح.",
            "العطل أصلح",
            "الوزير",
            id="where it was said is no house",
        ),
        pytest.param(
            "يؤكد مسؤول أممي طلب عدم ذكر اسمه أن القوافل تدخل كل يوم.",
            "القوافل تدخل كل يوم",
            "مسؤول أممي",
            id="what a source asks for is no statement",
        ),
        pytest.param(
            "ويضيف الرجل الخمسيني بحسرة: «ننتظر خيمة منذ عشرين يوما».",
            "ننتظر خيمة منذ عشرين يوما",
            "الرجل الخمسيني",
            id="how it was said is nobody's name",
        ),
        pytest.param(
            "وقالت سلمى، التي رفضت ذكر اسم عائلتها، إن الخيمة لا تقي من البرد.",
            "الخيمة لا تقي من البرد",
            "سلمى",
            id="a noun with a verb's letters is no verb",
        ),
    ],
)
def test_speakers_are_named_where_the_text_names_them(
    text: str, words: str, speaker: str
) -> None:
    assert (words, speaker) in said(text, "ar", PUBLISHED)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "استقبلت رئيسة الحكومة نظيرها الليبي في تونس. وقالت إن التعاون مستمر.",
            "التعاون مستمر",
            "رئيسة الحكومة",
            id="the office that the sentence before told of",
        ),
        pytest.param(
            "قال الوزير إن العمل بدأ. وقالت المتحدثة إن الكلفة لم تحدد. "
            "وأضاف أن التمويل جاهز.",
            "التمويل جاهز",
            "الوزير",
            id="the last one with whom the verb agrees",
        ),
        pytest.param(
            "رد رئيس الحكومة على سؤال للنائبة سعاد الزبيدي بشأن السدود، فقال إن "
            "أربعة منها اكتملت.",
            "أربعة منها اكتملت",
            "رئيس الحكومة",
            id="not the one who had asked",
        ),
        pytest.param(
            "قال الوزير إن الطريق مفتوح.\nوزار المبعوث سد الموصل.\n"
            "وأوضح أن الترميم بدأ.",
            "الترميم بدأ",
            "المبعوث",
            id="the one whom the line before told of",
        ),
        pytest.param(
            "وفي كلمة بالمناسبة، انتقد السفير بطء الإجراءات، مضيفا أن المهلة تنتهي غدا.",
            "المهلة تنتهي غدا",
            "السفير",
            id="a participle goes on from the verb it hangs on",
        ),
        pytest.param(
            "أما وزارة الصحة فأرسلت فرقا إلى الجنوب، وتقول إن الوباء تحت السيطرة.",
            "الوباء تحت السيطرة",
            "وزارة الصحة",
            id="the one whom أما sets before its clause",
        ),
    ],
)
def test_a_verb_without_subject_finds_whom_it_agrees_with(
    text: str, words: str, speaker: str
) -> None:
    assert (words, speaker) in said(text, "ar", PUBLISHED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "أكد الوزير أن المعبر سيفتح الأحد، خلال لقائه وفدا من التجار.",
            "المعبر سيفتح الأحد",
            id="before the occasion",
        ),
        pytest.param(
            "وصفت المنظمة الحكم بأنه «صفعة للعدالة»، فيما رحبت به الحكومة.",
            "بأنه «صفعة للعدالة»",
            id="before what somebody else said",
        ),
        pytest.param(
            "قالت الوزيرة إن المعبر آمن، قبل أن تدعو التجار إلى العودة.",
            "المعبر آمن",
            id="before what the speaker did next",
        ),
        pytest.param(
            "قال الوزير إن المعبر آمن، لكنه لم يذكر موعد فتحه.",
            "المعبر آمن",
            id="before what was not said",
        ),
    ],
)
def test_a_clause_ends_where_the_outlet_speaks_again(text: str, words: str) -> None:
    assert said(text, "ar", PUBLISHED)[0][0] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "«كنا ننام على الأرض»، تروي سعاد، 38 عاما، «ولم يكن معنا سوى بطانية».",
            [
                ("كنا ننام على الأرض", "سعاد"),
                ("ولم يكن معنا سوى بطانية", "سعاد"),
            ],
            id="words that go on behind the verb",
        ),
        pytest.param(
            "وشدد رئيس الوفد على أن المفاوضات لم تفشل، وعلى أن الجولة المقبلة قريبة.",
            [
                ("المفاوضات لم تفشل", "رئيس الوفد"),
                ("الجولة المقبلة قريبة", "رئيس الوفد"),
            ],
            id="a preposition said again",
        ),
        pytest.param(
            "ونقلت رويترز عن مسؤولين أن المحادثات متعثرة.",
            [("المحادثات متعثرة", "مسؤولين")],
            id="whom an agency cites",
        ),
        pytest.param(
            "وقال الوزير إن الشتاء قريب. سيكون الشتاء قاسيا على القرى، على حد تعبيره.",
            [
                ("الشتاء قريب", "الوزير"),
                ("سيكون الشتاء قاسيا على القرى", "الوزير"),
            ],
            id="the speaker's own words",
        ),
        pytest.param(
            "وبينما أكد الوزير أن المخزون كاف، حذر نقيب الصيادلة من نقص الأدوية.",
            [("المخزون كاف", "الوزير"), ("نقص الأدوية", "نقيب الصيادلة")],
            id="a main clause behind its while",
        ),
        pytest.param(
            "وجاء تأكيد الوزير أن الحدود آمنة.",
            [("الحدود آمنة", "الوزير")],
            id="a noun of saying",
        ),
        pytest.param(
            "وكانت الوزارة أعلنت في وقت سابق إصابة خمسة من عناصرها.",
            [("إصابة خمسة من عناصرها", "الوزارة")],
            id="an announced event behind an adjunct",
        ),
        pytest.param(
            "ولم تعلن القوات حصيلة نهائية.",
            [],
            id="what was not said",
        ),
        pytest.param(
            "ثمة إجماع: اتفق الجانبان على أن يجتمعا كل شهر.",
            [],
            id="an agreement to do something is no statement",
        ),
    ],
)
def test_each_clause_is_given_to_its_speaker(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, "ar", PUBLISHED) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "قال الطبيب أحمد منصور إن المدينة آمنة لكنه أشار إلى أن الحذر واجب.",
            id="but he",
        ),
        pytest.param(
            "قال الطبيب أحمد منصور إن المدينة آمنة. وبين أنه زارها مرتين.",
            id="a verb with the letters of between",
        ),
        pytest.param(
            "تحدث الطبيب أحمد منصور عن المدينة، التي قال إنها آمنة.",
            id="a relative of another gender",
        ),
    ],
)
def test_a_verb_without_subject_goes_on_with_its_speaker(text: str) -> None:
    assert {speaker for _, speaker in said(text, "ar")} == {"أحمد منصور"}


def test_a_participle_takes_no_subject_from_inside_what_was_said() -> None:
    text = (
        "وقال المدير أحمد منصور إن الأزمة بدأت بعد أن رفضت روسيا العرض، مضيفا أن "
        "الحل قريب."
    )
    assert said(text, "ar")[-1] == ("الحل قريب", "أحمد منصور")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "وقال متحدث باسم رئيس الحكومة يوسف الشاهد إن القرار نهائي.",
            "متحدث باسم رئيس الحكومة يوسف الشاهد",
            id="a spokesman whose superior is named",
        ),
        pytest.param(
            "وقال المتحدث باسم الرئيس الروسي ديمتري بيسكوف إن القرار نهائي.",
            "ديمتري بيسكوف",
            id="a spokesman who is named himself",
        ),
        pytest.param(
            "وذكرت صحيفة (المشرق) أن القرار نهائي.",
            "صحيفة (المشرق)",
            id="a name in brackets",
        ),
        pytest.param(
            "وأوضح بيان صادر عن وزارة النقل أن القرار نهائي.",
            "بيان صادر عن وزارة النقل",
            id="a statement with its issuer",
        ),
        pytest.param(
            "لكن عددا من سكان الحي قالوا إن القرار نهائي.",
            "عددا من سكان الحي",
            id="some of a group before its verb",
        ),
    ],
)
def test_a_subject_is_named_whole(text: str, speaker: str) -> None:
    assert said(text, "ar") == [("القرار نهائي", speaker)]


def test_a_source_may_be_what_the_last_speaker_said() -> None:
    text = (
        "قال المدير أحمد منصور إن الأشغال انتهت. وستفتح الطريق أمام الشاحنات غدا، "
        "بحسب ما ذكره في تصريحه."
    )
    assert said(text, "ar")[1] == ("وستفتح الطريق أمام الشاحنات غدا", "أحمد منصور")


def test_as_he_also_said_is_no_source_at_the_head_of_a_sentence() -> None:
    text = "كما أفاد الوزير بانتهاء الأشغال، وعبر عن شكره للعمال."
    assert len(said(text, "ar")) == 2


def test_a_participle_has_the_nearest_person_of_its_sentence() -> None:
    text = (
        "قالت الوزيرة منى حداد إن الملف مغلق. وقد أثار الأمر جدلا فقد تطرق رئيس الجمعية "
        "أحمد منصور إلى أوضاع العمال، مشيرا إلى أن الأجور تأخرت."
    )
    assert said(text, "ar")[-1] == ("الأجور تأخرت", "أحمد منصور")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "وأبلغ الأمين العام مجلس النواب أن الجلسة تأجلت.",
            "الجلسة تأجلت",
            "الأمين العام",
            id="whom he told",
        ),
        pytest.param(
            "وطمأن الوزير الفلاحين بأن الأعلاف متوفرة.",
            "الأعلاف متوفرة",
            "الوزير",
            id="whom he reassured",
        ),
        pytest.param(
            "ووفق وثيقة اطلعت عليها رويترز اليوم السبت غادرت السفينة الميناء صباحا.",
            "غادرت السفينة الميناء صباحا",
            "وثيقة",
            id="who saw a source",
        ),
        pytest.param(
            "وحسب «رويترز» يشتبه المحققون في أن الحريق متعمد.",
            "يشتبه المحققون في أن الحريق متعمد",
            "رويترز",
            id="a source in marks",
        ),
    ],
)
def test_a_subject_ends_before_whoever_else_is_named(
    text: str, words: str, speaker: str
) -> None:
    assert said(text, "ar") == [(words, speaker)]


def test_authorities_of_a_place_may_be_a_source() -> None:
    text = "ووفقا لسلطات المدينة، فقد غادر ألف مسافر الميناء أمس."
    assert said(text, "ar")[0][1] == "سلطات المدينة"


def test_a_verb_of_another_gender_has_another_subject() -> None:
    text = "وذكر أحمد منصور أن سلمى نصار زارت المدرسة، وقالت إنها سعيدة بعودة التلاميذ."
    assert said(text, "ar")[-1] == ("إنها سعيدة بعودة التلاميذ", "سلمى نصار")


def test_whom_an_agency_cites_keeps_his_gender() -> None:
    text = (
        "قال أحمد منصور إن الحوار مستمر. ونقلت الوكالة عن أحمد منصور قوله إن «الحل قريب من الجميع». "
        "وأضاف أن «الباب مفتوح أمام الجميع»."
    )
    assert {speaker for _, speaker in said(text, "ar")} == {"أحمد منصور"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "وقال دان غيلرمان «من الصعب أن نقبل بهذا الحل الآن».",
            "من الصعب أن نقبل بهذا الحل الآن",
            "دان غيلرمان",
            id="a name with the letters of a verb",
        ),
        pytest.param(
            "لكن الدويك اعتبر أن محاكمته لم تكن عادلة.",
            "محاكمته لم تكن عادلة",
            "الدويك",
            id="an unknown name behind but",
        ),
        pytest.param(
            "وكشف تقرير صادر عن وزارة السياحة أن عدد الزوار ارتفع.",
            "عدد الزوار ارتفع",
            "تقرير صادر عن وزارة السياحة",
            id="a report with its issuer",
        ),
        pytest.param(
            "وحسب شهادات وردت من المخيمات، فقد أغلقت المدارس كلها.",
            "فقد أغلقت المدارس كلها",
            "شهادات",
            id="a source with where it came from",
        ),
    ],
)
def test_speakers_are_named_in_many_ways(text: str, words: str, speaker: str) -> None:
    assert said(text, "ar") == [(words, speaker)]


def test_a_medium_in_marks_is_nothing_that_was_said() -> None:
    text = 'وقال أحمد منصور لشبكة "سي ان ان" التلفزيونية: "نحن ندرس الفكرة بجدية".'
    assert said(text, "ar")[0][0] == "نحن ندرس الفكرة بجدية"


def test_what_a_source_is_given_with_does_not_speak() -> None:
    text = (
        'حذرت الوزيرة نادية فهمي من الحرب. وقالت وفقا لنص كلمتها "علينا أن نحذر جميعا".'
    )

    assert ("علينا أن نحذر جميعا", "نادية فهمي") in said(text, "ar", PUBLISHED)
