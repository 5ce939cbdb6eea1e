"""The filter of PDQ: a picture of any size becomes 64 by 64 points.

PDQ blurs by four passes of a box, along rows and columns, and keeps 64 points a side. All
of that is linear and apart for rows and columns, so the points alone are reckoned, each
from the few pixels that it sees. A picture that was decoded smaller is filtered as if it had its full size: each of its
pixels stands for those it was made from.
"""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled

POINTS: Final = 64
FREQUENCIES: Final = 16
_NOTHING: Final = 1e-12

Floats = NDArray[np.float32]


class Tent(NamedTuple):
    """For each of the 64 points along a side: the first pixel it sees, and all weights."""

    starts: NDArray[np.int64]
    weights: Floats


@lru_cache(maxsize=512)
def tent(full: int, decoded: int) -> Tent:
    """What each of the 64 points sees of the decoded pixels along one side."""
    weights = _full_tent(full)
    if decoded != full:
        weights = _seen_smaller(weights, full, decoded)
    sees = weights > _NOTHING
    starts = sees.argmax(axis=1)
    widest = int((decoded - sees[:, ::-1].argmax(axis=1) - starts).max())
    starts = np.minimum(starts, decoded - widest)
    band = starts[:, None] + np.arange(widest)
    return Tent(starts, np.take_along_axis(weights, band, axis=1).astype(np.float32))


@lru_cache(maxsize=1)
def cosines() -> Floats:
    """The 16 slowest waves along 64 points, the constant left out."""
    waves, points = np.arange(1, FREQUENCIES + 1), np.arange(POINTS)
    angles = np.pi / 2 / POINTS * np.outer(waves, 2 * points + 1)
    return np.asarray(np.sqrt(2 / POINTS) * np.cos(angles), np.float32)


def points_of(pixels: Floats, down: Tent, across: Tent) -> Floats:
    """The 64 by 64 points of a picture."""
    return _points(pixels, down.starts, down.weights, across.starts, across.weights)


@compiled
def _points(
    pixels: Floats,
    down_starts: NDArray[np.int64],
    down: Floats,
    across_starts: NDArray[np.int64],
    across: Floats,
) -> Floats:
    points = np.zeros((POINTS, POINTS), np.float32)
    line = np.empty(pixels.shape[1], np.float32)
    for row in range(POINTS):
        line[:] = 0
        for step in range(down.shape[1]):
            line += down[row, step] * pixels[down_starts[row] + step]
        for column in range(POINTS):
            seen = line[across_starts[column] : across_starts[column] + across.shape[1]]
            points[row, column] = np.sum(across[column] * seen)
    return points


def _seen_smaller(
    weights: NDArray[np.float64], full: int, decoded: int
) -> NDArray[np.float64]:
    """The weights of decoded pixels, each of which stands for a stretch of full ones."""
    before = np.concatenate([np.zeros((POINTS, 1)), np.cumsum(weights, axis=1)], axis=1)
    edges = np.linspace(0, full, decoded + 1)
    at = np.minimum(edges.astype(np.int64), full - 1)
    part = edges - at
    return np.diff(before[:, at] * (1 - part) + before[:, at + 1] * part, axis=1)


def _full_tent(full: int) -> NDArray[np.float64]:
    """Two passes of a box, seen from the 64 points that are kept."""
    if full == POINTS:
        return np.eye(POINTS)
    window = (full + 2 * POINTS - 1) // (2 * POINTS)
    # An even window reaches one further to the right: PDQ's own choice.
    right = (window + 2) // 2 - 1
    left = window - 1 - right
    starts = np.maximum(np.arange(full) - left, 0)
    ends = np.minimum(np.arange(full) + right + 1, full)
    weights = np.zeros((POINTS, full))
    for point in range(POINTS):
        middle = int((point + 0.5) * full / POINTS)
        first, last = starts[middle], ends[middle]
        for at in range(first, last):
            share = 1 / ((last - first) * (ends[at] - starts[at]))
            weights[point, starts[at] : ends[at]] += share
    return weights
