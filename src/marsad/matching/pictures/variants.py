"""The hashes by which a picture is looked for: turned, without its frame, uncropped.

A frame, a letterbox or the page around a picture moves its hash further than two different
pictures are apart. So what stands around is found by rows and columns of one shade, and
left out; the picture as it came is asked for first.
"""

from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.matching.pictures.hashing import (
    Light,
    hash_light,
    hash_of_block,
    light_of,
)
from marsad.matching.pictures.turns import TURNS

TRIMMED: Final = "trimmed"
INSET: Final = "inset"
MIDDLE: Final = "middle"
WIDENED: Final = "widened"
# What is found by these alone is a guess, and no more than a look.
GUESSES: Final = frozenset((MIDDLE, WIDENED))
# Shades of grey within a row of one shade; what a JPEG adds at an edge is less.
_ONE_SHADE: Final = 14.0
# The share of a row that may differ all the same: a spot, a scratch, a scroll bar.
_SPOTS: Final = 0.02
_ENOUGH: Final = 200
_FEW: Final = 9
_CUTS: Final = 4
_SMALLEST_SHARE: Final = 0.08
_SMALLEST_SIDE: Final = 48
_MARGIN: Final = 0.06
# What a crop took away is drawn out from the edges: crops of 2 to 10 % a side come near.
_WIDER: Final = (0.03, 0.055, 0.08, 0.125)


class Variant(NamedTuple):
    """One way of seeing a picture that is met, and its hash."""

    name: str
    hash: str


class Frame(NamedTuple):
    """A rectangle of rows and columns of a decoded picture, the ends exclusive."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def area(self) -> int:
        """How many pixels it has."""
        return (self.bottom - self.top) * (self.right - self.left)


def variants_of(raw: bytes) -> tuple[Variant, ...]:
    """All hashes to look for a picture by; none where there is too little in it."""
    return variants(light_of(raw))


def variants(light: Light) -> tuple[Variant, ...]:
    """All hashes to look for a decoded picture by: its eight turns, then its insides."""
    found: list[Variant] = []
    whole = hash_light(light)
    if whole.is_telling:
        found += map(Variant, TURNS, _eight(light, whole.block))
    ways = [(name, cut(light, frame)) for name, frame in insides(light.pixels)]
    ways += [(WIDENED, widened(light, share)) for share in _WIDER]
    for name, seen in ways:
        hashed = hash_light(seen)
        if hashed.is_telling:
            found.append(Variant(name, hashed.hash))
    return tuple(found)


def _eight(light: Light, upright: NDArray[np.float32]) -> tuple[str, ...]:
    """The hashes of the eight turns, in their order.

    PDQ's filter leans to one side, so a mirrored picture is filtered anew: turning the
    waves alone would cost up to 24 bits of the 31.
    """
    upside_down, mirrored, half = (
        hash_light(replace(light, pixels=np.ascontiguousarray(pixels))).block
        for pixels in (
            light.pixels[::-1],
            light.pixels[:, ::-1],
            light.pixels[::-1, ::-1],
        )
    )
    waves = (upright, mirrored.T, half, upside_down.T, upside_down, mirrored)
    return tuple(map(hash_of_block, (*waves, upright.T, half.T)))


def insides(pixels: NDArray[np.float32]) -> list[tuple[str, Frame]]:
    """What may be the picture within what was met, each rectangle once."""
    height, width = pixels.shape
    whole = Frame(0, height, 0, width)
    down, across = int(height * _MARGIN), int(width * _MARGIN)
    ways = (
        (TRIMMED, trimmed(pixels)),
        (INSET, inset(pixels)),
        (MIDDLE, Frame(down, height - down, across, width - across)),
    )
    kept: dict[Frame, str] = {}
    for name, frame in ways:
        if frame != whole and _is_large_enough(frame, whole):
            kept.setdefault(frame, name)
    return [(name, frame) for frame, name in kept.items()]


def trimmed(pixels: NDArray[np.float32]) -> Frame:
    """The picture without the rows and columns of one shade that stand around it."""
    height, width = pixels.shape
    frame = Frame(0, height, 0, width)
    shade = _shade_around(pixels)
    for _ in range(2 if shade is not None else 0):
        inside = pixels[frame.top : frame.bottom, frame.left : frame.right]
        top, bottom = _ends(~_are_of(inside, shade))
        left, right = _ends(~_are_of(inside[top:bottom].T, shade))
        frame = Frame(
            frame.top + top, frame.top + bottom, frame.left + left, frame.left + right
        )
    return frame


def inset(pixels: NDArray[np.float32]) -> Frame:
    """The largest block between rows and columns of the page's shade: what it shows."""
    height, width = pixels.shape
    frame = Frame(0, height, 0, width)
    shade = _shade_of_page(pixels)
    for _ in range(_CUTS if shade is not None else 0):
        inside = pixels[frame.top : frame.bottom, frame.left : frame.right]
        top, bottom = _longest(~_are_of(inside, shade))
        left, right = _longest(~_are_of(inside[top:bottom].T, shade))
        smaller = Frame(
            frame.top + top, frame.top + bottom, frame.left + left, frame.left + right
        )
        if smaller == frame or not smaller.area:
            break
        frame = smaller
    return frame


def widened(light: Light, share: float) -> Light:
    """The picture with its edges drawn out: what it may have been before it was cropped."""
    height, width = light.pixels.shape
    down, across = round(height * share), round(width * share)
    pixels = np.pad(light.pixels, ((down, down), (across, across)), mode="edge")
    return Light(
        pixels,
        round(light.height * (1 + 2 * down / height)),
        round(light.width * (1 + 2 * across / width)),
    )


def cut(light: Light, frame: Frame) -> Light:
    """A part of a picture as a picture of its own."""
    height, width = light.pixels.shape
    pixels = light.pixels[frame.top : frame.bottom, frame.left : frame.right]
    return Light(
        np.ascontiguousarray(pixels),
        round((frame.bottom - frame.top) * light.height / height),
        round((frame.right - frame.left) * light.width / width),
    )


def _rows(
    pixels: NDArray[np.float32],
) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """Which rows are of one shade, a few spots aside, and the shade of each."""
    # Every second or third pixel tells as much, and a few of them the shade.
    pixels = pixels[:, :: max(1, pixels.shape[1] // _ENOUGH)]
    width = pixels.shape[1]
    few = np.sort(pixels[:, np.linspace(0, width - 1, _FEW).astype(int)], axis=1)
    shades = few[:, _FEW // 2]
    others = np.abs(pixels - shades[:, None]) > _ONE_SHADE / 2
    are_plain: NDArray[np.bool_] = others.sum(axis=1) <= width * _SPOTS
    return are_plain, shades


def _are_of(pixels: NDArray[np.float32], shade: float | None) -> NDArray[np.bool_]:
    if shade is None or not pixels.size:
        return np.zeros(len(pixels), np.bool_)
    are_plain, shades = _rows(pixels)
    are_near: NDArray[np.bool_] = np.abs(shades - shade) < _ONE_SHADE
    return are_plain & are_near


def _ends(busy: NDArray[np.bool_]) -> tuple[int, int]:
    """From the first row that is not plain to the last."""
    at = np.flatnonzero(busy)
    return (int(at[0]), int(at[-1]) + 1) if len(at) else (0, 0)


def _shade_around(pixels: NDArray[np.float32]) -> float | None:
    """The shade of the first of the four edges that is of one shade."""
    for edge in (pixels[:1], pixels[-1:], pixels[:, :1].T, pixels[:, -1:].T):
        are_plain, shades = _rows(edge)
        if are_plain[0]:
            return float(shades[0])
    return None


def _shade_of_page(pixels: NDArray[np.float32]) -> float | None:
    """The shade that most of the plain rows have."""
    are_plain, shades = _rows(pixels)
    if not are_plain.any():
        return None
    steps = (shades[are_plain] // _ONE_SHADE).astype(np.int64)
    commonest = np.bincount(steps).argmax()
    return float(np.median(shades[are_plain][steps == commonest]))


def _longest(busy: NDArray[np.bool_]) -> tuple[int, int]:
    """The longest stretch without a plain row."""
    changes = np.flatnonzero(np.diff(np.concatenate(([False], busy, [False]))))
    starts, ends = changes[::2], changes[1::2]
    if not len(starts):
        return 0, 0
    longest = int((ends - starts).argmax())
    return int(starts[longest]), int(ends[longest])


def _is_large_enough(frame: Frame, whole: Frame) -> bool:
    sides = frame.bottom - frame.top, frame.right - frame.left
    return min(sides) >= _SMALLEST_SIDE and frame.area >= _SMALLEST_SHARE * whole.area
