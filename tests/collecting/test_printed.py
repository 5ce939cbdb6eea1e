import io
import zlib

import pypdf
import pytest

from marsad.collecting.printed import read_pdf
from marsad.errors import Unreadable

typst = pytest.importorskip("typst", reason="needs the documents extra")

REPORT = """#set document(title: "Rome")
#set text(lang: "{language}", font: "{font}", fallback: true)
{text}
"""
ARABIC = (
    "أعلن الجنرال جون آلن أن التحالف الدولي يضم 60 دولة، وقال خلال لقائه الصحفيين في "
    "ختام الاجتماعات: «سنواصل العمل معا».\n\n"
    "الاجتماع المقبل في 28 حزيران (يونيو) 2021 في روما."
)
ENGLISH = (
    "The ministers met in Rome on 28 June 2021 and said that 83 members had joined the "
    "coalition since its founding in 2014.\n\n"
    "The next meeting will be held by June 2022."
)


def pdf(tmp_path, text, language="en", font="DejaVu Sans"):
    source = tmp_path / "report.typ"
    source.write_text(REPORT.format(text=text, language=language, font=font))
    return typst.compile(str(source))


def test_the_text_of_a_pdf_is_read_with_its_title(tmp_path):
    text, said = read_pdf(pdf(tmp_path, ENGLISH), subject="a.pdf")

    assert said.title == "Rome"
    assert "28 June 2021" in text


def test_a_paragraph_is_one_line_however_the_paper_cut_it(tmp_path):
    text, _ = read_pdf(pdf(tmp_path, ENGLISH), subject="a.pdf")

    assert text.split("\n") == ENGLISH.split("\n\n")


def test_an_arabic_page_is_read_from_right_to_left(tmp_path):
    text, _ = read_pdf(pdf(tmp_path, ARABIC, language="ar"), subject="a.pdf")

    assert text.split("\n") == ARABIC.split("\n\n")


def locked(raw, user, owner="owner"):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    writer.encrypt(user_password=user, owner_password=owner, algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_locked_with_a_password_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="locked with a password; save it without"):
        read_pdf(locked(pdf(tmp_path, ENGLISH), "secret"), subject="a.pdf")


def test_a_pdf_that_anybody_may_open_is_read_though_encrypted(tmp_path):
    text, _ = read_pdf(locked(pdf(tmp_path, ENGLISH), ""), subject="a.pdf")

    assert "28 June 2021" in text


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.6, 0.9])
def test_a_truncated_pdf_is_refused_or_read_never_a_crash(tmp_path, kept):
    raw = pdf(tmp_path, ENGLISH)

    try:
        text, _ = read_pdf(raw[: int(len(raw) * kept)], subject="a.pdf")
    except Unreadable as refused:
        assert refused.way_out
    else:
        assert text.strip()


def test_a_pdf_without_letters_says_that_it_is_pictures(tmp_path):
    raw = pdf(tmp_path, "#rect(width: 2cm)")

    with pytest.raises(Unreadable, match="pictures without text"):
        read_pdf(raw, subject="a.pdf")


def test_a_stream_that_unpacks_to_gigabytes_is_refused(tmp_path):
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(100, 100)
    stream = pypdf.generic.EncodedStreamObject()
    packer = zlib.compressobj(9)
    stream._data = (
        b"".join(packer.compress(bytes(2**20)) for _ in range(600)) + packer.flush()
    )
    stream[pypdf.generic.NameObject("/Filter")] = pypdf.generic.NameObject(
        "/FlateDecode"
    )
    page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    file = io.BytesIO()
    writer.write(file)

    with pytest.raises(Unreadable):
        read_pdf(file.getvalue(), subject="bomb.pdf")
