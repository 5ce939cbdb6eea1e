"""The eight hashes of a picture: as it is, turned by quarters, and mirrored.

A hash says of each of 16 by 16 waves whether it is stronger than the middle one. Mirroring
a picture changes the sign of every odd wave along that side, turning it over its diagonal
swaps the two sides, and the six others are both, one after the other. So the hashes of all
eight come from the waves of one. From a hash alone they come nearly: the sign of a wave
that is as strong as the middle one is not known, which costs 6 bits of 256 in the middle
of 400 drawn pictures (16 in 19 of 20), and none where the picture is only turned over
its diagonal.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from marsad.matching.pictures.bits import BITS

# What is to be done to the picture that is met to see the known one.
TURNS: Final = (
    "upright",
    "quarter_left",
    "half",
    "quarter_right",
    "upside_down",
    "mirrored",
    "over_diagonal",
    "over_other_diagonal",
)
SIDE: Final = 16
# By turn: whether the sides are swapped, and whether odd waves change sign down and across.
_DEEDS: Final = (
    (False, False, False),
    (True, True, False),
    (False, True, True),
    (True, False, True),
    (False, True, False),
    (False, False, True),
    (True, False, False),
    (True, True, True),
)
# Written from the finest wave to the coarsest, so the odd ones have odd places.
_IS_ODD: Final = np.arange(SIDE) % 2 == 1


def eight_hashes(waves: NDArray[np.float32]) -> tuple[str, ...]:
    """The hashes of a picture's eight turns, in the order of TURNS, from its waves.

    ``waves`` are the strengths of waves 1 to 16 down (rows) and across (columns) of the
    cosine transform: what the hash of the picture as it is comes from.
    """
    written = np.asarray(waves)[::-1, ::-1]
    return tuple(
        _written(_turned(written, swaps, np.where(_odd(down, across), -1, 1)))
        for swaps, down, across in _DEEDS
    )


def eight_by_signs(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The eight hashes of each hash (count, 8, 4), from its own bits: nearly right."""
    bits = np.unpackbits(words.astype(">u8").view(np.uint8), axis=1)
    blocks = bits.reshape(-1, SIDE, SIDE)
    turned = np.stack(
        [
            (blocks.swapaxes(1, 2) if swaps else blocks) ^ _odd(down, across)
            for swaps, down, across in _DEEDS
        ],
        axis=1,
    )
    packed = np.packbits(turned.reshape(len(words), len(TURNS), BITS), axis=2)
    return packed.view(">u8").astype(np.uint64)


def _odd(down: bool, across: bool) -> NDArray[np.bool_]:  # noqa: FBT001 (two signs of a table)
    """Which waves change their sign: those that are odd along one such side alone."""
    changed: NDArray[np.bool_] = (_IS_ODD & down)[:, None] ^ (_IS_ODD & across)[None, :]
    return changed


def _turned(
    waves: NDArray[np.float32],
    swaps: bool,  # noqa: FBT001 (a column of the table above)
    signs: NDArray[np.int64],
) -> NDArray[np.float64]:
    return np.asarray((waves.T if swaps else waves) * signs, np.float64)


def _written(waves: NDArray[np.float64]) -> str:
    # The lower of the two in the middle, so that half of all bits are set.
    middle = np.partition(waves, BITS // 2 - 1, axis=None)[BITS // 2 - 1]
    return np.packbits(waves > middle).tobytes().hex()
