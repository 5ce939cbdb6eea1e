"""Picture hashes as bits: hexadecimal digits as the hash is written, four words as it is compared.

A PDQ hash is 256 bits, one for each of 16 by 16 waves a picture is made of, written as 64
hexadecimal digits, the first digit the highest bits. Neighbouring waves go together, so
neighbouring bits do too: in drawn pictures, pieces of 16 neighbouring bits meet by chance
1.5 times as often as independent bits would (pieces of 23: 3 times), pieces of bits that
lie 13 apart 1.0 times. Indexes therefore keep hashes with their bits spread out; distances
are the same.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from marsad.errors import Unreadable
from marsad.matching.compiled import compiled

BITS: Final = 256
DIGITS: Final = 64

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_APART: Final = 13
_ONE: Final = np.uint64(1)
_SHOWN: Final = 80
_CHUNK: Final = 1 << 16


def checked(value: str) -> str:
    """The value, if it is 64 lower-case hexadecimal digits; raises Unreadable if not."""
    if not _HASH.fullmatch(value):
        problem = "is no PDQ hash of 64 hexadecimal digits"
        raise Unreadable(repr(value[:_SHOWN]), problem, "copy the whole hash")
    return value


def distance(one: str, other: str) -> int:
    """How many of the 256 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def words_of(hashes: Sequence[str]) -> NDArray[np.uint64]:
    """Four words a hash, the first digits in the first word."""
    written = bytes.fromhex("".join(map(checked, hashes)))
    return np.frombuffer(written, ">u8").astype(np.uint64).reshape(-1, 4)


def hashes_of(words: NDArray[np.uint64]) -> list[str]:
    """The hexadecimal digits of each hash, as they are written."""
    written = words.astype(">u8").tobytes().hex()
    return [written[start : start + DIGITS] for start in range(0, len(written), DIGITS)]


def spread_out(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The same hashes with bits that go together far from each other."""
    spread = np.empty(words.shape, np.uint64)
    for start in range(0, len(words), _CHUNK):
        # What may only be read would be another kind of array to compiled loops.
        some = np.require(words[start : start + _CHUNK], np.uint64, ["C", "W"])
        _spread(some, spread[start : start + _CHUNK])
    return spread


@compiled
def _spread(words: NDArray[np.uint64], spread: NDArray[np.uint64]) -> None:
    for row in range(len(words)):
        for word in range(4):
            bits = np.uint64(0)
            for bit in range(64):
                source = (64 * word + bit) * _APART % BITS
                found = (words[row, source >> 6] >> np.uint64(source & 63)) & _ONE
                bits |= found << np.uint64(bit)
            spread[row, word] = bits
