"""The frames of a film, one a second, hashed as pictures are."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import numpy as np

from marsad.errors import Unreadable
from marsad.matching.films.frames import MOST_FRAMES, Frame
from marsad.matching.pictures.hashing import DECODED, MOST_PIXELS, Light, hash_light

try:
    import av
except ImportError:  # pragma: no cover (who matches no films installs no such extra)
    IS_INSTALLED = False
else:
    IS_INSTALLED = True

_WAY_OUT: Final = "open it in a player and save it anew as MP4"


def hash_film(raw: bytes, *, seconds: float = 1.0) -> tuple[Frame, ...]:
    """Hash a film's frames, one in so many seconds; raises Unreadable for what is none."""
    if not IS_INSTALLED:
        problem = "cannot be read: PyAV is not installed"
        raise Unreadable("film", problem, "install the extra video: marsad[video]")
    try:
        # Reads the bytes alone: a list of parts that names addresses opens none.
        with av.open(BytesIO(raw), options={"protocol_whitelist": ""}) as film:
            frames = tuple(_hashed(film, seconds))
    except (av.FFmpegError, ValueError, IndexError, OverflowError):
        raise Unreadable(
            "film", "is damaged or of no kind that is known", _WAY_OUT
        ) from None
    if not frames:
        raise Unreadable("film", "has no pictures in it", _WAY_OUT)
    return frames


def _hashed(film: Any, seconds: float) -> Iterator[Frame]:
    if not film.streams.video:
        return
    stream = film.streams.video[0]
    stream.thread_type = "AUTO"
    following, counted = 0.0, 0
    for frame in film.decode(stream):
        shown = float(frame.time) if frame.time is not None else following
        if shown < following - 1e-6:
            continue
        yield _frame(frame, max(shown, 0.0))
        following, counted = shown + seconds, counted + 1
        if counted >= MOST_FRAMES:
            return


def _frame(frame: Any, shown: float) -> Frame:
    if frame.width * frame.height > MOST_PIXELS:
        problem = f"has frames of more than {MOST_PIXELS} pixels"
        raise Unreadable("film", problem, "make it smaller")
    times = max(1, min(frame.width, frame.height) // DECODED)
    grey = frame.reformat(
        frame.width // times, frame.height // times, format="gray", interpolation="AREA"
    )
    pixels = np.ascontiguousarray(grey.to_ndarray(), np.float32)
    hashed = hash_light(Light(pixels, frame.height, frame.width))
    return Frame(hashed.hash, hashed.quality, round(shown, 3))
