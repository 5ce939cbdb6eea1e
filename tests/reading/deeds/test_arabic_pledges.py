"""Arabic deals that are signed, and verbs of pledging in another sense."""

import pytest

from heard import pledgers
from marsad.collecting.documents import Document
from marsad.reading.findings import Commitment
from marsad.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "surface", "party"),
    [
        pytest.param(
            "الكويت توقع عقدا لبناء ثلاثة مستشفيات",
            "الكويت توقع عقدا لبناء ثلاثة مستشفيات",
            "KW",
            id="a headline",
        ),
        pytest.param(
            "أبرم المغرب اتفاقية مع شركة صينية بقيمة 400 مليون دولار.",
            "أبرم المغرب اتفاقية مع شركة صينية بقيمة 400 مليون دولار",
            "MA",
            id="a verb before its subject",
        ),
        pytest.param(
            "وأعلنت مصر توقيع اتفاق مع إيطاليا لتطوير ميناء بورسعيد.",
            "أعلنت مصر توقيع اتفاق مع إيطاليا لتطوير ميناء بورسعيد",
            "EG",
            id="a signing that is told",
        ),
    ],
)
def test_a_deal_binds_who_signs_it_and_is_doubtful(
    text: str, surface: str, party: str
) -> None:
    report = Document("report", text, published=None, language="ar")
    told = [one for one in read(report) if isinstance(one, Commitment)]

    assert [(one.span.quote, one.party, one.is_doubtful) for one in told] == [
        (surface, party, True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "أقر قائد الشرطة البريطانية بأن التحقيق بدأ متأخرا.", id="an admission"
        ),
        pytest.param("اتفق العراق وإيران على أن الأزمة قديمة ومعقدة.", id="an opinion"),
        pytest.param("اتفقت فرنسا وألمانيا على الحاجة إلى سياسة جديدة.", id="a need"),
    ],
)
def test_verbs_that_admit_or_think_bind_nobody(text: str) -> None:
    assert pledgers(text, "ar") == []


def test_a_possible_sale_that_is_agreed_to_binds() -> None:
    text = "وافقت السويد على إمكانية بيع 20 طائرة إلى البرازيل."

    assert [party for _, party in pledgers(text, "ar")] == ["SE"]
