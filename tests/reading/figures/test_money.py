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
