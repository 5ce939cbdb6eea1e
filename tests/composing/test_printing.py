"""Tests for the PDF and the Word document of a brief."""

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

LANGUAGES = ("ar", "en", "fr")


@pytest.fixture(params=LANGUAGES)
def pdf(request, drafted):
    """The PDF of each language."""
    return PdfReader(drafted.folder / f"brief-{request.param}.pdf")


def test_a_pdf_is_tagged_and_names_its_language(pdf):
    root = pdf.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"][:2] in LANGUAGES
    assert "/StructTreeRoot" in root
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_a_pdf_carries_its_fonts(pdf):
    fonts = {
        font.get_object()["/BaseFont"]
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert fonts
    ours = ("IBMPlexSansArabic", "NotoNaskhArabic")
    assert all(any(one in font for one in ours) for font in fonts)


def test_a_pdf_is_dated_by_its_newest_report(pdf):
    assert pdf.metadata.creation_date == datetime(2021, 7, 1, tzinfo=UTC)


def test_words_of_a_source_are_no_commands_in_print(drafted):
    text = "".join(
        page.extract_text() for page in PdfReader(drafted.folder / "brief-en.pdf").pages
    )

    assert "#set page(fill: red" in " ".join(text.split())


def _word(drafted, language):
    return docx.Document(str(drafted.folder / f"brief-{language}.docx"))


def test_a_word_document_runs_from_right_to_left_in_arabic(drafted):
    body = _word(drafted, "ar").element.body

    assert all(
        table.find(qn("w:bidiVisual")) is not None for table in body.iter(qn("w:tblPr"))
    )
    assert all(
        section.find(qn("w:bidi")) is not None for section in body.iter(qn("w:sectPr"))
    )
    assert any(True for _ in body.iter(qn("w:rtl")))
    assert not any(
        True for _ in _word(drafted, "en").element.body.iter(qn("w:bidiVisual"))
    )


def test_citations_are_real_footnotes_in_a_word_document(drafted):
    with zipfile.ZipFile(drafted.folder / "brief-en.docx") as file:
        notes = file.read("word/footnotes.xml").decode()

    assert "83 partners" in notes
    assert "Northgate Wire" in notes
    assert "https://b.example.org/story" in notes


def test_notes_are_numbered_through_and_stand_apart(drafted):
    body = _word(drafted, "en").element.body

    assert not any(True for _ in body.iter(qn("w:numRestart")))
    marks = [
        run.text
        for run in body.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}") is not None
    ]
    assert "," in marks


def test_a_foreign_name_is_a_run_of_its_own_direction(drafted):
    runs = list(_word(drafted, "ar").element.body.iter(qn("w:r")))
    (foreign,) = {
        run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is None
        for run in runs
        if run.text == "Northgate Wire"
    }

    assert foreign


def test_a_word_document_holds_every_sentence(drafted):
    with zipfile.ZipFile(drafted.folder / "brief-ar.docx") as file:
        text = io.BytesIO(file.read("word/document.xml")).getvalue().decode()

    assert "من الأراضي التي كانت تحت سيطرة داعش" in text
    assert SAID in text


SAID = "لدينا 83 شريكاً، ونحتاج إلى أن يتحمل كل شريك حصته"
