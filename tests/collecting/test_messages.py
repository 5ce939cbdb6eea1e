from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.messages import read_message
from marsad.errors import Unreadable

WORDS = (
    "قال الوزير إن 83 عضوا شاركوا في اجتماع روما.\n\nوسيعقد الاجتماع المقبل في مراكش.\n"
)


def message(body=WORDS, subtype="plain", charset="utf-8"):
    letter = EmailMessage()
    letter["Subject"] = "اجتماع روما"
    letter["From"] = "desk@example.org"
    letter["Date"] = "Mon, 28 Jun 2021 23:10:00 +0300"
    letter.set_content(body, subtype=subtype, charset=charset)
    return letter


def test_the_words_the_subject_and_the_day_are_read():
    text, said = read_message(message().as_bytes(), subject="a.eml")

    assert text == WORDS
    assert said.title == "اجتماع روما"
    assert said.published == date(2021, 6, 28)


def test_the_old_encoding_of_windows_is_read_by_its_declaration():
    raw = message(charset="windows-1256").as_bytes()

    assert read_message(raw, subject="a.eml")[0] == WORDS


def test_a_body_sent_as_it_is_without_a_declaration_is_read_too():
    head = b"Subject: Rome\nContent-Transfer-Encoding: 8bit\n\n"

    text, _ = read_message(head + WORDS.encode("windows-1256"), subject="a.eml")

    assert text == WORDS


def test_the_plain_part_is_preferred_and_attachments_are_left():
    letter = message()
    letter.add_alternative("<p>other words</p>", subtype="html")
    letter.add_attachment(
        b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf"
    )

    assert read_message(letter.as_bytes(), subject="a.eml")[0] == WORDS


def test_a_letter_in_html_is_read_as_a_page():
    page = "<html><body><p>اجتمع الوزراء.</p><p>وقالوا: «نعم».</p></body></html>"

    text, said = read_message(message(page, "html").as_bytes(), subject="a.eml")

    assert text == "اجتمع الوزراء.\nوقالوا: «نعم»."
    assert said.title == "اجتماع روما"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"no header at all", id="no header"),
        pytest.param(b"Subject: Rome\n\n  \n", id="no word in it"),
        pytest.param(
            b"Subject: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
            b"Content-Type: image/png\n\nabc\n--x--\n",
            id="only a picture",
        ),
        pytest.param(
            b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
                for n in range(3000)
            ),
            id="parts in parts without end",
        ),
    ],
)
def test_a_letter_without_words_is_refused(raw):
    with pytest.raises(Unreadable) as refused:
        read_message(raw, subject="a.eml")

    assert refused.value.way_out


def test_a_day_that_is_none_leaves_the_day_open():
    raw = message().as_bytes().replace(b"Mon, 28 Jun 2021 23:10:00 +0300", b"soon")

    assert read_message(raw, subject="a.eml")[1].published is None


@given(st.binary(max_size=200))
def test_no_header_makes_the_reader_fail_otherwise(noise):
    raw = (
        b"Subject: "
        + noise
        + b"\nDate: "
        + noise
        + b"\nContent-Type: "
        + noise
        + b"\n\nRome\n"
    )

    try:
        read_message(raw, subject="a.eml")
    except Unreadable as refused:
        assert refused.way_out
