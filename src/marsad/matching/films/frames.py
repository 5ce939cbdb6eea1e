"""Frames of a film as vPDQ writes them: hash, quality, and the second they stand at.

The one form is a JSON list of `hash,quality,seconds`. The lines that the vPDQ program
writes (`frame,quality,hash,seconds`) are read as well.
"""

import json
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from marsad.errors import Unreadable
from marsad.matching.pictures.hashing import LOWEST_QUALITY

MOST_FRAMES: Final = 1 << 16
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_WAY_OUT: Final = 'write a JSON list of "hash,quality,seconds", one for each frame'
_COMPACT: Final = 3
_OF_THE_PROGRAM: Final = 4


class Frame(NamedTuple):
    """One frame of a film: how it looks, how much there is in it, and when it is shown."""

    hash: str
    quality: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.hash},{self.quality},{self.seconds:.3f}"


def frames_of(written: str) -> tuple[Frame, ...]:
    """Read the frames of a film; raises Unreadable where they are none."""
    try:
        rows = json.loads(written) if written.lstrip()[:1] in "[{" else written.split()
    except ValueError:
        raise _no_film("is no JSON") from None
    if not isinstance(rows, list) or not rows:
        raise _no_film("lists no frames")
    if len(rows) > MOST_FRAMES:
        raise Unreadable(
            "frames of a film", f"are more than {MOST_FRAMES}", "bank it in parts"
        )
    frames = [_frame(row, place) for place, row in enumerate(rows, start=1)]
    return tuple(sorted(frames, key=lambda frame: (frame.seconds, frame.hash)))


def written(frames: Iterable[Frame]) -> str:
    """Frames in their one form."""
    return json.dumps(list(map(str, frames)), separators=(",", ":"))


def telling(frames: Iterable[Frame]) -> tuple[str, ...]:
    """The hashes that tell a film, each once: a still scene counts as one frame."""
    return tuple(
        dict.fromkeys(one.hash for one in frames if one.quality >= LOWEST_QUALITY)
    )


def _frame(row: object, place: int) -> Frame:
    parts = row.strip().split(",") if isinstance(row, str) else []
    if len(parts) == _OF_THE_PROGRAM:
        parts = [parts[2], parts[1], parts[3]]
    if len(parts) != _COMPACT or not _HASH.fullmatch(parts[0].strip().lower()):
        raise _no_film(f"frame {place} is no hash, quality and seconds")
    try:
        quality, seconds = int(parts[1]), float(parts[2])
    except ValueError:
        raise _no_film(f"frame {place} has no numbers after its hash") from None
    if not 0 <= quality <= 100 or not 0 <= seconds < 1e7:
        raise _no_film(f"frame {place} has a quality or second that cannot be")
    return Frame(parts[0].strip().lower(), quality, round(seconds, 3))


def _no_film(problem: str) -> Unreadable:
    return Unreadable("frames of a film", problem, _WAY_OUT)
