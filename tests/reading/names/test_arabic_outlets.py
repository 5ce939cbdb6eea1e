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
