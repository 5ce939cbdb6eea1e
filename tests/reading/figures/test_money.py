"""Whose money a name shared by several states is."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Figure
from marsad.reading.pipeline import read


def units(text: str, language: str) -> list[str]:
    """Return the units of the figures of a text."""
    report = Document("report", text, published=None, language=language)
    return [one.unit for one in read(report) if isinstance(one, Figure)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param(
            "أعلن مجلس إدارة الشركة في تونس العاصمة عن نتائج السنة. وقال إن عدد الحرفاء لم "
            "يتغير كثيرا منذ بداية العام وإن المبيعات ظلت قريبة مما كانت عليه في العام الذي "
            "سبقه رغم صعوبة الظروف في السوق وتراجع الإقبال على بعض المنتجات. وبلغت الأرباح "
            "كلها في نهاية المطاف حوالي 12 مليون دينار.",
            "TND",
            id="a state named far before",
        ),
        pytest.param("بلغت الأرباح 12 مليون دينار كويتي.", "KWD", id="its own name"),
    ],
)
def test_money_is_that_of_the_state_a_text_tells_of(text: str, unit: str) -> None:
    assert units(text, "ar")[-1] == unit


def test_a_word_parts_decimals() -> None:
    report = Document(
        "r", "ارتفعت بنسبة 7 فاصل 2 بالمائة.", published=None, language="ar"
    )
    (figure,) = (one for one in read(report) if isinstance(one, Figure))
    assert figure.value == 7.2


def test_the_five_years_are_no_fifth() -> None:
    text = "لم تتجاوز أعمارهم الخمس سنوات."
    report = Document("r", text, published=None, language="ar")
    assert [one.value for one in read(report) if isinstance(one, Figure)] == [5]


def test_millions_of_dinars_may_be_two_letters() -> None:
    text = "رصدت البلدية في تونس 12 م د للطرقات."
    report = Document("r", text, published=None, language="ar")
    (figure,) = (one for one in read(report) if isinstance(one, Figure))
    assert (figure.span.quote, figure.value, figure.unit) == ("12 م د", 12e6, "TND")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        pytest.param("تراجعت المبيعات لتصل إلى 20 طنا.", "exact", id="it fell to it"),
        pytest.param("غرامة تصل إلى 20 دولارا.", "at_most", id="up to it"),
    ],
)
def test_what_was_reached_is_no_bound(text: str, bound: str) -> None:
    report = Document("r", text, published=None, language="ar")
    (figure,) = (one for one in read(report) if isinstance(one, Figure))
    assert figure.bound == bound


def test_a_denied_adjective_belongs_to_what_is_counted() -> None:
    text = "أنقذت البحرية 121 مهاجرا غير شرعي."
    report = Document("r", text, published=None, language="ar")
    (figure,) = (one for one in read(report) if isinstance(one, Figure))
    assert figure.span.quote == "121 مهاجرا غير شرعي"
