from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.folders import file_name, find_inputs


@pytest.fixture
def reports(tmp_path):
    for name in (
        "b.txt",
        "a.html",
        "a.txt",
        "a.meta.json",
        "picture.png",
        ".hidden.txt",
        ".git/config.txt",
        "rome/a.txt",
        "rome/a.PDF",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_gives_its_reports_in_order_and_nothing_else(reports):
    found = [
        str(one.path.relative_to(reports))
        for one in find_inputs([reports], report=print)
    ]

    assert found == ["a.html", "a.txt", "b.txt", "rome/a.PDF", "rome/a.txt"]


def test_no_two_documents_have_one_name(reports):
    names = [one.name for one in find_inputs([reports, reports], report=print)]

    assert names[:5] == ["a", "a.txt", "b", "a.PDF", "rome--a.txt"]
    assert len(set(names)) == len(names) == 10


def test_a_folder_without_reports_is_told(tmp_path):
    told = []

    assert list(find_inputs([tmp_path], report=told.append)) == []
    assert "has no report in it" in str(told[0])


def test_a_file_that_is_named_outright_is_taken_whatever_its_ending(reports):
    [one] = find_inputs([reports / "picture.png"], report=print)

    assert one.path == reports / "picture.png"


def test_a_link_that_leads_round_does_not_hang(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path)

    assert len(list(find_inputs([tmp_path], report=print))) == 1


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("../../etc/passwd", id="a way out of the folder"),
        pytest.param("/absolute", id="a way from the root"),
        pytest.param("..", id="only dots"),
        pytest.param("", id="nothing"),
        pytest.param("a\x00b\n", id="controls"),
        pytest.param("https://example.org/2014/10/28/a?b=c", id="an address"),
        pytest.param("ن" * 500, id="longer than file systems allow"),
    ],
)
def test_an_id_never_leads_out_of_the_folder(name):
    safe = file_name(name)

    assert Path(safe).name == safe
    assert len(safe.encode()) <= 230


def test_a_plain_id_stays_as_it_is():
    assert file_name("000_8cfa056d") == "000_8cfa056d"
    assert file_name("مؤتمر الكويت") == "مؤتمر الكويت"


@given(st.text(), st.text())
def test_different_ids_have_different_file_names(one, other):
    assert (file_name(one) == file_name(other)) == (one == other)
