import hashlib
from datetime import UTC, datetime

import pytest

from marsad.collecting.captures import take
from marsad.collecting.limits import Limits
from marsad.errors import Unreadable


def test_a_capture_says_which_bytes_were_taken_from_where_and_when(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes("روما".encode())

    raw, capture = take(path)

    assert raw == path.read_bytes()
    assert capture.sha256 == hashlib.sha256(raw).hexdigest()
    assert (capture.path, capture.size) == (str(path), 8)
    assert abs((datetime.now(UTC) - capture.taken_at).total_seconds()) < 60


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"", "is empty", id="no byte"),
        pytest.param(b" \r\n\t ", "is empty", id="only blanks"),
        pytest.param(b"x" * 11, "is larger than", id="one byte too many"),
    ],
)
def test_an_input_of_no_use_is_refused_before_it_is_parsed(tmp_path, content, problem):
    path = tmp_path / "report.txt"
    path.write_bytes(content)

    with pytest.raises(Unreadable, match=problem):
        take(path, Limits(file_bytes=10))


def test_no_more_is_read_than_the_limit(tmp_path):
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)

    with pytest.raises(Unreadable, match=r"larger than 32 MB; split it"):
        take(path)


def test_a_missing_file_and_a_folder_are_told_apart_from_a_bad_one(tmp_path):
    with pytest.raises(Unreadable, match="no such file; check the path"):
        take(tmp_path / "nothing.txt")
    with pytest.raises(Unreadable, match="cannot be read"):
        take(tmp_path)
