"""Where a text has the words of a question, in the original's own places.

Only the pieces between spaces that can begin a hit are read closely, so that a text of
50,000 characters costs little more than cutting it at its spaces.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from marsad.searching.keys import Key, Place, keys_of_piece, places
from marsad.searching.questions import Question, Term, question
from marsad.spans import Span
from marsad.text.normalise import View

_PIECE: Final = re.compile(r"\S+")
_SPACE: Final = re.compile(r"\s|$")
# How far a phrase is followed for each of its words after the first.
_ROOM_FOR_A_WORD: Final = 60
_GROUP: Final = 3  # digits between the spaces of a figure: 10 000


class Mark(NamedTuple):
    """A place of one of the terms asked, and which of them it is."""

    span: Span
    term: int


def highlight(text: str, words: str, *, prefix: bool = False) -> tuple[Span, ...]:
    """Return the places of a question's words and phrases in a text, in order."""
    asked = question(words, prefix=prefix)
    return tuple(mark.span for mark in marks(text, asked))


def marks(text: str, asked: Question) -> Iterator[Mark]:
    """The places of the terms wanted; none overlaps the one before."""
    sought = _Sought(asked.wanted)
    done = 0
    for start, end in sought.beginnings(text):
        for mark in sought.read(text, start, end):
            if mark.span.start >= done:
                yield mark
                done = mark.span.end


class _Sought:
    """The terms wanted, and quick signs of where one may begin."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        # The longest first: a phrase rather than its first word.
        self._terms = sorted(enumerate(terms), key=lambda one: -len(one[1].keys))
        firsts = [term.keys[0] for term in terms]
        self._stems = {stem for key in firsts for stem in (key.stem, *key.singulars)}
        self._starts = tuple(
            start for term in terms if term.is_begun for start in term.starts
        )
        self._figures = tuple(
            key.stem
            for key in firsts
            if key.stem.isdecimal() and len(key.stem) > _GROUP
        )
        longest = max((len(term.keys) for term in terms), default=1)
        self._room = _ROOM_FOR_A_WORD * (longest - 1 + bool(self._figures))

    def beginnings(self, text: str) -> Iterator[tuple[int, int]]:
        """The pieces between spaces that a term may begin in, as far as keys tell."""
        known: dict[str, bool] = {}
        for piece in _PIECE.finditer(text) if self._terms else ():
            written = piece[0]
            if written not in known:
                known[written] = any(map(self._may_begin, keys_of_piece(written)))
            if known[written]:
                yield piece.span()

    def _may_begin(self, key: Key) -> bool:
        if not self._stems.isdisjoint((key.stem, *key.singulars)):
            return True
        if self._starts and _goes_on(key, self._starts):
            return True
        is_group = key.stem.isdecimal() and len(key.stem) <= _GROUP
        return is_group and any(one.startswith(key.stem) for one in self._figures)

    def read(self, text: str, start: int, end: int) -> Iterator[Mark]:
        """The terms that begin in a piece of the text, the longest at each word."""
        space = _SPACE.search(text, end + self._room if self._room else end)
        view = View(text[start : space.start() if space else end])
        found = list(places(view.text))
        index = 0
        while index < len(found) and view.place(found[index].start) < end - start:
            number, length = self._term_at(found, index)
            if length:
                last = found[index + length - 1]
                yield Mark(view.span(found[index].start, last.end, start), number)
            index += max(1, length)

    def _term_at(self, found: list[Place], index: int) -> tuple[int, int]:
        """The number and length of the term that begins at a word; 0, 0 for none."""
        for number, term in self._terms:
            here = found[index : index + len(term.keys)]
            if len(here) == len(term.keys) and _is(term, here):
                return number, len(here)
        return 0, 0


def _is(term: Term, here: list[Place]) -> bool:
    if term.is_exact or len(term.keys) > 1:
        return all(
            place.key.stem == key.stem
            for place, key in zip(here, term.keys, strict=True)
        )
    key = here[0].key
    if term.is_begun and _goes_on(key, term.starts):
        return True
    return key.meets(term.keys[0])


def _goes_on(key: Key, starts: tuple[str, ...]) -> bool:
    return any(form.startswith(starts) for form in (key.stem, *key.forms))
