"""Pictures as pages show them: drawn anew, blurred and grey until somebody asked.

What came with a post never reaches a browser as it came: it is decoded here, within
limits, and drawn again as a plain JPEG. Of a film there are stills only.
"""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from marsad.desk.originals import media
from marsad.errors import Unreadable

CONTENT_TYPE: Final = "image/jpeg"
# Of a blurred picture this much is known: shapes, no faces and no words.
_BLURRED_SIDE: Final = 24
_SHOWN_SIDE: Final = 320
_CLEAR_SIDE: Final = 1280
_MOST_PIXELS: Final = 64_000_000
_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")
# A film's stills stand in one picture: so many, at even times.
_STILLS: Final = 4
_NOTHING_GREY: Final = 200


def blurred(sha256: str, kind: str) -> bytes:
    """A grey blur of a kept picture or film; a plain grey where nothing can be drawn."""
    try:
        picture = _opened(sha256, kind)
    except Unreadable:
        return _written(Image.new("L", (_SHOWN_SIDE, _SHOWN_SIDE), _NOTHING_GREY))
    small = ImageOps.contain(picture.convert("L"), (_BLURRED_SIDE, _BLURRED_SIDE))
    scale = _SHOWN_SIDE / max(small.size)
    size = tuple(max(1, round(side * scale)) for side in small.size)
    large = small.resize((size[0], size[1]), Image.Resampling.BICUBIC)
    return _written(large.filter(ImageFilter.GaussianBlur(8)))


def clear(sha256: str, kind: str) -> bytes:
    """A kept picture, or the stills of a film; raises Unreadable where none can be drawn."""
    picture = _opened(sha256, kind)
    return _written(_within(picture, _CLEAR_SIDE))


@functools.lru_cache(maxsize=8)
def _opened(sha256: str, kind: str) -> Image.Image:
    raw = media.open(sha256)
    with _refusals():
        return _sheet(raw) if kind == "film" else _picture(raw)


def _picture(raw: bytes) -> Image.Image:
    with Image.open(BytesIO(raw), formats=_FORMATS) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            raise Unreadable("picture", "is too large to be drawn", "see its hashes")
        picture.draft("RGB", (_CLEAR_SIDE, _CLEAR_SIDE))
        return ImageOps.exif_transpose(picture).convert("RGB")


def _sheet(raw: bytes) -> Image.Image:
    """Stills of a film side by side; they are all that is ever shown of it."""
    stills = [_within(one, _CLEAR_SIDE // 2) for one in _frames(raw)]
    if not stills:
        raise Unreadable("film", "has no picture", "see its hashes")
    width = max(one.width for one in stills)
    height = max(one.height for one in stills)
    rows = (len(stills) + 1) // 2
    sheet = Image.new("RGB", (width * min(2, len(stills)), height * rows))
    for at, one in enumerate(stills):
        sheet.paste(one, (at % 2 * width, at // 2 * height))
    return sheet


def _frames(raw: bytes) -> list[Image.Image]:
    try:
        # Who takes no films in need not install what decodes them.
        import av  # noqa: PLC0415
    except ImportError as error:
        raise Unreadable("film", "cannot be decoded here", "see its hashes") from error
    try:
        with av.open(BytesIO(raw), mode="r") as film:
            return list(_decoded(film))
    except (av.error.FFmpegError, IndexError) as error:
        raise Unreadable("film", "cannot be decoded", "see its hashes") from error


def _decoded(film: Any) -> Iterator[Image.Image]:
    """Pictures of a film at even times; one is left out where none can be decoded."""
    stream = film.streams.video[0]
    for at in range(_STILLS):
        film.seek((film.duration or 0) * at // _STILLS)
        frame = next(film.decode(stream), None)
        if frame is not None:
            yield Image.fromarray(frame.to_ndarray(format="rgb24"))


def _within(picture: Image.Image, side: int) -> Image.Image:
    """The picture made smaller where it is too large, and never larger."""
    made = picture.copy()
    made.thumbnail((side, side))
    return made


@contextmanager
def _refusals() -> Iterator[None]:
    # What Pillow raises for bytes that are damaged or made to do harm.
    try:
        yield
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        ValueError,
        SyntaxError,
    ) as error:
        raise Unreadable("picture", "cannot be drawn", "see its hashes") from error


def _written(picture: Image.Image) -> bytes:
    raw = BytesIO()
    picture.save(raw, "JPEG", quality=80)
    return raw.getvalue()
