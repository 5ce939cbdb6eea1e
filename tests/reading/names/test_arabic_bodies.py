"""Arabic bodies that no list names: where they end and what English calls them."""

import pytest

from marsad.reading.findings import Party
from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def parties(text: str) -> list[tuple[str, str]]:
    """Return the words and the canonical name of every sure party of a text."""
    seen = read_parties(Passage(text, "ar", published=None), Found())
    return [
        (one.finding.span.quote, one.finding.canonical)
        for one in seen
        if isinstance(one.finding, Party) and not one.finding.is_doubtful
    ]


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param("حذرت الهيئة الوطنية لإدارة الكوارث من السيول.", "الهيئة الوطنية لإدارة الكوارث", "National Authority for Disaster Management", id="a purpose"),
        pytest.param("أقرت هيئة مكافحة الفساد الخطة.", "هيئة مكافحة الفساد", "Anti-Corruption Commission", id="a commission by its field"),
        pytest.param("أعلنت وزارة الزراعة والري أرقاما جديدة.", "وزارة الزراعة والري", "Ministry of Agriculture and Irrigation", id="two fields of a ministry"),
        pytest.param("نددت رابطة أسر المفقودين بالقرار.", "رابطة أسر المفقودين", "Missing Persons Families Association", id="a chain of nouns"),
        pytest.param("أصدرت لجنة تقصي الحقائق تقريرها.", "لجنة تقصي الحقائق", "Fact-Finding Committee", id="an expression of two words"),
        pytest.param("زار الوفد جامعة الموصل أمس.", "جامعة الموصل", "University of Mosul", id="a university and its city"),
        pytest.param("طعنت أمام محكمة الاستئناف بالرباط في الحكم.", "محكمة الاستئناف بالرباط", "Court of Appeal in Rabat", id="a court and its city"),
        pytest.param("نفت سفارة اليابان في الأردن الخبر.", "سفارة اليابان في الأردن", "Embassy of Japan in Jordan", id="an embassy and its host"),
        pytest.param("قالت وزارة الدفاع الأميركية إنها تحقق.", "وزارة الدفاع الأميركية", "US Department of Defense", id="a department of the United States"),
        pytest.param("رفع البنك المركزي اليمني الفائدة.", "البنك المركزي اليمني", "Central Bank of Yemen", id="a central bank"),
        pytest.param("مول صندوق قطر للتنمية المشروع.", "صندوق قطر للتنمية", "Qatar Fund for Development", id="a fund of a state"),
        pytest.param("حذر المرصد العراقي للمياه من الجفاف.", "المرصد العراقي للمياه", "Iraqi Observatory for Water", id="an adjective of nationality"),
        pytest.param("طالبت جمعية التونسيين بالخارج بلقاء.", "جمعية التونسيين بالخارج", "Tunisians Association Abroad", id="people abroad"),
        pytest.param("رحبت حكومة ولاية الخرطوم بالقرار.", "حكومة ولاية الخرطوم", "Khartoum State Government", id="a government of a part of a state"),
        pytest.param("دعت الأمانة العامة لجامعة الدول العربية إلى الحوار.", "الأمانة العامة لجامعة الدول العربية", "Arab League General Secretariat", id="an organ of a body"),
        pytest.param("اجتمع المكتب التنفيذي للاتحاد العام التونسي للشغل.", "المكتب التنفيذي للاتحاد العام التونسي للشغل", "Tunisian General Labour Union (UGTT) Executive Office", id="an organ of a union"),
        pytest.param("انتقد مجلس إدارة شركة النفط القرار.", "مجلس إدارة شركة النفط", "Board of Oil Company", id="a board of a company"),
    ],
)  # fmt: skip
def test_a_body_is_read_to_its_end_and_named_in_english(
    text: str, quote: str, canonical: str
) -> None:
    assert (quote, canonical) in parties(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("توقفت حركة المرور في وسط العاصمة.", id="traffic"),
        pytest.param("انقطعت شبكة الكهرباء ساعتين.", id="a grid"),
        pytest.param("وصل المحتجون إلى مركز المدينة.", id="the middle of a city"),
        pytest.param("صوت الناخبون في محافظة ديالى.", id="a governorate as a place"),
        pytest.param("تدعو الخطة إلى تنظيم الهجرة.", id="a verbal noun"),
        pytest.param("طرابلس تشهد هدوءا حذرا.", id="a city that sees something"),
        pytest.param("أجرى محادثات مع منظمة دولية.", id="a body without a name"),
    ],
)  # fmt: skip
def test_everyday_phrases_are_no_bodies(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "again", "canonical"),
    [
        pytest.param("قالت منظمة «سواعد» إنها ستعمل. وتضم «سواعد» مئة عضو.", "سواعد", "Sawaed Organisation", id="its own name in marks"),
        pytest.param("دعت الهيئة الوطنية للانتخابات الناخبين. «الوطنية للانتخابات»: لا تمديد.", "الوطنية للانتخابات", "National Authority for Elections", id="without its head"),
        pytest.param("انضم المركز العربي لتحليل المخاطر (معتم) أمس. وقال مدير معتم إنه سعيد.", "معتم", "Arab Centre for Risk Analysis", id="a short form"),
    ],
)  # fmt: skip
def test_a_body_is_named_again_in_short(text: str, again: str, canonical: str) -> None:
    assert parties(text)[-1] == (again, canonical)


@pytest.mark.parametrize(
    ("text", "mention", "canonical"),
    [
        pytest.param("حذرت المفوضية السامية للاجئين من البرد. وطلبت المفوضية دعما.", "المفوضية", "UNHCR", id="by its head"),
        pytest.param("قال ممثل المنظمة الدولية للهجرة إن منظمته سترمم دورا.", "منظمته", "International Organization for Migration", id="with an owner"),
        pytest.param("قال وزير النقل أحمد سالم إن الجسر آمن. وقررت الوزارة فتحه.", "الوزارة", "Ministry of Transport", id="the ministry of a minister"),
        pytest.param("صادق المجلس الأعلى للمياه على الخطة. ووجه المجلس وزارة الري.", "المجلس", "Supreme Council for Water", id="before another name"),
    ],
)  # fmt: skip
def test_a_class_word_leads_back_to_its_body(
    text: str, mention: str, canonical: str
) -> None:
    assert (mention, canonical) in parties(text)


def test_a_ministry_that_a_text_is_about_outweighs_one_in_passing() -> None:
    text = (
        "أعلنت وزارة الهجرة العراقية صرف المنحة. وقالت الوزارة إن الوزارة ستبدأ غدا. "
        "وطلبت من وزارة الكهرباء ربط القرى. واستقبل وكيل الوزارة وفدا."
    )
    assert parties(text)[-1] == ("الوزارة", "Iraq Ministry of Migration")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("رفضت طهران العرض.", [("طهران", "IR")], id="the subject of a verb"),
        pytest.param("وجه رسالة إلى أنقرة.", [("أنقرة", "TR")], id="a message"),
        pytest.param("ميليشيات موالية لدمشق.", [("دمشق", "SY")], id="a leaning"),
        pytest.param("ولم يصدر رد من الرياض.", [("الرياض", "SA")], id="an answer"),
        pytest.param("تستضيف أوسلو الجولة المقبلة.", [], id="a host"),
        pytest.param("المنامة في 6 نوفمبر", [], id="a dateline"),
        pytest.param("يزور رئيس الوفد باريس.", [], id="a visit"),
        pytest.param("استمرت محادثات جنيف يومين، ومقرها لندن.", [], id="a seat and talks"),
    ],
)  # fmt: skip
def test_a_capital_is_a_government_or_a_place(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert parties(text) == expected


def test_a_text_without_states_is_at_home_in_its_cities() -> None:
    text = "دعا رئيس بلدية صفاقس الحكومة إلى التدخل."
    assert ("الحكومة", "TN") in parties(text)
