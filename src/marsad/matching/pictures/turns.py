"""The eight ways a picture may be turned, and the hash of each, nearly, from one hash.

A hash says of each of 16 by 16 waves whether it is stronger than the middle one. Mirroring
a picture changes the sign of every odd wave along that side, turning it over its diagonal
swaps the two sides, and the five others are both, one after the other. So a picture of
which nothing but the hash is known is looked for turned as well. The sign of a wave that
is about as strong as the middle one stays unknown: of 400 drawn pictures that costs 6 bits
of 256 in the middle and at most 16 in 19 of 20, and none for a turn over the diagonal.
Where the picture is at hand, ``marsad.matching.pictures.variants`` hashes each turn.
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
_SIDE: Final = 16
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
_IS_ODD: Final = np.arange(_SIDE) % 2 == 1


def eight_by_signs(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The hashes of each hash's eight turns (count, 8, 4), in the order of TURNS."""
    bits = np.unpackbits(words.astype(">u8").view(np.uint8), axis=1)
    waves = bits.reshape(-1, _SIDE, _SIDE)
    turned = np.stack(
        [
            (waves.swapaxes(1, 2) if swaps else waves) ^ _changed(down, across)
            for swaps, down, across in _DEEDS
        ],
        axis=1,
    )
    packed = np.packbits(turned.reshape(len(words), len(TURNS), BITS), axis=2)
    return packed.view(">u8").astype(np.uint64)


def _changed(down: bool, across: bool) -> NDArray[np.bool_]:  # noqa: FBT001 (two columns of the table)
    """Which waves change their sign: those that are odd along one such side alone."""
    changed: NDArray[np.bool_] = (_IS_ODD & down)[:, None] ^ (_IS_ODD & across)
    return changed
