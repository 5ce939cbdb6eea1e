"""The PDQ hash of a picture and how much there is in it to tell it by.

1. Decode at a small size, turned as its camera says, on white where it is transparent.
2. Take its light, filter it to 64 by 64 points as if at full size, and sum its slopes.
3. Take the 16 slowest waves of each side; a bit says whether a wave is above the median.

After "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm" (2019).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from marsad.errors import Unreadable
from marsad.matching.pictures.tents import FREQUENCIES, cosines, points_of, tent

# Decoded no smaller than this on either side, and not much larger.
DECODED: Final = 256
# A picture that fills more memory than this is made to fill memory.
MOST_PIXELS: Final = 80_000_000
LONGEST_SIDE: Final = 30_000
# PDQ advises to trust no hash of a picture with less in it.
LOWEST_QUALITY: Final = 50
_SMALLEST: Final = 5
_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "MPO", "AVIF", "PPM")
_TURNED_BY: Final = 5  # orientations from here on exchange height and width
_ENDS: Final = 127
_STEEP: Final = 100 / 255
_SLOPES_A_POINT: Final = 90
_SHADES_OF_16_BITS: Final = 256.0


@dataclass(frozen=True, slots=True)
class Light:
    """The light of a picture as it was decoded, and the size it has in full."""

    pixels: NDArray[np.float32]
    height: int
    width: int


@dataclass(frozen=True, slots=True, eq=False)
class Hashed:
    """A PDQ hash, how much there is to tell the picture by, and what it was made from."""

    hash: str
    quality: int
    geometry: str
    block: NDArray[np.float32]

    @property
    def is_telling(self) -> bool:
        """Whether there is enough in the picture; an empty one resembles every other."""
        return self.quality >= LOWEST_QUALITY


def hash_picture(raw: bytes) -> Hashed:
    """The hash of a picture; raises Unreadable where the bytes are none."""
    return hash_light(light_of(raw))


def hash_light(light: Light) -> Hashed:
    """The hash of a picture that is decoded."""
    height, width = light.pixels.shape
    geometry = f"{light.width}x{light.height} from {width}x{height}"
    if min(light.height, light.width) < _SMALLEST:
        empty = np.zeros((FREQUENCIES, FREQUENCIES), np.float32)
        return Hashed("0" * 64, 0, geometry, empty)
    down, across = tent(light.height, height), tent(light.width, width)
    points = points_of(light.pixels, down, across)
    block = np.asarray(cosines() @ points @ cosines().T, np.float32)
    return Hashed(hash_of_block(block), _quality(points), geometry, block)


def hash_of_block(block: NDArray[np.float32]) -> str:
    """The 256 bits of 16 by 16 waves as PDQ writes them: the last wave first."""
    waves = block.ravel()
    median = np.partition(waves, _ENDS)[_ENDS]
    return np.packbits((waves > median)[::-1]).tobytes().hex()


def light_of(raw: bytes) -> Light:
    """Decode a picture at a small size; raises Unreadable for what cannot be decoded."""
    with _refusals(), Image.open(BytesIO(raw), formats=_formats()) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
            raise Unreadable(
                "picture",
                f"has {width} by {height} pixels, more than {MOST_PIXELS}",
                "make it smaller",
            )
        grey = _grey(picture)
        turn = picture.getexif().get(ExifTags.Base.Orientation, 1)
        grey = ImageOps.exif_transpose(grey) if turn != 1 else grey
    if isinstance(turn, int) and turn >= _TURNED_BY and grey.size != picture.size:
        width, height = height, width
    return Light(np.asarray(grey, np.float32), height, width)


def _grey(picture: Image.Image) -> Image.Image:
    if picture.format in ("JPEG", "MPO"):
        # The decoder itself leaves out detail, and colour, that is not needed.
        picture.draft("L", (DECODED, DECODED))
    exif = picture.getexif()
    if picture.mode.startswith("I"):
        shades = np.asarray(picture, np.float32) / _SHADES_OF_16_BITS
        picture = Image.fromarray(np.clip(shades, 0, 255).astype(np.uint8))
    if picture.has_transparency_data:
        coloured = picture.convert("RGBA")
        white = Image.new("RGBA", coloured.size, "white")
        picture = Image.alpha_composite(white, coloured)
    times = min(picture.size) // DECODED
    grey = picture if picture.mode == "L" else picture.convert("L")
    smaller = grey.reduce(times) if times > 1 else grey.copy()
    smaller.info["exif"] = exif.tobytes()
    return smaller


@cache
def _formats() -> tuple[str, ...]:
    """Those of the formats that this Pillow reads; none of them runs a program."""
    Image.init()
    return tuple(name for name in _FORMATS if name in Image.OPEN)


@contextmanager
def _refusals() -> Iterator[None]:
    """Whatever bytes do to a decoder, the answer is one sentence."""
    way_out = "open it in a viewer and save it anew"
    try:
        yield
    except UnidentifiedImageError:
        raise Unreadable("picture", "is of no kind that is known", way_out) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        problem = f"has more than {MOST_PIXELS} pixels"
        raise Unreadable("picture", problem, "make it smaller") from None
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        IndexError,
        KeyError,
        TypeError,
    ):
        raise Unreadable("picture", "is damaged", way_out) from None


def _quality(points: NDArray[np.float32]) -> int:
    """Slopes between neighbours, each rounded down, so that noise counts nothing."""
    slopes = sum(
        int(np.abs(np.trunc(np.diff(points, axis=axis) * _STEEP)).sum())
        for axis in (0, 1)
    )
    return min(100, slopes // _SLOPES_A_POINT)
