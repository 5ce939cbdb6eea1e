"""What figures are compared with, and per what time they count."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.findings import Figure
from marsad.reading.pipeline import read

PUBLISHED = date(2019, 6, 5)
UNHURRIED = settings(deadline=None)


def figures(text, language):
    found = read(Document("report", text, published=PUBLISHED, language=language))
    return [one for one in found if isinstance(one, Figure)]


@pytest.mark.parametrize(
    ("text", "language", "level", "base"),
    [
        pytest.param("Attacks fell from 2,400 to 200 a month.", "en", 200, 2400, id="from, to"),
        pytest.param("The number of camps rose to 61, up from about 45.", "en", 61, 45, id="up from"),
        pytest.param("It shelters 41,300 people, down from 73,000 in 2012.", "en", 41300, 73000, id="down from"),
        pytest.param("The fund paid $12 million, compared with $7 million in 2017.", "en", 12e6, 7e6, id="compared with"),
        pytest.param("Le nombre d'attaques est passé de 2 400 en 2016 à 200.", "fr", 200, 2400, id="passé de, à"),
        pytest.param("Treize candidats sont en lice, contre 15 en 2012.", "fr", 13, 15, id="contre"),
        pytest.param("ارتفع عدد المخيمات من 45 مخيما في 2015 إلى 61 مخيما.", "ar", 61, 45, id="من، إلى"),
        pytest.param("بلغ عدد النازحين 3 آلاف شخص مقابل 5 آلاف في 2016.", "ar", 3000, 5000, id="مقابل"),
        pytest.param("تنتج البلاد 3 ملايين برميل في اليوم مقارنة بـ 2.5 مليون برميل عام 2015.", "ar", 3e6, 2.5e6, id="مقارنة بـ"),
        pytest.param("يضم المخيم 900 عائلة بعدما كانت 400 عائلة.", "ar", 900, 400, id="بعدما كانت"),
    ],
)  # fmt: skip
def test_a_figure_knows_what_it_is_compared_with(text, language, level, base):
    found = {one.value: one for one in figures(text, language)}

    assert found[level].baseline == base
    assert found[base].baseline is None
    assert found[level].change is found[base].change is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("The budget passed by 17 votes against 15.", "en", id="votes"),
        pytest.param("Le budget a été adopté par 17 voix contre 15.", "fr", id="voix"),
        pytest.param("It trained 40 officers and 12 judges.", "en", id="two things"),
        pytest.param("He flew from Rome with 3 aides to meet 5 ministers.", "en", id="no comparison"),
        pytest.param("بلغ سعر الصرف 1300 دينار مقابل الدولار.", "ar", id="سعر الصرف"),
    ],
)  # fmt: skip
def test_what_is_not_compared_has_no_baseline(text, language):
    assert all(one.baseline is None for one in figures(text, language))


def test_each_side_of_a_comparison_holds_at_its_own_time():
    text = "Le nombre d'attaques est passé de 2 400 en 2016 à 200 par mois en 2018."
    before, now = figures(text, "fr")

    assert (before.as_of, now.as_of) == ("2016", "2018")


def test_what_is_told_today_does_not_hold_at_the_time_it_is_compared_with():
    now, before = figures("It shelters 41,300 people, down from 73,000 in 2012.", "en")

    assert (now.as_of, before.as_of) == ("2019-06-05", "2012")


@pytest.mark.parametrize(
    ("text", "language", "period"),
    [
        pytest.param("The plant treats 300 tonnes a day.", "en", "day", id="a day"),
        pytest.param("Aid reaches 5,000 families each month.", "en", "month", id="each month"),
        pytest.param("Le pays exporte 300 000 barils par jour.", "fr", "day", id="par jour"),
        pytest.param("تصل المساعدات إلى 5 آلاف عائلة شهريا.", "ar", "month", id="شهريا"),
        pytest.param("يعبر المعبر 40 شاحنة في اليوم.", "ar", "day", id="في اليوم"),
        pytest.param("There were 61 camps a year earlier.", "en", None, id="a year earlier"),
        pytest.param("There were 61 camps.", "en", None, id="none"),
    ],
)  # fmt: skip
def test_a_rate_knows_its_period(text, language, period):
    (one,) = (one for one in figures(text, language) if one.unit not in ("year",))

    assert one.per == period


WORDS = "from to 12 300 a month up down , . against camps fell contre 5 passé de à من إلى مقابل شهريا 40 مخيما انخفض".split()


@UNHURRIED
@given(
    st.lists(st.sampled_from(WORDS), max_size=24), st.sampled_from(["ar", "en", "fr"])
)
def test_any_comparison_is_read_and_points_at_a_figure_of_its_text(words, language):
    found = figures(" ".join(words), language)

    assert {one.baseline for one in found} - {None} <= {one.value for one in found}
