"""The original bytes of an input, their hash, and when they were taken from where."""

import hashlib
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from marsad.collecting.limits import MEBIBYTE, NORMAL, Limits
from marsad.errors import Unreadable

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Capture:
    """Which bytes were taken, from where and when: the first link of custody."""

    path: str
    sha256: str
    size: int
    taken_at: datetime


def take(path: Path, limits: Limits = NORMAL) -> tuple[bytes, Capture]:
    """Read an input whole, once, and write down what was read."""
    if path == STANDARD_INPUT:
        raw = read_bytes(sys.stdin.buffer, "standard input", limits)
    else:
        raw = _read_file(path, limits)
    capture = Capture(
        path=str(path),
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        taken_at=datetime.now(UTC),
    )
    return raw, capture


def _read_file(path: Path, limits: Limits) -> bytes:
    try:
        with path.open("rb") as file:
            return read_bytes(file, str(path), limits)
    except FileNotFoundError:
        raise Unreadable(str(path), "no such file", "check the path") from None
    except PermissionError:
        problem, way_out = "may not be read by you", "ask its owner for the right"
        raise Unreadable(str(path), problem, way_out) from None
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise Unreadable(str(path), problem, "copy it to another place") from None


def read_bytes(file: BinaryIO, name: str, limits: Limits) -> bytes:
    """Read no more than is allowed, and not nothing."""
    # One byte more than allowed is asked for: a size on disk may lie, a pipe has none.
    raw = file.read(limits.file_bytes + 1)
    if len(raw) > limits.file_bytes:
        most = limits.file_bytes / MEBIBYTE
        problem = f"is larger than {most:g} MB"
        raise Unreadable(name, problem, "split it, or give its rows as .jsonl")
    if not raw.strip():
        raise Unreadable(name, "is empty", "fetch or export it again")
    return raw
