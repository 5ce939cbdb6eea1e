import os
import signal
import subprocess
import sys
from datetime import date

import pytest

from marsad.errors import Refused, Unreachable, Unreadable
from marsad.searching.hits import Query, search
from marsad.searching.index import Index
from marsad.searching.records import Record

WRITER = """
import sys
from marsad.searching.index import Index
from marsad.searching.records import Record
index = Index.open(sys.argv[1])
index.add([Record("document:2", "document", "بيان", marking=0)])
if sys.argv[2] == "commit":
    index.commit()
print("ready", flush=True)
sys.stdin.read()
"""


def statement(number=1, title="بيان التحالف", **other):
    return Record(f"document:{number}", "document", title, **{"marking": 0, **other})


@pytest.fixture
def index(tmp_path):
    index = Index.open(tmp_path / "index")
    index.add([statement()])
    index.commit()
    return index


def other_process(index, deed):
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, index.folder, deed],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"ready\n"
    return process


def ended(process):
    process.communicate(timeout=30)


def total(index, words="بيان"):
    return search(index, Query(words=words)).total


def test_a_record_added_twice_is_there_once_as_it_was_last(index):
    index.add([statement(title="خطاب"), statement(title="إعلان")])
    index.commit()

    assert len(index) == 1
    assert (total(index, "بيان"), total(index, "خطاب"), total(index, "إعلان")) == (
        0,
        0,
        1,
    )


def test_a_removed_record_is_found_no_more(index):
    index.remove(["document:1", "document:unknown"])
    index.commit()

    assert total(index) == len(index) == 0


def test_nothing_shows_before_the_commit(index):
    index.add([statement(2)])
    index.remove(["document:1"])

    assert total(index) == 1
    index.abandon()
    index.commit()
    assert total(index) == 1


def test_leaving_without_a_commit_leaves_the_index_as_it_was(index):
    with Index.open(index.folder) as other:
        other.add([statement(2)])
        other.abandon()

    index.add([statement(3)])
    index.commit()
    assert len(index) == 2


def test_an_index_is_filled_again_in_one_commit_while_others_read(index):
    index.clear()
    index.add([statement(5), statement(6)])

    assert total(index) == 1
    index.commit()
    assert total(index) == 2


def test_an_index_opened_again_has_what_was_committed(index):
    assert total(Index.open(str(index.folder))) == 1


def test_a_commit_of_another_process_shows_at_the_next_search(index):
    assert total(index) == 1
    ended(other_process(index, "commit"))

    assert total(index) == 2


def test_a_second_writer_is_refused_until_the_first_has_committed(index):
    index.add([statement(2)])
    other = Index.open(index.folder)

    with pytest.raises(Refused, match="another process writes"):
        other.add([statement(3)])
    index.commit()
    other.add([statement(3)])
    other.commit()
    assert len(index) == 3


def test_a_killed_writer_leaves_no_lock(index):
    process = other_process(index, "wait")
    with pytest.raises(Refused, match="wait for its commit"):
        index.add([statement(3)])
    with pytest.raises(Refused, match="another process writes"):
        Index.anew(index.folder)

    os.kill(process.pid, signal.SIGKILL)
    ended(process)

    index.add([statement(3)])
    index.commit()
    assert total(index) == 2


def test_an_index_of_another_version_says_to_rebuild_it(index):
    (index.folder / "marsad-index-version").write_text("fields 0, keys 0")

    with pytest.raises(Unreadable, match=r"fields 0, keys 0.*rebuild it"):
        Index.open(index.folder)
    assert len(Index.anew(index.folder)) == 0


@pytest.mark.parametrize(
    "suffix", ["meta.json", "*.idx", "*.store", "*.term", "*.fast"]
)
@pytest.mark.parametrize("harm", ["cut", "removed"])
def test_a_damaged_index_says_to_rebuild_it(index, suffix, harm):
    for path in index.folder.glob(suffix):
        if harm == "cut":
            os.truncate(path, path.stat().st_size // 2)
        else:
            path.unlink()

    with pytest.raises(Unreadable, match="rebuild it"):
        total(Index.open(index.folder))
    anew = Index.anew(index.folder)
    anew.add([statement()])
    anew.commit()
    assert total(Index.open(index.folder)) == 1


def test_an_index_taken_away_under_its_reader_is_told(index):
    for path in index.folder.iterdir():
        path.unlink()

    with pytest.raises(Unreadable, match="rebuild it"):
        total(index)


def test_an_error_of_who_gives_the_records_stays_theirs(index):
    def records():
        yield statement(2)
        raise ValueError("the database is gone")

    with pytest.raises(ValueError, match="the database is gone"):
        index.add(records())
    index.abandon()
    assert len(index) == 1


def test_a_folder_of_other_things_is_no_index_and_is_kept(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("dear")

    with pytest.raises(Unreadable, match="no index"):
        Index.open(tmp_path)
    with pytest.raises(Refused, match=r"letter\.txt"):
        Index.anew(tmp_path)
    assert letter.read_text() == "dear"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(Unreachable, match="cannot be written"):
        Index.open(tmp_path / "file" / "index")


@pytest.mark.parametrize(
    "strange",
    [
        pytest.param({"title": "\ud800 بيان \x00", "source": "\udfff", "parties": ("\ud800", "")}, id="halves of signs"),
        pytest.param({"body": "ا" * 200_000}, id="a word without end"),
        pytest.param({"day": date.min}, id="the first day"),
        pytest.param({"day": date.max}, id="the last day"),
        pytest.param({"parties": ("state:SA",) * 3}, id="a party twice"),
    ],
)  # fmt: skip
def test_a_strange_record_is_taken_in(index, strange):
    index.add([statement(**{"title": "بيان", **strange})])
    index.commit()

    assert total(index) == 1
    assert max(search(index, Query()).facets.parties.values(), default=1) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"marking": 5}, {"marking": -1}, {"key": ""}],
    ids=["stricter than all", "less than none", "no key"],
)
def test_a_record_without_key_or_with_an_unknown_marking_is_refused(wrong):
    with pytest.raises(Refused):
        Record(**{"key": "document:1", "kind": "document", **wrong})
