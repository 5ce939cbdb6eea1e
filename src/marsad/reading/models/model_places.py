"""Where the words that a model gives stand in a text, if they stand there at all."""

import re
from typing import Final

from marsad.spans import Span

# Words of this length and more are no quotation but a copy of the text.
_LONGEST: Final = 2000
# Letters that Arabic writes onto the word behind them: no word is cut there.
_PROCLITICS: Final = frozenset("وفبلك")
_LOOK_BACK: Final = 4  # one letter more than proclitics are ever written together
# A point or comma between digits.
_INNER: Final = re.compile(r"\d[.,\u066b\u066c]\d")


class Piece:
    """A stretch of a document that a model was shown."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text  # of the whole document
        self.start = start
        self.end = end

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read in it."""
        return not self.text[self.start : self.end].strip()

    def place(self, words: object, occurrence: object) -> Span | None:
        """Return the span of some words, or none where it is not certain.

        The words must stand there verbatim. Where they stand more than once, the
        occurrence that is meant must be a number that exists.
        """
        places = self.places(words)
        if len(places) <= 1:
            return places[0] if places else None
        if isinstance(occurrence, bool) or not isinstance(occurrence, int):
            return None
        return places[occurrence - 1] if 1 <= occurrence <= len(places) else None

    def nearest(self, words: object, span: Span) -> Span | None:
        """Return the span of some words that stands nearest to another span."""
        places = self.places(words)
        if not places:
            return None
        return min(places, key=lambda one: (_distance(one, span), one.start))

    def places(self, words: object) -> list[Span]:
        """Return every span of some words that cuts no word in two, in order."""
        if not isinstance(words, str):
            return []
        words = words.strip()
        if not 0 < len(words) <= _LONGEST:
            return []
        found: list[Span] = []
        start = self.text.find(words, self.start, self.end)
        while start >= 0:
            end = start + len(words)
            if self._is_whole(start, end):
                found.append(Span(start, end, words))
            start = self.text.find(words, end, self.end)
        return found

    def _is_whole(self, start: int, end: int) -> bool:
        """Say whether a stretch begins and ends where words and numbers do."""
        text = self.text
        if _goes_on(text, end) or _INNER.match(text, max(0, start - 2), start + 1):
            return False
        before = start
        while before and text[before - 1].isalnum() and start - before < _LOOK_BACK:
            before -= 1
        # What is written onto the first word may only be Arabic proclitics.
        return not text[start].isalnum() or _PROCLITICS.issuperset(text[before:start])


def _goes_on(text: str, end: int) -> bool:
    """Say whether the word or number before a place goes on behind it."""
    if end >= len(text) or not text[end - 1].isalnum():
        return False
    return text[end].isalnum() or _INNER.match(text, end - 1, end + 2) is not None


def _distance(one: Span, other: Span) -> int:
    if one.overlaps(other):
        return 0
    return min(abs(one.start - other.end), abs(other.start - one.end))
