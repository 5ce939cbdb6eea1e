"""A folded copy of a text in which every character knows where it came from.

Folding unites what Arabic, English and French newsrooms write differently: hamza
seats, final ya, ta-marbuta, tatweel, vowel marks, presentation forms, both sets of
Arabic digits, bidi controls, accents and case. The archived text stays untouched;
a View carries the way back to it.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from marsad.spans import Span

# Dropped: Arabic marks (harakat, tanwin, shadda, maddah and hamza as combining marks,
# Quranic signs, dagger alef), tatweel, Latin combining marks, zero-width and bidi
# controls, soft hyphen. Expanded: ligatures and presentation forms (NFKC).
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f"
_CONTROLS = "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_EXPANDED = "\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufdff\ufe70-\ufefc\uff01-\uff5e"
_DROPPED = re.compile(f"[{_MARKS}{_CONTROLS}]+")
_SPECIAL = re.compile(f"{_DROPPED.pattern}|[{_EXPANDED}]")
_ATTACHED = re.compile(f"[{_MARKS}]*")

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئې", "ي"),
    "ؤ": "و",
    "ة": "ه",
    "ک": "ك",
    "٫": ".",
    "٬": ",",
    "٪": "%",
    "’": "'",
    "ʼ": "'",
    "‐": "-",
    "‑": "-",
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\u2008\u200a\t", " "),
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
}


def _latin_folds() -> Iterator[tuple[str, str]]:
    for code in range(0x41, 0x250):
        letter = chr(code)
        bare = unicodedata.normalize("NFD", letter)[0].lower()
        if letter.isalpha() and len(bare) == 1 and bare != letter:
            yield letter, bare


_TABLE = str.maketrans({**dict(_latin_folds()), **_LETTERS})


def fold(text: str) -> str:
    """Fold a text for comparison, without the way back to its places."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(lambda match: _expansion(match.group()), text)
    return text.translate(_TABLE)


def _expansion(piece: str) -> str:
    if _DROPPED.fullmatch(piece):
        return ""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", piece))


class View:
    """A folded text with, for every position in it, the place in its original.

    ``text`` is the folded copy. Positions are code points. A span of the view leads
    to the span of the original that produced it, with the marks written on its last
    letter; a ligature is never cut in two.
    """

    __slots__ = ("_folded", "_places", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self._folded: list[int] = []
        self._places: list[int] = []
        matches = list(_SPECIAL.finditer(original))
        if matches:
            self.text = self._fold_with_places(matches).translate(_TABLE)
        else:
            self.text = original.translate(_TABLE)

    def _fold_with_places(self, matches: list[re.Match[str]]) -> str:
        """Cut out or expand the special characters, noting each change of offset."""
        pieces: list[str] = []
        length = last = 0
        for match in matches:
            start, end = match.span()
            pieces.append(self.original[last:start])
            length += start - last
            expansion = _expansion(match.group())
            for _ in expansion:
                self._note(length, start)
                length += 1
            pieces.append(expansion)
            self._note(length, end)
            last = end
        pieces.append(self.original[last:])
        return "".join(pieces)

    def _note(self, folded: int, place: int) -> None:
        self._folded.append(folded)
        self._places.append(place)

    def place(self, position: int) -> int:
        """Return where in the original the folded character at a position stands."""
        index = bisect_right(self._folded, position) - 1
        if index < 0:
            return position
        return self._places[index] + position - self._folded[index]

    def ends(self, position: int) -> int:
        """Return where in the original a stretch of the view up to a position ends."""
        if not self._folded or position == 0:
            return position
        last = self.place(position - 1)
        if self.place(position) <= last:
            return last + 1
        attached = _ATTACHED.match(self.original, last + 1)
        return attached.end() if attached else last + 1

    def span(self, start: int, end: int, offset: int = 0) -> Span:
        """Return the original's span for a stretch of the view, moved by an offset."""
        first, last = self.place(start), self.ends(end)
        return Span(first + offset, last + offset, self.original[first:last])
