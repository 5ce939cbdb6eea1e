"""Pictures and films that came along with posts: kept under their hash, or known by it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from marsad.collecting.posts.public import PostMedia
from marsad.desk.originals import media
from marsad.desk.posts.models import Medium, Post
from marsad.matching.pictures.turns import TURNS


@dataclass(frozen=True, slots=True)
class Brought:
    """Bytes that came along and are kept by now: their hashes."""

    sha256: str
    md5: str


def keep(raw: bytes) -> Brought:
    """Keep the bytes of a picture or film, and say their hashes."""
    md5 = hashlib.md5(raw, usedforsecurity=False).hexdigest()
    return Brought(media.keep(raw), md5)


def medium_of(post: Post, one: PostMedia, brought: Mapping[str, Brought]) -> Medium:
    """The row of a picture or film; its bytes are kept where they came along."""
    came = brought.get(one.path) if one.path else None
    return Medium(
        post=post,
        kind=one.kind.value,
        content_type=one.content_type[:80],
        sha256=came.sha256 if came else one.sha256,
        md5=came.md5 if came else "",
        pdq=[{"turn": TURNS[0], "hash": one.pdq}] if one.pdq else [],
        is_kept=came is not None,
    )
