import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.matching.pictures.bits import distance, hashes_of, words_of
from marsad.matching.pictures.hashing import hash_of_block
from marsad.matching.pictures.pdq_kind import eight
from marsad.matching.pictures.turns import TURNS, eight_by_signs

POINTS, WAVES = 64, 16
# What is done to the picture, in the order of TURNS.
DONE = (
    lambda picture: picture,
    np.rot90,
    lambda picture: np.rot90(picture, 2),
    lambda picture: np.rot90(picture, 3),
    np.flipud,
    np.fliplr,
    np.transpose,
    lambda picture: np.rot90(picture, 2).T,
)
each_turn = pytest.mark.parametrize("turn", range(8), ids=TURNS)


def drawn(seed):
    """A picture of some boxes in different light."""
    draw = np.random.default_rng(seed)
    picture = np.zeros((POINTS, POINTS))
    for _ in range(9):
        top, bottom, left, right = draw.integers(0, POINTS, 4)
        box = (
            slice(min(top, bottom), max(top, bottom) + 1),
            slice(min(left, right), max(left, right) + 1),
        )
        picture[box] += draw.normal()
    return picture + draw.normal(size=picture.shape) * 0.05


def waves_of(picture):
    """Waves 1 to 16 of the cosine transform, down and across."""
    wave, point = np.arange(1, WAVES + 1)[:, None], np.arange(POINTS)
    cosines = np.cos(np.pi / POINTS * wave * (point + 0.5))
    return cosines @ picture @ cosines.T


def hash_of(picture):
    return hash_of_block(waves_of(picture).astype(np.float32))


@each_turn
def test_the_hash_of_each_turn_comes_nearly_from_the_one_hash(turn):
    apart = [
        distance(eight(hash_of(picture))[turn], hash_of(DONE[turn](picture)))
        for picture in map(drawn, range(40))
    ]

    assert np.median(apart) <= 10
    assert sum(bits <= 31 for bits in apart) >= 38
    if TURNS[turn] in ("upright", "over_diagonal"):
        assert max(apart) == 0


@given(st.integers(0, 2**256 - 1).map("{:064x}".format))
def test_turning_and_turning_back_gives_the_same_hash(value):
    eight = eight_by_signs(words_of([value]))[0]

    back = (0, 3, 2, 1, 4, 5, 6, 7)
    for turn, words in enumerate(eight):
        again = hashes_of(eight_by_signs(words[None])[0])
        assert again[back[turn]] == value


def test_eight_turns_of_no_hash_are_none():
    assert eight_by_signs(words_of([])).shape == (0, 8, 4)
