"""The consonants of a text, alike whether Arabic stands in Arabic or in Latin letters.

Vowels go, and with them what habits write differently: hamza and ``2``, ʿayn and ``3``,
both ha and ``7``, ta-marbuta, the lam of the article. Twelve classes are left.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled
from marsad.matching.wording.letters import kinds
from marsad.matching.wording.streams import Streams, cut

# By class: Arabic letters, Latin letters and digits. "h" alone is silent, after another
# it makes one sound: DIGRAPHS.
CLASSES: Final = (
    ("ب", "bp"),
    ("تثطدضذظ", "td6"),
    ("ج", "j"),
    ("خ", "5x"),
    ("ر", "r"),
    ("زسص", "sz"),
    ("ش", ""),
    ("غ", "8"),
    ("ف", "fv"),
    ("قك", "kqc9"),
    ("م", "m"),
    ("ن", "n"),
)
_DIGRAPHS: Final = {"s": "ش", "c": "ش", "k": "خ", "g": "غ"}
# What is read of "g" alone: as in Cairo.
_ALONE: Final = {"g": "ج"}


@cache
def sound_tables() -> tuple[NDArray[np.uint8], NDArray[np.uint8], int]:
    """By kind of letter its class, its class before an h, and the kind of h."""
    alone, before = np.zeros(256, np.uint8), np.zeros(256, np.uint8)
    by_letter: dict[str, int] = {}
    for number, (arabic, latin) in enumerate(CLASSES, 1):
        by_letter |= dict.fromkeys(arabic + latin, number)
    by_letter |= {latin: by_letter[arabic] for latin, arabic in _ALONE.items()}
    for letter, number in by_letter.items():
        alone[kinds()[letter]] = number
    before[:] = alone
    for latin, arabic in _DIGRAPHS.items():
        before[kinds()[latin]] = by_letter[arabic]
    return alone, before, kinds()["h"]


def sounds_of(plain: Streams) -> Streams:
    """The consonants of streams of plain letters."""
    found = Streams(
        plain.letters.copy(),
        plain.kinds.copy(),
        plain.first.copy(),
        plain.last.copy(),
        plain.bounds.copy(),
    )
    count = _write_all(plain, *sound_tables(), found)
    return Streams(*cut(found, 0, count), found.bounds)


@compiled
def _write_all(
    plain: Streams,
    alone: NDArray[np.uint8],
    before: NDArray[np.uint8],
    aitch: int,
    found: Streams,
) -> int:
    count = 0
    for text in range(len(plain.bounds) - 1):
        start, end = plain.bounds[text], plain.bounds[text + 1]
        begin = count
        for at in range(start, end):
            is_before = at + 1 < end and plain.letters[at + 1] == aitch
            kind = plain.letters[at]
            sound = before[kind] if is_before else alone[kind]
            if sound == 0:
                continue
            if count > begin and found.letters[count - 1] == sound:
                found.last[count - 1] = plain.last[at]
                continue
            found.letters[count], found.kinds[count] = sound, plain.kinds[at]
            found.first[count], found.last[count] = plain.first[at], plain.last[at]
            count += 1
        found.bounds[text + 1] = count
    return count
