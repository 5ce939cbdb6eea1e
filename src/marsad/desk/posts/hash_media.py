"""What kept pictures and films look like: hashed once, by the worker that compares them.

A picture is hashed as it came, in its eight turns, and without what stands around it; that
takes some ten milliseconds, which who brings posts in need not wait for.
"""

from collections.abc import Iterable

from marsad.desk.originals import media as kept
from marsad.desk.posts.models import Medium
from marsad.errors import Unreadable
from marsad.matching.films.frames import telling, written
from marsad.matching.films.hashing import hash_film
from marsad.matching.pictures.variants import variants_of


def hash_kept(media: Iterable[Medium]) -> int:
    """Hash what is kept and was not hashed; what cannot be read is known by its bytes alone."""
    hashed = [one for one in media if _is_waiting(one) and _is_hashed(one)]
    Medium.objects.bulk_update(hashed, ["pdq", "frames"], batch_size=200)
    return len(hashed)


def _is_waiting(medium: Medium) -> bool:
    if not medium.is_kept:
        return False
    if medium.kind == "film":
        return not medium.frames
    # A hash that came with the export is one way of seeing it, and not its turns.
    return medium.kind == "picture" and len(medium.pdq) <= 1


def _is_hashed(medium: Medium) -> bool:
    """Whether the bytes of a medium could be read; its row then holds the hashes."""
    try:
        raw = kept.open(medium.sha256)
        if medium.kind == "film":
            frames = hash_film(raw)
            medium.frames = written(frames) if telling(frames) else ""
        else:
            ways = variants_of(raw)
            medium.pdq = [{"turn": one.name, "hash": one.hash} for one in ways]
    except Unreadable:
        return False
    return True
