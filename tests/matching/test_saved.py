import json

import numpy as np
import pytest

from marsad.errors import Unreadable
from marsad.matching.saved import (
    MANIFEST,
    read_arrays,
    texts_as_arrays,
    texts_of_arrays,
    write_arrays,
)

ARRAYS = {"numbers": np.arange(5, dtype=np.int64), "rows": np.eye(3, dtype=np.uint8)}


def test_what_was_written_is_read_again_with_its_facts(tmp_path):
    write_arrays(tmp_path / "index", "recipes", ARRAYS, {"geometry": "512"})

    arrays, facts = read_arrays(tmp_path / "index", "recipes")

    assert facts == {"geometry": "512"}
    assert {name: array.tolist() for name, array in arrays.items()} == {
        name: array.tolist() for name, array in ARRAYS.items()
    }


def test_the_older_files_go_when_the_newer_stand(tmp_path):
    for _ in range(3):
        write_arrays(tmp_path, "recipes", ARRAYS)

    assert len(list(tmp_path.iterdir())) == len(ARRAYS) + 1


def test_an_open_array_outlives_a_later_writing(tmp_path):
    write_arrays(tmp_path, "recipes", ARRAYS)
    opened, _ = read_arrays(tmp_path, "recipes")
    write_arrays(tmp_path, "recipes", {"numbers": np.zeros(5, np.int64)})

    assert opened["numbers"].tolist() == [0, 1, 2, 3, 4]


def test_texts_of_every_script_come_back(tmp_path):
    texts = ["شوربة العدس", "", "soupe de lentilles", "🌦"]

    assert texts_of_arrays(*texts_as_arrays(texts)) == texts
    assert texts_of_arrays(*texts_as_arrays([])) == []


def _cut(folder):
    path = next(folder.glob("numbers-*.npy"))
    path.write_bytes(path.read_bytes()[:-3])


def _turn_a_bit(folder):
    path = next(folder.glob("rows-*.npy"))
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 1
    path.write_bytes(raw)


def _lose(folder):
    next(folder.glob("rows-*.npy")).unlink()


def _rename(folder):
    path = folder / MANIFEST
    written = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**written, "what": "weather"}), "utf-8")


def _forget(folder):
    path = folder / MANIFEST
    written = json.loads(path.read_text("utf-8"))
    del written["files"]["rows"]["bytes"]
    path.write_text(json.dumps(written), "utf-8")


def _scribble(folder):
    (folder / MANIFEST).write_bytes(b"\xff{")


def _no_manifest(folder):
    (folder / MANIFEST).unlink()


@pytest.mark.parametrize(
    "harm", [_cut, _turn_a_bit, _lose, _rename, _forget, _scribble, _no_manifest]
)
def test_damage_is_named_with_a_way_out(tmp_path, harm):
    write_arrays(tmp_path, "recipes", ARRAYS)
    harm(tmp_path)

    with pytest.raises(Unreadable, match="build the index again"):
        read_arrays(tmp_path, "recipes")


def test_a_file_that_would_run_code_is_not_opened(tmp_path):
    write_arrays(tmp_path, "recipes", ARRAYS)
    path = next(tmp_path.glob("rows-*.npy"))
    with path.open("wb") as file:
        np.save(file, np.array([{"a": 1}], dtype=object), allow_pickle=True)

    with pytest.raises(Unreadable):
        read_arrays(tmp_path, "recipes")
