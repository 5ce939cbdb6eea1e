import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.posts.own import read, read_row
from marsad.collecting.posts.public import Concern, Fault, NotTaken, PublicPost

ROW = {
    "platform": "forum",
    "id": 7,
    "account": "cook_one",
    "text": "شوربة العدس",
    "at": "2026-03-05T17:10:00+03:00",
}


def faults_of(tmp_path, *lines):
    path = tmp_path / "posts.jsonl"
    path.write_bytes(b"\n".join(lines))
    found = list(read(path))
    return [one for one in found if isinstance(one, PublicPost)], [
        str(one) for one in found if isinstance(one, Fault)
    ]


def line(**changes):
    return json.dumps({**ROW, **changes}).encode()


def test_fields_that_nobody_asked_for_are_dropped():
    post = read_row({**ROW, "phone": "somebody's", "geo": {"lat": 1}})

    assert "somebody's" not in repr(post)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"id": None}, 'has no "id"', id="no id"),
        pytest.param({"account": ""}, 'has no "account"', id="no account"),
        pytest.param({"platform": "The X"}, "no short name", id="no slug"),
        pytest.param({"at": "2026-03-05T17:10:00"}, "time zone", id="no zone"),
        pytest.param({"at": "yesterday"}, "no time", id="no time"),
        pytest.param({"at": "0001-01-01T00:00:00+14:00"}, "no time", id="before 1"),
        pytest.param({"text": ["a"]}, '"text" that is no text', id="a list"),
        pytest.param({"text": "a\ud800"}, "half a character", id="half a letter"),
        pytest.param({"text": "a" * 100_001}, "100,000", id="too long"),
        pytest.param({"media": [{"kind": "smell"}]}, '"kind"', id="a kind"),
        pytest.param({"media": [{"kind": "film", "pdq": "1"}]}, "64", id="a hash"),
        pytest.param({"text": " "}, "neither words nor media", id="nothing at all"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_with_its_line(tmp_path, changes, problem):
    posts, faults = faults_of(tmp_path, line(), line(**changes), line(id=8))

    assert [post.number for post in posts] == ["7", "8"]
    assert len(faults) == 1
    assert faults[0].startswith("line 2: ")
    assert problem in faults[0]


def test_broken_lines_do_not_stop_the_next_ones(tmp_path):
    broken = [b'{"platform": "x"', b"\xff\xfe", b"[1]", b"", b"[" * 100_000]
    posts, faults = faults_of(tmp_path, *broken, line())

    assert len(posts) == 1
    assert [fault.partition(":")[0] for fault in faults] == [
        "line 1",
        "line 2",
        "line 3",
        "line 5",
    ]


def test_a_line_of_many_megabytes_is_passed_over(tmp_path):
    posts, faults = faults_of(tmp_path, b'"' + b"a" * 17_000_000 + b'"', line())

    assert len(posts) == 1
    assert faults == ["line 1: is longer than 16 MB; write one post a line"]


def test_a_list_of_objects_is_read_as_well(tmp_path):
    path = tmp_path / "posts.json"
    path.write_text(json.dumps([ROW, {**ROW, "id": 8}], indent=1), "utf-8")

    assert [post.number for post in read(path)] == ["7", "8"]


def test_a_document_that_breaks_off_keeps_what_stands_before(tmp_path):
    path = tmp_path / "posts.json"
    path.write_text(json.dumps([ROW, {**ROW, "id": 8}], indent=1)[:-40], "utf-8")
    found = list(read(path))

    assert found[0].number == "7"
    assert "row 2: breaks off here" in str(found[1])


def test_characters_that_no_database_keeps_are_left_out():
    assert read_row({**ROW, "text": "ش\x00وربة"}).text == "شوربة"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*ROW, "reach", "media", "tags"]), _JSON))
def test_any_row_gives_a_post_or_is_refused(changes):
    try:
        post = read_row({**ROW, **changes})
    except NotTaken as problem:
        assert problem.concern in Concern
    else:
        post.text.encode("utf-8")
