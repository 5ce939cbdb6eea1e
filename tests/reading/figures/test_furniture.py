"""Numbers that belong to the page or to a name are no figures."""

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Figure
from marsad.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("21 h 40 | La séance reprend à Luanda", "fr", id="the minute of an hour"),
        pytest.param("Contact presse : 01 23 45 67 89", "fr", id="a telephone number"),
        pytest.param("Le loto : 4, 8, 15, 16, 23.", "fr", id="a draw"),
        pytest.param("Les Vingt-Sept sont tombés d'accord.", "fr", id="a nickname of states"),
        pytest.param("2312 AFRICAN UNION WARNS ARMY\n2305 PORT REOPENS", "en", id="stamps of a ticker"),
        pytest.param("ينطلق تمرين «درع الشمال 4» قرب الحدود", "ar", id="a name in marks"),
        pytest.param("تنص المادة 30 من قانون المياه", "ar", id="an article of a law"),
        pytest.param("نشر تقرير نصف سنوي عن المياه", "ar", id="twice a year"),
    ],
)  # fmt: skip
def test_numbers_of_page_and_name_are_no_figures(text, language):
    report = Document("report", text, published=None, language=language)

    assert not [one for one in read(report) if isinstance(one, Figure)]


@pytest.mark.parametrize(
    ("text", "language", "quote", "value", "unit"),
    [
        pytest.param("traiter 3'800 hectares", "fr", "3'800 hectares", 3800, "hectare", id="swiss thousands"),
        pytest.param("embaucher huitante femmes", "fr", "huitante femmes", 80, "person", id="huitante"),
        pytest.param("منحة بقيمة (٦٨) مليون ين", "ar", "(٦٨) مليون ين", 68e6, "JPY", id="digits in brackets"),
        pytest.param("Bread will sell for LL46,000 in Beirut.", "en", "LL46,000", 46000, "LBP", id="short name of money"),
        pytest.param("Le Niger versera 50.000 FCFA", "fr", "50.000 FCFA", 50000, "XOF", id="cfa franc"),
        pytest.param("27 forages seront remis en état", "fr", "27 forages", 27, "borehole", id="borehole"),
        pytest.param("16 homologues l'attendent", "fr", "16 homologues", 16, "person", id="counterparts"),
        pytest.param("شارك 640 منتسبا في التمرين", "ar", "640 منتسبا", 640, "person", id="staff of a force"),
        pytest.param("more than 120 alumni joined", "en", "120 alumni", 120, "person", id="alumni"),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_unit(text, language, quote, value, unit):
    report = Document("report", text, published=None, language=language)

    found = [one for one in read(report) if isinstance(one, Figure)]

    assert [(one.span.quote, one.value, one.unit) for one in found] == [
        (quote, value, unit)
    ]
