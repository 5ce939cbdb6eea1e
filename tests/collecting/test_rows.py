import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.collecting.limits import Limits
from marsad.collecting.rows import read_json, read_lines, read_row
from marsad.errors import Unreadable

ROW = {
    "id": "kuwait",
    "text": 'قال الجنرال: "نعم".\r\n',
    "published": "2014-10-28",
    "language": "ar",
    "outlet": "Petra",
    "url": "https://petra.example.org/1",
    "title": "الكويت",
}


def lines(*rows, limits=None):
    told = []
    file = io.BytesIO(b"\n".join(rows))
    keywords = {"limits": limits} if limits else {}
    found = list(read_lines(file, subject="a.jsonl", report=told.append, **keywords))
    return found, [str(fault) for fault in told]


def test_a_row_gives_all_that_it_states():
    assert read_row(ROW, subject="a") == Document(
        id="kuwait",
        text='قال الجنرال: "نعم".\r\n',
        published=date(2014, 10, 28),
        language="ar",
        outlet="Petra",
        url="https://petra.example.org/1",
        title="الكويت",
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param({"text": "x"}, "has no id", id="no id"),
        pytest.param({"id": "", "text": "x"}, "has no id", id="an empty id"),
        pytest.param({"id": "a"}, "has no text", id="no text"),
        pytest.param({"id": "a", "text": "  "}, "has no text", id="blank text"),
        pytest.param({"id": "a", "text": ["x"]}, "has no text", id="a list for a text"),
        pytest.param(
            {"id": "a", "text": "x", "published": "28/10"}, "no date", id="no date"
        ),
        pytest.param(
            {"id": "a", "text": "x", "published": 2014}, "no date", id="a year"
        ),
        pytest.param(
            {"id": "a", "text": "a\ud800"}, "half a character", id="half a letter"
        ),
        pytest.param(["a", "x"], "no JSON object", id="a list for a row"),
    ],
)
def test_a_wrong_row_says_what_is_wrong_with_it(row, problem):
    with pytest.raises(Unreadable, match=problem):
        read_row(row, subject="a.jsonl, line 3")


def test_a_bad_line_is_named_and_the_others_are_read():
    good = json.dumps(ROW).encode()

    found, told = lines(good, b"{", b"", '{"id": "نص'.encode("windows-1256"), good)

    assert [row.id for row in found] == ["kuwait", "kuwait"]
    assert told[0].startswith("a.jsonl, line 2: is broken JSON")
    assert told[1] == "a.jsonl, line 4: is not UTF-8; save the file as UTF-8"


def test_a_line_without_end_is_told_and_not_kept_in_memory():
    found, told = lines(
        b'{"id": "a", "text": "' + b"x" * 5000 + b'"}',
        json.dumps(ROW).encode(),
        limits=Limits(file_bytes=1000),
    )

    assert [row.id for row in found] == ["kuwait"]
    assert "line 1: is longer than" in told[0]


def test_a_file_of_one_object_may_do_without_an_id():
    raw = json.dumps({"text": "نص", "document": "a"}).encode()
    bare = json.dumps({"text": "نص"}).encode()

    [named] = read_json(raw, subject="b.json", fallback_id="b", report=print)
    [unnamed] = read_json(bare, subject="b.json", fallback_id="b", report=print)

    assert (named.id, unnamed.id) == ("a", "b")


def test_a_bad_row_of_a_list_is_named_and_the_others_are_read():
    told = []
    raw = json.dumps([ROW, 7, ROW]).encode()

    found = list(read_json(raw, subject="b.json", fallback_id="b", report=told.append))

    assert len(found) == 2
    assert str(told[0]).startswith("b.json, row 2: is no JSON object")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b'{"id": "a", "text": "Ro', id="cut off"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param('{"text": "نص"}'.encode("utf-16"), id="UTF-16"),
        pytest.param(b'{"text": ' + b"9" * 5000 + b"}", id="a number of 5000 digits"),
    ],
)
def test_broken_json_is_refused_with_a_way_out(raw):
    with pytest.raises(Unreadable) as refused:
        list(read_json(raw, subject="b.json", fallback_id="b", report=print))

    assert refused.value.way_out


@given(st.lists(st.text(min_size=1).filter(str.strip)))
def test_every_text_comes_through_a_file_of_rows_unchanged(texts):
    rows = [
        json.dumps({"id": f"r{n}", "text": text}, ensure_ascii=False).encode()
        for n, text in enumerate(texts)
    ]

    found, told = lines(*rows)

    assert [row.text for row in found] == texts
    assert told == []
