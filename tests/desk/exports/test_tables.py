import csv
import io
import json
from datetime import date

import pytest
from django.utils import translation
from openpyxl import load_workbook

from marsad.desk.exports.tables import Column, as_csv, as_json, as_xlsx, safe

COLUMNS = [Column("words", lambda row: row[0]), Column("day", lambda row: row[1])]
ROWS = [
    ("قال إن «98 في المئة» من الأراضي حررت", date(2018, 2, 13)),
    ("=HYPERLINK(0)", None),
    ("La coalition s'engage, à Rome", date(2021, 6, 28)),
]


def test_csv_opens_in_a_spreadsheet_with_its_letters():
    written = b"".join(as_csv(COLUMNS, ROWS))

    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert rows[1] == ["قال إن «98 في المئة» من الأراضي حررت", "2018-02-13"]
    assert rows[3][0] == "La coalition s'engage, à Rome"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_read_as_a_formula(words):
    assert safe(words) == f"'{words}"


def test_a_negative_number_stays_a_number():
    assert safe(-70.5) == -70.5


def test_json_is_an_array_even_of_nothing():
    assert json.loads(b"".join(as_json(COLUMNS, []))) == []
    assert json.loads(b"".join(as_json(COLUMNS, ROWS)))[0]["day"] == "2018-02-13"


@pytest.mark.parametrize(("language", "is_mirrored"), [("ar", True), ("en", False)])
def test_a_workbook_is_mirrored_for_an_arabic_reader(language, is_mirrored):
    with translation.override(language):
        written = b"".join(as_xlsx(COLUMNS, ROWS))

    sheet = load_workbook(io.BytesIO(written)).active
    assert bool(sheet.sheet_view.rightToLeft) is is_mirrored
    assert sheet["A2"].value == ROWS[0][0]
    assert sheet["A3"].value == "'=HYPERLINK(0)"


def test_a_control_letter_of_a_source_does_not_stop_the_workbook():
    written = b"".join(as_xlsx(COLUMNS, [("a\x00b\x0b", None)]))

    assert load_workbook(io.BytesIO(written)).active["A2"].value == "ab"
