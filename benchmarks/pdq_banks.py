"""Banks of PDQ hashes, made up: random ones, and clustered as shared lists are.

A shared list says of itself that 2.1 million hashes stand for 370,000 items (GIFCT, 2022),
5.7 of each. So a clustered bank has items with one version or many, the number of
versions falling as a power, up to two thousand of one, and near five on average. An item is a
picture of a few shapes, whose waves are summed as the shapes are, so that its bits go
together as those of pictures do. A version differs in up to 40 bits, of the 64 whose waves
were nearest to the middle one: those are the bits that change when a picture is saved anew.
"""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

SIDE: Final = 16
SHAPES: Final = 7
WEAK: Final = 64
MOST_VERSIONS: Final = 2_000
POWER: Final = 1.22
CHUNK: Final = 20_000
Words = NDArray[np.uint64]


def random_bank(count: int, draw: np.random.Generator) -> Words:
    """Hashes of which every bit is a toss of a coin."""
    return draw.integers(0, 2**64, (count, 4), dtype=np.uint64)


def clustered_bank(count: int, draw: np.random.Generator) -> Words:
    """Hashes of items and their versions, in no order."""
    chunks, size = [], 0
    while size < count:
        chunks.append(_versions(draw))
        size += len(chunks[-1])
    bank = np.concatenate(chunks)[:count]
    draw.shuffle(bank)
    return bank


def asked_of(bank: Words, count: int, draw: np.random.Generator) -> Words:
    """Banked hashes with 0 to 31 of their bits turned over."""
    asked = bank[draw.integers(0, len(bank), count)].copy()
    for row, bits in enumerate(draw.integers(0, 32, count)):
        for bit in draw.choice(256, bits, replace=False):
            asked[row, bit >> 6] ^= np.uint64(1) << np.uint64(bit & 63)
    return asked


def as_bytes(words: Words) -> NDArray[np.uint8]:
    """The 32 bytes of each hash, as it is written."""
    return words.astype(">u8").view(np.uint8)


def as_hexadecimal(words: Words) -> Iterator[str]:
    """The 64 digits of each hash."""
    for start in range(0, len(words), CHUNK):
        written = as_bytes(words[start : start + CHUNK]).tobytes().hex()
        yield from (written[at : at + 64] for at in range(0, len(written), 64))


SHAPE_OF_BANK: Final[dict[str, Callable[[int, np.random.Generator], Words]]] = {
    "random": random_bank,
    "clustered": clustered_bank,
}


def _versions(draw: np.random.Generator) -> Words:
    """All versions of some thousands of items."""
    sizes = np.minimum(draw.pareto(POWER, CHUNK // 4) + 1, MOST_VERSIONS).astype(int)
    waves = _waves(len(sizes), draw)
    middle = np.partition(waves, 127, axis=1)[:, 127:128]
    bits = waves > middle
    weak = np.argpartition(np.abs(waves - middle), WEAK, axis=1)[:, :WEAK]
    return np.concatenate(
        [
            _changed(bits[some], weak[some], draw)
            for some in _parted(np.repeat(np.arange(len(sizes)), sizes))
        ]
    )


def _waves(count: int, draw: np.random.Generator) -> NDArray[np.float32]:
    """Waves of pictures with some boxes of different light."""
    order = np.arange(1, SIDE + 1, dtype=np.float32)

    def one_side() -> NDArray[np.float32]:
        ends = np.sort(draw.random((count, SHAPES, 2), np.float32) * np.pi, axis=2)
        ends = ends[..., None] * order
        return (np.sin(ends[:, :, 1]) - np.sin(ends[:, :, 0])) / order

    light = draw.standard_normal((count, SHAPES, 1), np.float32)
    waves = np.matmul((one_side() * light).swapaxes(1, 2), one_side())
    grain = draw.standard_normal(waves.shape, np.float32) * np.float32(0.003)
    return (waves + grain).reshape(count, SIDE * SIDE)


def _parted(items: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def _changed(
    bits: NDArray[np.bool_], weak: NDArray[np.int64], draw: np.random.Generator
) -> Words:
    often = draw.random((len(bits), 1), np.float32) * 0.5
    flips = draw.random((len(bits), WEAK), np.float32) < often
    changed = np.zeros_like(bits)
    np.put_along_axis(changed, weak, flips, axis=1)
    packed = np.packbits(bits ^ changed, axis=1)
    return packed.view(">u8").astype(np.uint64)
