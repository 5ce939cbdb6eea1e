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
# controls, variation selectors, soft hyphen. Expanded: ligatures and presentation
# forms (NFKC).
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff"
)
_TATWEEL = "\u0640"
_CONTROLS = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    "\ufe00-\ufe0f\ufeff"
)
_EXPANDED = "ŒœÆæǢǣǼǽ\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufdff\ufe70-\ufefc\uff01-\uff5e"
_DROPPED = re.compile(f"[{_MARKS}{_TATWEEL}{_CONTROLS}]+")
_SPECIAL = re.compile(f"{_DROPPED.pattern}|(?P<expanded>[{_EXPANDED}])")
# What is written on or after a letter and belongs to it; a control alone does not.
_ATTACHED = re.compile(f"(?:[{_CONTROLS}]*[{_MARKS}{_TATWEEL}]+)*")
# Two letters in French and Old English typography, though Unicode calls them one.
_DIGRAPHS = {**dict.fromkeys("Œœ", "oe"), **dict.fromkeys("ÆæǢǣǼǽ", "ae")}

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
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
    **dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000", " "),
    **{chr(code): " " for code in range(0x2000, 0x200B)},
    # Every line end is one sign, so that a form feed parts lines as well.
    **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    # Letters that Unicode does not take apart and newsrooms write without the stroke.
    **dict.fromkeys("Øø", "o"),
    **dict.fromkeys("Łł", "l"),
    **dict.fromkeys("Đđ", "d"),
    "ı": "i",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
}

# Latin letters, and those with dots and bars that transliteration uses.
_LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))


def _latin_folds() -> Iterator[tuple[str, str]]:
    for code in _LATIN:
        letter = chr(code)
        bare = unicodedata.normalize("NFD", letter)[0].lower()
        bare = _LETTERS.get(bare, bare)
        if letter.isalpha() and len(bare) == 1 and bare != letter:
            yield letter, bare


_FOLDS = {**dict(_latin_folds()), **_LETTERS}
_TABLE = str.maketrans(_FOLDS)
# The letters that Arabic text is full of go one by one, which costs a tenth of a table
# looked up for every character; the table is asked only for the others.
_FREQUENT = tuple((letter, _FOLDS[letter]) for letter in "أإآىةئؤ\u00a0")
_RARE = re.compile(
    "["
    + "".join(re.escape(letter) for letter in _FOLDS if letter not in dict(_FREQUENT))
    + "]+"
)


def _letters(text: str) -> str:
    """Fold the letters of a text one to one."""
    for letter, folded in _FREQUENT:
        text = text.replace(letter, folded)
    return _RARE.sub(lambda match: match.group().translate(_TABLE), text)


def fold(text: str) -> str:
    """Fold a text for comparison, without the way back to its places."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(lambda match: _expansion(match.group()), text)
    return _letters(text)


def _expansion(piece: str) -> str:
    if _DROPPED.fullmatch(piece):
        return ""
    plain = _DIGRAPHS.get(piece) or unicodedata.normalize("NFKC", piece)
    # The form of a mark standing alone is a space with the mark: no word ends there.
    return _DROPPED.sub("", plain).strip()


class View:
    """A folded text with, for every position in it, the place in its original.

    ``text`` is the folded copy. Positions are code points. A span of the view leads
    to the span of the original that produced it, with the marks written on its last
    letter; a ligature is never cut in two.
    """

    __slots__ = ("_folded", "_shifts", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        # Where the two texts part, and how far the original is ahead from there on;
        # before the first letter they are together.
        self._folded: list[int] = [-1]
        self._shifts: list[int] = [0]
        self.text = _letters(self._bare())

    def _bare(self) -> str:
        """Cut out or expand the special characters, noting each change of offset."""
        pieces: list[str] = []
        length = last = 0
        for match in _SPECIAL.finditer(self.original):
            start, end = match.span()
            pieces.append(self.original[last:start])
            length += start - last
            if match.lastgroup:
                expansion = _expansion(match.group())
                for _ in expansion:
                    self._folded.append(length)
                    self._shifts.append(start - length)
                    length += 1
                pieces.append(expansion)
            self._folded.append(length)
            self._shifts.append(end - length)
            last = end
        if not pieces:
            return self.original
        pieces.append(self.original[last:])
        return "".join(pieces)

    def place(self, position: int) -> int:
        """Return where in the original the folded character at a position stands."""
        return position + self._shifts[bisect_right(self._folded, position) - 1]

    def ends(self, position: int) -> int:
        """Return where in the original a stretch of the view up to a position ends."""
        index = bisect_right(self._folded, position) - 1
        place = position + self._shifts[index]
        if self._folded[index] < position:
            # Nothing was cut out or expanded since the letter before.
            return place
        if position == 0:
            return 0
        last = self.place(position - 1)
        if place <= last:
            return last + 1
        attached = _ATTACHED.match(self.original, last + 1)
        return attached.end() if attached else last + 1

    def span(self, start: int, end: int, offset: int = 0) -> Span:
        """Return the original's span for a stretch of the view, moved by an offset."""
        folded, shifts = self._folded, self._shifts
        first = start + shifts[bisect_right(folded, start) - 1]
        index = bisect_right(folded, end) - 1
        last = end + shifts[index] if folded[index] < end else self.ends(end)
        if last < first:
            last = first
        quote = self.original[first:last]
        # The tuple as it is: the named way takes twice the time, at every finding.
        return tuple.__new__(Span, (first + offset, last + offset, quote))
