import io
import tarfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.desk.safekeeping.sealed import SealedFile, members_of
from marsad.errors import Refused, Unreadable

HELD = {"about.json": b"{}", "tables/a.b/000001.jsonl.gz": "قال".encode() * 300}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("sealed") / "site.marsad"
    with SealedFile(path) as file:
        for name, raw in HELD.items():
            file.add(name, raw)
        file.seal()
    return path


def test_what_was_added_is_read(whole):
    assert {one.name: one.raw for one in members_of(whole)} == HELD


def test_any_tool_that_knows_tar_opens_it(whole):
    with tarfile.open(whole) as opened:
        assert opened.getnames() == [*HELD, "seal"]


def test_nobody_else_reads_it(whole):
    assert whole.stat().st_mode & 0o077 == 0


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_one_changed_byte_is_found_wherever_it_is(whole, data):
    raw = bytearray(whole.read_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    changed = whole.with_name("changed")
    changed.write_bytes(raw)
    with pytest.raises(Unreadable):
        list(members_of(changed))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_file_that_is_cut_short_is_found_wherever_it_ends(whole, data):
    raw = whole.read_bytes()
    short = whole.with_name("short")
    short.write_bytes(raw[: data.draw(st.integers(0, len(raw) - 1))])
    with pytest.raises(Unreadable):
        list(members_of(short))


def test_the_member_in_which_it_is_cut_is_named(whole):
    short = whole.with_name("short")
    short.write_bytes(whole.read_bytes()[:1700])
    with pytest.raises(Unreadable, match=r"cut short in tables/a\.b/000001"):
        list(members_of(short))


def test_something_else_is_no_backup(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8" * 1000)
    with pytest.raises(Unreadable, match="is no backup"):
        list(members_of(path))


def test_a_tar_of_somebody_else_is_no_backup(tmp_path):
    path = tmp_path / "other.tar"
    with tarfile.open(path, "w") as file:
        member = tarfile.TarInfo("notes.txt")
        member.size, member.uname = 3, "root"
        file.addfile(member, io.BytesIO(b"abc"))
    with pytest.raises(Unreadable):
        list(members_of(path))


def test_nothing_is_left_of_a_file_that_was_not_sealed(tmp_path):
    with SealedFile(tmp_path / "site.marsad") as file:
        file.add("about.json", b"{}")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_written_over(whole):
    with pytest.raises(Refused, match="is there already"):
        SealedFile(whole)


def test_a_folder_that_is_not_there_is_named_with_the_way_out(tmp_path):
    with pytest.raises(Refused, match="name a file in a folder"):
        SealedFile(tmp_path / "no" / "site.marsad")
