"""The hashes of a file that somebody brings: the file itself is kept nowhere."""

import hashlib
from typing import Final

from marsad.errors import Unreadable
from marsad.matching.pictures.hashing import hash_picture
from marsad.matching.signals import Kind

# What is larger is no picture, and is hashed better where it lies.
MOST_BYTES: Final = 64 * 1024 * 1024
_WAY_OUT: Final = "hash it where it lies, and bring the hashes"


def hashes_of(raw: bytes) -> dict[Kind, str]:
    """The hashes of a file's bytes, and of its look where it is a picture that tells."""
    if not raw:
        raise Unreadable("file", "is empty", "choose another")
    if len(raw) > MOST_BYTES:
        problem = f"has more than {MOST_BYTES // 1024 // 1024} MB"
        raise Unreadable("file", problem, _WAY_OUT)
    found = {
        Kind.SHA256: hashlib.sha256(raw).hexdigest(),
        Kind.MD5: hashlib.md5(raw, usedforsecurity=False).hexdigest(),
    }
    looks = look_of(raw)
    return found | ({Kind.PDQ: looks} if looks else {})


def look_of(raw: bytes) -> str:
    """The PDQ hash of a picture; nothing for what is none, or has nothing to tell it by."""
    try:
        hashed = hash_picture(raw)
    except Unreadable:
        return ""
    return hashed.hash if hashed.is_telling else ""
