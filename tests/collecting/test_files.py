import json
from datetime import date
from pathlib import Path

import pytest

from marsad.collecting.files import holds_rows, open_bytes, open_file, read_rows
from marsad.collecting.folders import Input
from marsad.errors import Unreadable

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


def document_of(path):
    return open_file(Input(path, path.stem))[0]


def test_the_text_of_a_file_is_what_python_reads_from_it(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes("\ufeffقال الوزير:\r\n«نعم»\n\nRome\x0b98٪\u200f\n".encode())

    with path.open(encoding="utf-8", newline="") as file:
        assert document_of(path).text == file.read()


def test_a_sidecar_says_where_and_when_a_text_was_published(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("نص قصير")
    path.with_suffix(".meta.json").write_text(
        json.dumps({"outlet": "Petra", "published": "2014-10-28"})
    )

    document = document_of(path)

    assert (document.outlet, document.published) == ("Petra", date(2014, 10, 28))


def test_front_matter_is_no_part_of_a_markdown_text(tmp_path):
    path = tmp_path / "report.md"
    path.write_text("---\nlanguage: fr\n---\nLe ministre a dit.\n")

    document = document_of(path)

    assert (document.text, document.language) == ("Le ministre a dit.\n", "fr")


@pytest.mark.parametrize(
    "path", sorted(REPORTS.glob("[0-9]*")), ids=lambda path: path.name
)
def test_every_sample_report_opens_with_its_day_and_outlet(path):
    if path.name.endswith(".meta.json"):
        return

    document = document_of(path)

    assert document.published
    assert document.outlet
    assert len(document.text) > 300


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(
            b"<!DOCTYPE html><p>Rome, 28 June</p>", "Rome, 28 June", id="a page"
        ),
        pytest.param("روما، 28 يونيو".encode(), "روما، 28 يونيو", id="plain text"),
    ],
)
def test_a_file_without_an_ending_is_known_by_its_beginning(tmp_path, content, words):
    path = tmp_path / "report"
    path.write_bytes(content)

    assert document_of(path).text == words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.txt", b"", id="an empty text"),
        pytest.param("a.md", b"---\noutlet: x\n---\n", id="front matter alone"),
        pytest.param("a.txt", b"\xef\xbb\xbf\n", id="a mark alone"),
        pytest.param(
            "a.html", b"\x89PNG\r\n\x1a\n" + bytes(99), id="a picture as a page"
        ),
        pytest.param("a.pdf", b"%PDF-1.7\n%", id="a PDF cut off"),
        pytest.param("a.pdf", b"no pdf at all", id="a text as a PDF"),
        pytest.param("a.docx", b"no docx at all", id="a text as a DOCX"),
        pytest.param("a.eml", bytes(50), id="zeros as an e-mail"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n" + bytes(99), id="a picture"),
    ],
)
def test_a_bad_file_is_named_with_a_way_out_in_one_line(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(Unreadable) as refused:
        document_of(path)

    line = str(refused.value)
    assert line.startswith(str(path))
    assert refused.value.way_out in line
    assert "\n" not in line


def test_rows_are_told_from_texts_by_their_ending():
    assert holds_rows(Path("a.jsonl"))
    assert holds_rows(Path("a.JSON"))
    assert not holds_rows(Path("a.txt"))


def test_a_json_file_with_a_row_a_line_is_read_as_such(tmp_path):
    path = tmp_path / "rows.json"
    row = json.dumps({"id": "a", "text": "نص"})
    path.write_text(f"{row}\n{row.replace('a', 'b', 1)}\n")

    assert len(list(read_rows(Input(path, "rows"), report=print))) == 2


def test_a_missing_file_of_rows_is_told(tmp_path):
    told = []

    list(read_rows(Input(tmp_path / "a.jsonl", "a"), report=told.append))

    assert "no such file" in str(told[0])


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        pytest.param(
            "en",
            "قال وزير الخارجية إن 83 عضوا شاركوا في اجتماع روما.",
            "ar",
            id="a template's English",
        ),
        pytest.param(
            "ar",
            "The ministers said that 83 members met in Rome on Monday.",
            "en",
            id="a template's Arabic",
        ),
        pytest.param(
            None,
            "Le ministre a déclaré que les membres se sont réunis à Rome.",
            "fr",
            id="nothing stated",
        ),
        pytest.param("ckb", "2014", "ckb", id="nothing to tell it by"),
    ],
)
def test_the_language_is_that_of_the_text_whatever_a_page_states(
    tmp_path, stated, text, language
):
    path = tmp_path / "report.txt"
    path.write_text(text)
    path.with_suffix(".meta.json").write_text(json.dumps({"language": stated}))

    assert document_of(path).language == language


def told_of(raw, name):
    faults = []
    documents = list(open_bytes(raw, name, report=faults.append))
    return documents, faults


def test_bytes_are_opened_by_the_name_they_came_under():
    page = (
        "<html><head><title>Coalition</title></head><body><article><p>Le ministre a dit "
        "que la coalition compte 74 membres.</p></article></body></html>"
    )

    [document], faults = told_of(page.encode(), "coalition.html")

    assert "74 membres" in document.text
    assert document.id == ""
    assert faults == []


def test_bytes_hold_as_many_documents_as_they_have_rows():
    rows = (
        '{"id": "a", "text": "قال الوزير إن التحالف يضم 74 عضوا"}\n'
        "not a row\n"
        '{"id": "b", "text": "The minister spoke in Rome.", "published": "2021-06-28"}\n'
    )

    documents, faults = told_of(rows.encode(), "rows.jsonl")

    assert [one.id for one in documents] == ["a", "b"]
    assert documents[1].published == date(2021, 6, 28)
    assert [str(fault).partition(":")[0] for fault in faults] == ["rows.jsonl, line 2"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param(b"", "empty.txt", id="no bytes"),
        pytest.param(b"  \n", "empty.jsonl", id="rows without a row"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(80), "tool", id="a program"),
        pytest.param(b"%PDF-1.7 and no more", "cut.pdf", id="a cut PDF"),
        pytest.param(
            b"<html><body></body></html>", "page.html", id="a page of nothing"
        ),
    ],
)
def test_bytes_that_are_no_report_are_refused_in_one_line(raw, name):
    with pytest.raises(Unreadable, match=name) as refused:
        told_of(raw, name)

    assert "\n" not in str(refused.value)
