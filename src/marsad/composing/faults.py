"""What can be wrong with a pack, and reading its records without trusting them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a pack that does not hold: where, and what is wrong with it."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}"


Record = Mapping[str, Any]


def read_record(folder: Path, name: str) -> Record:
    """A JSON object of the pack; raises Unreadable where it is none."""
    try:
        record = json.loads(
            (folder / name).read_bytes().decode("utf-8", "surrogatepass")
        )
    except (OSError, ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise Unreadable(
            name, "is missing or is no JSON object", "draft the pack again"
        )
    return record


def records(record: Record, key: str) -> list[Record]:
    """The objects in a list of a record; whatever else stands there is left out."""
    listed = record.get(key)
    found: Iterable[Any] = listed if isinstance(listed, list) else ()
    return [one for one in found if isinstance(one, dict)]


def excerpt(text: object) -> str:
    """The beginning of some words, for a message."""
    words = str(text)
    return repr(words if len(words) <= 60 else f"{words[:57]}…")


def difference(found: str, expected: str) -> str:
    """Where two texts begin to differ, for a message."""
    pairs = zip(found, expected, strict=False)
    shared = next((i for i, (one, other) in enumerate(pairs) if one != other), None)
    at = min(len(found), len(expected)) if shared is None else shared
    start = max(0, at - 20)
    return (
        f"{found[start : at + 20]!r} where the record has {expected[start : at + 20]!r}"
    )
