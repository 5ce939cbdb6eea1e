import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.matching.hashes import MD5, SHA256
from marsad.matching.key_table import KeyTable


def sha256(words):
    return hashlib.sha256(words.encode()).hexdigest()


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(sha256("مطر").upper(), id="capital letters"),
        pytest.param(f"  {sha256('مطر')}\n", id="blanks around"),
        pytest.param(f"sha256:{sha256('مطر')}", id="with its name before it"),
        pytest.param(
            ":".join(sha256("مطر")[at : at + 2] for at in range(0, 64, 2)), id="colons"
        ),
    ],
)
def test_a_hash_has_one_form(written):
    assert SHA256.canonical(written) == sha256("مطر")


@pytest.mark.parametrize("written", ["", "rain", "0" * 63, "0" * 65, "g" * 64])
def test_what_is_no_hash_is_refused_with_a_way_out(written):
    with pytest.raises(Unreadable, match="copy the whole hash"):
        SHA256.canonical(written)


def test_one_file_banked_twice_is_found_under_both_numbers():
    index = SHA256.index(
        [(7, sha256("snow")), (3, sha256("snow")), (7, sha256("snow"))]
    )

    [found] = index.find([sha256("snow")])

    assert [likeness.number for likeness in found] == [3, 7]
    assert len(index) == 2


def test_what_is_dropped_may_come_back():
    index = MD5.index()
    value = hashlib.md5(b"rain", usedforsecurity=False).hexdigest()
    index.add([(1, value)])
    index.drop([1, 99])
    assert index.find([value]) == [()]

    index.add([(1, value)])

    assert len(index.find([value])[0]) == 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(-3, 40), st.integers(0, 40)), max_size=120
    ),
    st.booleans(),
)
def test_a_table_answers_as_a_dictionary_of_sets_would(
    tmp_path_factory, steps, is_saved
):
    table, known = KeyTable(16), {}
    for at, (is_new, number, word) in enumerate(steps):
        key = word.to_bytes(8, "big") * 2
        if is_new:
            table.add([(number, key)])
            known.setdefault(key, set()).add(number)
        else:
            table.drop([number])
            for numbers in known.values():
                numbers.discard(number)
        if is_saved and at % 20 == 10:
            folder = tmp_path_factory.mktemp("table")
            table.save(folder, "words")
            table = KeyTable.opened(folder, "words", 16)
    keys = [word.to_bytes(8, "big") * 2 for word in range(41)]

    assert table.find(keys) == [tuple(sorted(known.get(key, ()))) for key in keys]
    assert len(table) == sum(map(len, known.values()))


def test_keys_that_begin_alike_are_told_apart():
    table = KeyTable(16)
    keys = [b"beginning" + bytes([last] * 7) for last in range(20)]
    table.add(enumerate(keys))

    assert table.find(keys) == [(number,) for number in range(20)]


def test_a_hundred_thousand_are_merged_and_all_found():
    rows = np.random.default_rng(5).integers(0, 256, (100_000, 32), np.uint8)
    values = [row.tobytes().hex() for row in rows]
    index = SHA256.index(enumerate(values))

    found = index.find(values[::97])

    assert [one[0].number for one in found] == list(range(0, 100_000, 97))
