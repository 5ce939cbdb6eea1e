import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.decoding import decode, plausibility
from marsad.errors import Unreadable

ARABIC = (
    "قال وزير الخارجية إن التحالف الدولي سيواصل دعم القوات العراقية في حربها ضد "
    "التنظيم، مضيفا أن 74 عضوا تعهدوا بتقديم مساعدات عاجلة للنازحين. وأكد أن "
    "الاجتماع المقبل سيعقد في روما خلال شهر حزيران."
)
FRENCH = (
    "Le ministre a déclaré à Genève que la coalition, créée en 2014, « poursuivra "
    "ses efforts » là où la menace demeure."
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(ARABIC, "utf-8", id="Arabic in UTF-8"),
        pytest.param(ARABIC, "windows-1256", id="Arabic as old Windows saved it"),
        pytest.param(ARABIC, "iso-8859-6", id="Arabic in the ISO table"),
        pytest.param(ARABIC, "utf-16-le", id="Arabic in UTF-16 without a mark"),
        pytest.param(ARABIC, "utf-16-be", id="Arabic in big-endian UTF-16"),
        pytest.param(FRENCH, "utf-8", id="French in UTF-8"),
        pytest.param(FRENCH, "windows-1252", id="French as old Windows saved it"),
        pytest.param("98 % – 2018", "utf-8", id="no letters at all"),
    ],
)
def test_letters_come_back_as_they_were_written(text, encoding):
    # What the ISO table has no place for was never in a file of its kind.
    text = text.encode(encoding, "ignore").decode(encoding)

    assert decode(text.encode(encoding), subject="report.txt") == text


@pytest.mark.parametrize(
    ("spoil", "left"),
    [
        pytest.param(
            lambda raw: raw[:-2], ARABIC[:-2] + "\ufffd", id="cut off in a letter"
        ),
        pytest.param(
            lambda raw: b"\xff" + raw, "\ufffd" + ARABIC, id="one broken byte"
        ),
    ],
)
def test_a_few_broken_letters_are_left_visible_in_a_text_that_is_whole_otherwise(
    spoil, left
):
    assert decode(spoil(ARABIC.encode()), subject="a.txt") == left


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_a_short_headline_is_decoded_too(encoding):
    headline = "روما تستضيف اجتماع التحالف"

    assert decode(headline.encode(encoding), subject="a.txt") == headline


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        pytest.param(codecs.BOM_UTF16_LE, "utf-16-le", id="UTF-16, little end first"),
        pytest.param(codecs.BOM_UTF16_BE, "utf-16-be", id="UTF-16, big end first"),
        pytest.param(codecs.BOM_UTF32_LE, "utf-32-le", id="UTF-32"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark, encoding):
    assert decode(mark + ARABIC.encode(encoding), subject="a.txt") == ARABIC


def test_the_mark_of_utf8_stays_so_that_offsets_are_those_of_the_file():
    assert decode(codecs.BOM_UTF8 + b"Rome", subject="a.txt") == "\ufeffRome"


def test_a_true_declaration_is_believed():
    raw = "Déclaration commune à Rome".encode("iso-8859-15")

    text = decode(raw, subject="a.html", declared="iso-8859-15")

    assert text == "Déclaration commune à Rome"


def test_a_false_declaration_is_not_believed():
    raw = ARABIC.encode("windows-1256")

    assert decode(raw, subject="a.html", declared="iso-8859-6") == ARABIC


def test_a_declaration_that_names_no_encoding_does_no_harm():
    assert decode(ARABIC.encode(), subject="a.html", declared="x-unheard-of") == ARABIC


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        pytest.param(bytes(range(256)) * 8, "no encoding that makes words", id="noise"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(64), "a picture", id="a picture"),
        pytest.param(
            b"%PDF-1.7\n", "is a PDF, not text", id="a PDF with a wrong ending"
        ),
        pytest.param(
            b"\x00\x01\x02\x03" * 64, "no encoding", id="nothing but controls"
        ),
        pytest.param(b"\x01\x02abc\x03" * 64, "is binary", id="controls among letters"),
        pytest.param(
            codecs.BOM_UTF16_LE + "نص".encode("utf-16-le")[:-1],
            "breaks off",
            id="UTF-16 cut off",
        ),
        pytest.param(
            ("قال " + "\ufffd" * 9).encode(), "lost letters", id="replaced letters"
        ),
        pytest.param(
            ARABIC.encode().decode("latin-1").encode(),
            "encoded twice",
            id="encoded twice",
        ),
        pytest.param(
            ARABIC.encode().decode("windows-1252", "replace").encode(),
            r"encoded twice|lost letters",
            id="encoded twice through Windows",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(raw, problem):
    with pytest.raises(Unreadable, match=problem) as refused:
        decode(raw, subject="report.txt")

    assert refused.value.subject == "report.txt"
    assert refused.value.way_out


@given(st.text())
def test_whatever_is_utf8_comes_back_exactly_or_is_refused(text):
    try:
        assert decode(text.encode(), subject="a.txt") == text
    except Unreadable as refused:
        assert refused.way_out


@given(st.binary(max_size=400))
def test_no_bytes_make_the_decoder_fail_otherwise(raw):
    try:
        decode(raw, subject="a.txt")
    except Unreadable as refused:
        assert refused.way_out


def test_the_wrong_table_makes_worse_words_than_the_right_one():
    raw = ARABIC.encode("iso-8859-6", "ignore")

    wrong, right = raw.decode("windows-1256"), raw.decode("iso-8859-6")

    assert plausibility(wrong) < plausibility(right)
