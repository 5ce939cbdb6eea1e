import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.matching.pictures.bits import (
    checked,
    distance,
    hashes_of,
    spread_out,
    words_of,
)

hashes = st.integers(0, 2**256 - 1).map("{:064x}".format)


def test_the_first_digit_is_the_highest_bit_of_the_first_word():
    words = words_of(["8" + "0" * 62 + "1"])

    assert words.tolist() == [[1 << 63, 0, 0, 1]]


@given(st.lists(hashes, max_size=5))
def test_words_are_written_as_they_were_read(many):
    assert hashes_of(words_of(many)) == many


@given(hashes, hashes)
def test_spreading_bits_keeps_every_distance(one, other):
    spread = spread_out(words_of([one, other]))

    assert int(np.bitwise_count(spread[0] ^ spread[1]).sum()) == distance(one, other)


def test_neighbouring_bits_land_far_from_each_other():
    words = np.array([[0, 0, 0, 0b11]], np.uint64)
    [spread] = spread_out(words)
    bits = [bit for bit in range(256) if int(spread[bit >> 6]) >> (bit & 63) & 1]

    assert len(bits) == 2
    assert bits[1] - bits[0] > 23


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("f" * 63, id="a digit too few"),
        pytest.param("f" * 65, id="a digit too many"),
        pytest.param("F" * 64, id="capitals"),
        pytest.param("g" * 64, id="no digits"),
        pytest.param("٣" * 64, id="Arabic digits"),
        pytest.param("f" * 64 + "\n", id="a line's end"),
    ],
)
def test_what_is_no_hash_is_refused_with_a_way_out(value):
    with pytest.raises(Unreadable) as refusal:
        checked(value)

    assert refusal.value.way_out
