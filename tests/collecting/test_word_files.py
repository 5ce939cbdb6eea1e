import io
import zipfile

import docx
import pytest

from marsad.collecting.limits import Limits
from marsad.collecting.word_files import read_docx
from marsad.errors import Unreadable


def word_file(fill):
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def report(document):
    document.core_properties.title = "اجتماع روما"
    document.add_heading("اجتماع روما")
    document.add_paragraph("قال الوزير: «سنواصل العمل معا».")
    table = document.add_table(2, 2)
    for cell, words in zip(
        table._cells, ["Members", "83", "Since", "2014"], strict=True
    ):
        cell.text = words
    document.add_paragraph("The next meeting is in Marrakech.")


def test_paragraphs_and_tables_are_read_in_their_order():
    text, said = read_docx(word_file(report), subject="a.docx")

    assert text.split("\n") == [
        "اجتماع روما",
        "قال الوزير: «سنواصل العمل معا».",
        "Members\t83",
        "Since\t2014",
        "The next meeting is in Marrakech.",
    ]
    assert said.title == "اجتماع روما"


def test_a_merged_cell_is_read_once():
    def fill(document):
        table = document.add_table(1, 3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = "83 members"

    text, _ = read_docx(word_file(fill), subject="a.docx")

    assert text == "83 members"


def packed(names, content, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name in names:
            archive.writestr(name, content)
    return file.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    raw = packed(["word/document.xml"], b"\0" * (64 * 2**20))

    with pytest.raises(Unreadable, match=r"would unpack from 0\.1 MB to 64\.0 MB"):
        read_docx(raw, subject="bomb.docx")


def test_many_small_parts_count_together():
    raw = packed([f"word/{n}.xml" for n in range(40)], bytes(range(256)) * 400)

    with pytest.raises(Unreadable, match="a zip bomb"):
        read_docx(raw, subject="bomb.docx", limits=Limits(unpacked_bytes=2**20))


def test_a_document_of_entities_that_multiply_stays_small():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    whole = word_file(report)
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as before,
        zipfile.ZipFile(file, "w") as after,
    ):
        for name in before.namelist():
            part = before.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                head, _, body = part.partition("?>")
                part = f"{head}?>{laughs}{body.replace('Marrakech', '&b;&b;')}"
            after.writestr(name, part.encode("utf-8", "surrogateescape"))

    text, _ = read_docx(file.getvalue(), subject="a.docx")

    assert "ha" not in text


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        pytest.param(word_file(report)[:2000], "damaged or truncated", id="cut off"),
        pytest.param(
            b"PK\x03\x04", "damaged or truncated", id="only the first letters"
        ),
        pytest.param(packed(["a.txt"], b"x"), "damaged or truncated", id="another ZIP"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(600), "an old DOC", id="an old DOC"),
        pytest.param(
            b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password; save it without",
            id="a password",
        ),
        pytest.param(word_file(lambda _: None), "without text", id="no word in it"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(raw, problem):
    with pytest.raises(Unreadable, match=problem):
        read_docx(raw, subject="a.docx")


def test_a_zip_with_a_password_is_refused():
    raw = bytearray(packed(["word/document.xml"], b"x", zipfile.ZIP_STORED))
    raw[raw.rfind(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(Unreadable, match="locked with a password"):
        read_docx(bytes(raw), subject="a.docx")
