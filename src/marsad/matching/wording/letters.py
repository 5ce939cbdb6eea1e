"""Which letter every character stands for, when disguise and spelling are put aside.

A form is a set of tables by code point. In the *plain* form a letter stands for itself
after folding. In the *skeleton* form Arabic letters that differ only by their dots are
one, as where a post is written without dots; letters that look like Latin ones are those.
"""

import unicodedata
from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.text.normalise import fold

# Beyond lie rare ideographs and tags: no letters here.
LIMIT: Final = 0x20000
DROPPED: Final = 0
ATTACHED: Final = 254
EXPANDED: Final = 255

# One skeleton each. The first letter of a group names it; those without dots, and those
# of Persian, Urdu and Kurdish that are borrowed for their look, stand with them.
ARABIC: Final = (
    "ا",
    "بتثنيپٹٺټڀٻںٮےۓېڻڼۍێے",
    "جحخچڃڄڇ",
    "دذڈڊڌڎڏډ",
    "رزژڑړڕږڙ",
    "سشښۺڛڜ",
    "صضڝڞۻ",
    "طظڟ",
    "عغڠۼ",
    "فقڡٯڤڢڧڨ",
    "كکگڪڭڬڮڰڳ",
    "لڵڶڷ",
    "م",
    "هھہەۀۃۂ",
    "وۆۇۈۋۏۊۉ",
)
LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
DIGITS: Final = "0123456789"
_LOOKALIKES: Final = str.maketrans(
    "авекмнорстухіјѕԁһԛԝαβειΙκνορτυχγ",
    "abekmhopctyxijsdhqwabeiikvoptuxy",
)
# Digits that stand for letters where they touch Latin ones: h3llo.
_LEET: Final = dict(zip("013457", "oieast", strict=True))
_FIRST_OTHER: Final = 1 + len("".join(ARABIC)) + len(LATIN) + len(DIGITS)
_OTHERS: Final = 240 - _FIRST_OTHER


class Form(NamedTuple):
    """Tables: by code point the kind of letter, by kind the letter it counts as."""

    kind: NDArray[np.uint8]
    letter: NDArray[np.uint8]
    leet: NDArray[np.uint8]
    expansion: NDArray[np.int32]
    expanded: NDArray[np.uint8]


@cache
def kinds() -> dict[str, int]:
    """The kind of each letter that is known by name, from 1 on."""
    known = dict.fromkeys("".join(ARABIC) + LATIN + DIGITS)
    return {letter: kind for kind, letter in enumerate(known, 1)}


def is_arabic_kind(kind: int) -> bool:
    """Say whether a kind is that of an Arabic letter."""
    return 0 < kind < kinds()["a"]


@cache
def plain() -> Form:
    """Letters as they stand after folding."""
    letter = np.arange(256, dtype=np.uint8)
    return Form(_by_code(), letter, letter.copy(), *_expansions())


@cache
def skeleton() -> Form:
    """Letters without their dots; 15 for Arabic, 26 for Latin, ten digits, others."""
    form = plain()
    letter, leet = np.zeros(256, np.uint8), np.zeros(256, np.uint8)
    for number, group in enumerate(ARABIC, 1):
        letter[[kinds()[one] for one in group]] = number
    for number, one in enumerate(LATIN + DIGITS, len(ARABIC) + 1):
        letter[kinds()[one]] = number
    first = len(ARABIC) + len(LATIN) + len(DIGITS) + 1
    # A gram packs nine letters of seven bits.
    letter[_FIRST_OTHER:240] = first + np.arange(_OTHERS) % (127 - first)
    leet[:] = letter
    for digit, one in _LEET.items():
        leet[kinds()[digit]] = letter[kinds()[one]]
    return form._replace(letter=letter, leet=leet)


@cache
def _pieces() -> dict[int, tuple[int, ...]]:
    """The kinds that a code point stands for, where it is a letter or a digit."""
    found = {}
    for code in (*range(0x3400), *range(0xA000, 0xAC00), *range(0xF900, LIMIT)):
        character = chr(code)
        if unicodedata.category(character)[0] in "LNS":
            folded = fold(unicodedata.normalize("NFKD", character)).lower()
            pieces = tuple(filter(None, map(_kind, folded.translate(_LOOKALIKES))))
            if pieces:
                found[code] = pieces
    return found


def _kind(letter: str) -> int:
    known = kinds().get(letter)
    if known:
        return known
    is_letter = unicodedata.category(letter)[0] == "L" and letter != "ء"
    return _FIRST_OTHER + ord(letter) % _OTHERS if is_letter else DROPPED


@cache
def _by_code() -> NDArray[np.uint8]:
    kind = np.zeros(LIMIT, np.uint8)
    # Ideographs and syllables of Hangul, which nothing folds.
    for first, end in ((0x3400, 0xA000), (0xAC00, 0xD7A4)):
        kind[first:end] = _FIRST_OTHER + np.arange(first, end) % _OTHERS
    for code, pieces in _pieces().items():
        kind[code] = pieces[0] if len(pieces) == 1 else EXPANDED
    for code in (
        0x640,
        *range(0x300, 0x370),
        *range(0x610, 0x61B),
        *range(0x64B, 0x660),
    ):
        kind[code] = ATTACHED
    kind[[0x670, 0x621, *range(0x6D6, 0x6DD), *range(0x6DF, 0x6E9)]] = ATTACHED
    return kind


@cache
def _expansions() -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
    place, written = np.zeros(LIMIT, np.int32), [0]
    for code, pieces in _pieces().items():
        if len(pieces) > 1:
            place[code] = len(written)
            written += [len(pieces), *pieces]
    return place, np.array(written, np.uint8)
