"""Plain words as pieces: numbers, addresses and words of the other direction stand alone.

What people type knows no pieces. Without them a minus or a percent sign jumps to the
other side of its number, and an address loses its last slash, wherever scripts mix.
"""

import re
from typing import Final

from marsad.composing.pieces import Piece, Pieces, direction

_LATIN: Final = r"A-Za-z\u00c0-\u024f"
_ARABIC: Final = r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_ADDRESS: Final = (
    r"(?P<address>(?:https?://|www\.)[^\s<>«»“”\"،؛]*[^\s<>«»“”\"،؛.,;:!?)\]])"
)
_TAG: Final = r"(?P<tag>(?<![\w])[#@][\w]+)"
# Digits that people group, point and join: -70.5%, 1,250,000, 14:00, 2026-11-22, 10–12.
# Numbers in Arabic-Indic digits find their place in Arabic by themselves.
_NUMBER: Final = (
    r"(?P<number>(?<![\w.])[-−+±]?[$€£]?[0-9]+(?:[.,:/\u00a0\u202f–-]?[0-9]+)*"
    r"(?:[ \u00a0\u202f]?[%‰€]|[$£])?(?![A-Za-z]))"
)
# A run of Latin words goes through initials, hyphens, numbers and one blank: Lt. Col. R. 2.
_LATIN_WORD: Final = rf"[{_LATIN}](?:[\w'’&+-]*[{_LATIN}0-9])?"
_LATIN_RUN: Final = (
    rf"(?P<latin>{_LATIN_WORD}"
    rf"(?:(?:\.? |\.|, |[/&'’-]| & | – )(?:{_LATIN_WORD}|[0-9]+(?:[.,][0-9]+)*(?![0-9%.,]*%)))*)"
)
_ARABIC_RUN: Final = (
    rf"(?P<arabic>[{_ARABIC}]+(?:[ \u00a0«»:،/-]+[{_ARABIC}0-9]*[{_ARABIC}])*)"
)
_IN: Final = {
    "rtl": re.compile(f"{_ADDRESS}|{_TAG}|{_LATIN_RUN}|{_NUMBER}"),
    "ltr": re.compile(f"{_ADDRESS}|{_ARABIC_RUN}|{_NUMBER}"),
}


def isolate(text: str, language: str) -> Pieces:
    """The same words, letter for letter, with all that must stand alone as pieces."""
    pieces: list[Piece] = []
    end = 0
    for found in _IN[direction(language)].finditer(text):
        if found.start() > end:
            pieces.append(Piece(text[end : found.start()]))
        pieces.append(_piece(found))
        end = found.end()
    if end < len(text):
        pieces.append(Piece(text[end:]))
    return tuple(pieces)


def _piece(found: re.Match[str]) -> Piece:
    match found.lastgroup:
        case "number":
            return Piece(found[0], "number")
        case "arabic":
            return Piece(found[0], "name", "ar")
    # Which of the languages in Latin letters a name is of, its letters do not say.
    return Piece(found[0], "name")
