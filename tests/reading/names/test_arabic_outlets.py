"""Class words before bare Arabic names, and bodies that the home of a text tells."""

import pytest

from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def parties(text: str) -> dict[str, str]:
    """Return the canonical name of each party by the words that name it."""
    seen = read_parties(Passage(text, "ar", published=None), Found())
    return {one.finding.span.quote: one.finding.canonical for one in seen}


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param("نقلت وكالة إنترفاكس عن الوزير قوله.", "إنترفاكس", "Interfax", id="an agency"),
        pytest.param("ذكرت وكالة أنباء فارس الخبر أمس.", "فارس", "Fars", id="a news agency"),
        pytest.param("سلمت شركة إيرباص طائرتين.", "إيرباص", "Airbus", id="a firm"),
        pytest.param("بثت قناة الميادين المقابلة.", "الميادين", "Al-Mayadeen", id="a channel with the article"),
        pytest.param("كتبت صحيفة لوموند عن الاتفاق.", "لوموند", "Le Monde", id="a newspaper"),
        pytest.param("قالت وكالة الأنباء الكويتية إن الأمير عاد.", "وكالة الأنباء الكويتية", "KUNA", id="a name that needs its class word"),
        pytest.param("نشرت صحيفة لوفيغارو الفرنسية تحقيقا.", "لوفيغارو", "Le Figaro", id="a newspaper with its nationality behind"),
        pytest.param("قالت وكالة تونس إفريقيا للأنباء إن الوزير عاد.", "وكالة تونس إفريقيا للأنباء", "TAP", id="an agency that says what it is for"),
        pytest.param("أعلنت وكالة ناسا عن رحلة.", "ناسا", "NASA", id="an agency of a state"),
    ],
)  # fmt: skip
def test_a_class_word_stays_outside_before_a_bare_name(
    text: str, quote: str, canonical: str
) -> None:
    assert parties(text)[quote] == canonical


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param("قالت تونس إن مجلس النواب سيصوت.", "مجلس النواب", "Assembly of the Representatives of the People", id="the parliament of Tunisia"),
        pytest.param("في ليبيا انقسم مجلس النواب.", "مجلس النواب", "Libyan House of Representatives", id="the parliament of Libya"),
        pytest.param("في بريطانيا خسر حزب العمال مقاعد.", "حزب العمال", "Labour Party", id="a party of Britain"),
        pytest.param("في تونس انتقد حزب العمال القرار.", "حزب العمال", "Workers' Party", id="a party of Tunisia"),
        pytest.param("في ليبيا نددت البعثة الأممية بالقصف.", "البعثة الأممية", "UN Support Mission in Libya (UNSMIL)", id="the mission of the UN in Libya"),
        pytest.param("عزز الجيش الوطني انتشاره في جنوب تونس.", "الجيش الوطني", "Tunisian army", id="the army of Tunisia"),
    ],
)  # fmt: skip
def test_the_home_of_a_text_tells_bodies_of_one_name_apart(
    text: str, quote: str, canonical: str
) -> None:
    assert parties(text)[quote] == canonical


def test_a_body_named_with_another_state_is_that_state_s() -> None:
    read = parties("في تونس التقى الوزير وفدا من مجلس النواب العراقي.")
    assert "مجلس النواب" not in read


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param("حذرت منظمة الأمم المتحدة للطفولة (يونيسف) من المجاعة.", "منظمة الأمم المتحدة للطفولة (يونيسف)", "UNICEF", id="a short form in brackets"),
        pytest.param("رفضت حركة المقاومة الإسلامية \"حماس\" العرض.", "حركة المقاومة الإسلامية \"حماس\"", "Hamas", id="a short form in marks"),
        pytest.param("نفى مكتب رئيس الوزراء العراقي الخبر.", "مكتب رئيس الوزراء العراقي", "Office of the Prime Minister of Iraq", id="the office of one who governs"),
        pytest.param("دعت الغرفة التجارية التونسية الألمانية أعضاءها.", "الغرفة التجارية التونسية الألمانية", "Tunisian-German Chamber of Commerce", id="a chamber of two states"),
        pytest.param("نددت السفارة الفرنسية بتونس بالاعتداء.", "السفارة الفرنسية بتونس", "French Embassy in Tunisia", id="an embassy and its host"),
        pytest.param("أعلنت شركة هاليبرتون أرباحها.", "هاليبرتون", "Halliburton", id="a firm that no list knows"),
    ],
)  # fmt: skip
def test_a_body_is_one_mention_with_its_other_name_and_its_place(
    text: str, quote: str, canonical: str
) -> None:
    assert parties(text)[quote] == canonical


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("تليها محافظة نينوى حيث قتل سبعة.", id="a governorate as a place"),
        pytest.param("شهدت محافظة حلب قصفا.", id="a governorate that saw something"),
    ],
)
def test_a_governorate_that_does_nothing_is_a_place(text: str) -> None:
    assert parties(text) == {}


def test_a_country_of_one_s_own_is_that_of_the_bearer_of_a_surname() -> None:
    text = "قال رياض المالكي إن بلاده ترحب. وأضاف المالكي أن بلاده تشكر."
    assert parties(text)["بلاده"] == "PS"


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param("قضت محكمة الاستئناف بتونس برفض الطعن.", "محكمة الاستئناف بتونس", "Court of Appeal in Tunis", id="a court in a capital of its state's name"),
        pytest.param("أعلنت بلدية تونس المناقصة.", "بلدية تونس", "Municipality of Tunis", id="its municipality"),
        pytest.param("دعت الجامعة العامة للنسيج إلى إضراب.", "الجامعة العامة للنسيج", "General Federation for Textiles", id="a federation of unions"),
        pytest.param("تمشط وحدات الحرس الوطني جبال تونس.", "الحرس الوطني", "Tunisian National Guard", id="a guard of the state spoken of"),
    ],
)  # fmt: skip
def test_bodies_of_the_maghreb_are_called_as_they_are_in_english(
    text: str, quote: str, canonical: str
) -> None:
    assert parties(text)[quote] == canonical
