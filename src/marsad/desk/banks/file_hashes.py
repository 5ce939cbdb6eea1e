"""The hashes of a file that somebody brings: the file itself is kept nowhere."""

import hashlib
from typing import Any, Final

from marsad.errors import Unreadable
from marsad.matching.films.frames import telling, written
from marsad.matching.films.hashing import hash_film
from marsad.matching.pictures.hashing import hash_picture
from marsad.matching.signals import Kind

# What is larger is no picture, and is hashed better where it lies.
MOST_BYTES: Final = 64 * 1024 * 1024
_WAY_OUT: Final = "hash it where it lies, and bring the hashes"


def read_whole(file: Any) -> bytes:
    """The bytes of a file that was sent, unless there are more than anybody should send."""
    if file.size > MOST_BYTES:
        raise _too_large(_WAY_OUT)
    return bytes(file.read())


def read_list_of(file: Any) -> bytes:
    """The bytes of a list that was sent; a larger one is brought in at the console."""
    if file.size > MOST_BYTES:
        raise _too_large("run marsad banks import")
    return bytes(file.read())


def _too_large(way_out: str) -> Unreadable:
    problem = f"has more than {MOST_BYTES // 1024 // 1024} MB"
    return Unreadable("file", problem, way_out)


def hashes_of(raw: bytes) -> dict[Kind, str]:
    """The hashes of a file's bytes, and of its look where it is a picture that tells."""
    if not raw:
        raise Unreadable("file", "is empty", "choose another")
    found = {
        Kind.SHA256: hashlib.sha256(raw).hexdigest(),
        Kind.MD5: hashlib.md5(raw, usedforsecurity=False).hexdigest(),
    }
    return found | _looks_of(raw)


def _looks_of(raw: bytes) -> dict[Kind, str]:
    """What a picture or film looks like; nothing where there is nothing to tell it by."""
    try:
        hashed = hash_picture(raw)
    except Unreadable:
        return _film_of(raw)
    return {Kind.PDQ: hashed.hash} if hashed.is_telling else {}


def _film_of(raw: bytes) -> dict[Kind, str]:
    try:
        frames = hash_film(raw)
    except Unreadable:
        return {}
    return {Kind.VPDQ: written(frames)} if telling(frames) else {}
