"""What sealed evidence is made of: records, files, and who had them in hand."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

# How each capture is known by its first bytes, and what its name ends in.
_SIGNS: Final = (
    (b"\x89PNG\r\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"%PDF-", ".pdf"),
    (b"WARC/1.", ".warc"),
    (b"\x1f\x8b", ".warc.gz"),
    (b"PK\x03\x04", ".wacz"),
)


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that was written down: of which sort, and what it says."""

    kind: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Attached:
    """The bytes of a picture, a film or a captured page, and what they are called."""

    name: str
    raw: bytes

    @property
    def is_archive(self) -> bool:
        """Whether it is a web archive, which has a place of its own."""
        return self.name.endswith((".warc", ".warc.gz"))

    @property
    def path(self) -> str:
        """Where it stands in the bundle; WACZ keeps web archives in archive/."""
        return f"{'archive' if self.is_archive else 'files'}/{self.name}"


@dataclass(frozen=True, slots=True)
class Handover:
    """A line of custody: who had the evidence, when, what they did, and what for."""

    at: datetime
    by: str
    what: str
    because: str = ""


def named_by_hash(raw: bytes) -> Attached:
    """Bytes under their hash, with the ending that their first signs ask for."""
    ending = next((end for sign, end in _SIGNS if raw.startswith(sign)), ".bin")
    return Attached(f"{sha256(raw).hexdigest()}{ending}", raw)


def moment(at: datetime) -> str:
    """A moment as every part of the bundle writes it: in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def line(values: Mapping[str, Any]) -> bytes:
    """One line of JSON, written the same way each time."""
    said = json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
    return said.encode("utf-8", "surrogatepass") + b"\n"


def chained(handovers: Iterable[Handover]) -> bytes:
    """Lines of custody, each with the hash of the line before it."""
    written, before = bytearray(), ""
    for one in handovers:
        values = {
            "at": moment(one.at),
            "by": one.by,
            "what": one.what,
            "because": one.because,
            "previous": before,
        }
        raw = line(values)
        before = sha256(raw).hexdigest()
        written += raw
    return bytes(written)


def is_chained(raw: bytes) -> bool:
    """Whether each line names the hash of the one before it."""
    before = ""
    for one in raw.splitlines(keepends=True):
        try:
            said = json.loads(one)
        except ValueError:
            return False
        if not isinstance(said, dict) or said.get("previous") != before:
            return False
        before = sha256(one).hexdigest()
    return True
