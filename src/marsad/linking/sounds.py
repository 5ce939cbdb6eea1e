"""How a Latin name sounds, so that its usual spellings come out alike."""

import re
from functools import lru_cache
from typing import Final

from marsad.text.normalise import fold

_PART: Final = re.compile(r"[^\W\d_]+")
# Articles and particles that one newsroom writes and another leaves out.
_PARTICLES: Final = frozenset(
    "al el an ad ash as at ar az bin ibn bint ben abu de du des la le van von der den".split()
)
# Letters that transliterations of one sound use in turn, the longer first.
_SOUNDS: Final = tuple(
    (re.compile(written), sound)
    for written, sound in (
        ("tsch|tch", "c"),
        ("sch|sh|ch", "s"),
        ("kh", "k"),
        ("gh|dj|j", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("ck|q|c(?=[^eiy]|$)", "k"),
        ("w|v", "w"),
        ("z", "s"),
        ("c", "s"),
    )
)
_VOWELS: Final = re.compile(r"(?<!^)[aeiouyh]")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name without articles and particles, folded."""
    parts = tuple(_PART.findall(fold(name)))
    kept = tuple(part for part in parts if part not in _PARTICLES)
    return kept or parts


@lru_cache(maxsize=65536)
def sound_of(part: str) -> str:
    """The consonants of a part of a name, by their sound."""
    for written, sound in _SOUNDS:
        part = written.sub(sound, part)
    # A first vowel is kept as one sign: Allen and Ellen differ from Len, not here.
    part = _DOUBLED.sub(r"\1", re.sub(r"^[aeiouy]+", "a", part))
    return _VOWELS.sub("", part)
