"""A passage made ready for the readers: folded, cut into tokens, looked up.

A passage is a stretch of one document in one language. Readers work with token
numbers; the passage turns them into spans of the original document.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import compress, count
from typing import NamedTuple, TypeVar, cast

from marsad.reading.findings import (
    DateMention,
    Figure,
    Finding,
    Party,
    Person,
    Quote,
)
from marsad.reading.lexicon import Hit, automaton
from marsad.spans import Span
from marsad.text.marks import Marks, find_marks
from marsad.text.normalise import View
from marsad.text.sentences import Sentences
from marsad.text.tokens import Tokens

Told = TypeVar("Told")


class Passage:
    """One stretch of a document in one language, with everything readers look up.

    ``words`` are folded, ``vocabulary`` are the different ones; ``text`` is the folded
    text; ``original`` is the stretch of the document as it is written, and ``offset``
    is where it begins there.
    """

    __slots__ = (
        "_hits",
        "_places",
        "_told",
        "language",
        "marks",
        "offset",
        "original",
        "published",
        "sentences",
        "text",
        "tokens",
        "view",
        "vocabulary",
        "words",
    )

    def __init__(
        self, original: str, language: str, *, offset: int = 0, published: date | None
    ) -> None:
        self.original = original
        self.language = language
        self.offset = offset
        self.published = published
        self.view = View(original)
        self.text = self.view.text
        self.tokens = Tokens(self.text)
        self.words = self.tokens.words
        self.vocabulary = frozenset(self.words)
        self.sentences = Sentences(self.tokens)
        self.marks: Marks = find_marks(self.tokens, self.text)
        self._hits = automaton(language).hits(self.words)
        self._places: dict[frozenset[str], list[int]] = {}
        self._told: dict[object, object] = {}

    def hits(self, tag: str) -> Sequence[Hit]:
        """Return the lexicon hits with a tag, in the order of the text."""
        return self._hits.get(tag, ())

    def once(self, tell: Callable[..., Told], *given: object) -> Told:
        """Return what a function tells of the whole passage, asked the first time only.

        What is asked at every mention would otherwise make long texts slow.
        """
        if tell not in self._told:
            self._told[tell] = tell(self, *given)
        return cast("Told", self._told[tell])

    def tokens_of(self, words: Set[str]) -> list[int]:
        """Return the tokens at which one of some words stands, in order."""
        wanted = frozenset(self.vocabulary & words)
        if not wanted:
            return []
        if wanted not in self._places:
            places = compress(count(), map(wanted.__contains__, self.words))
            self._places[wanted] = list(places)
        return self._places[wanted]

    def span(self, first: int, last: int, clitic: int = 0) -> Span:
        """Return the document's span of tokens first to last (exclusive).

        ``clitic`` letters are cut off the first token.
        """
        start = self.tokens.starts[first] + clitic
        return self.view.span(start, self.tokens.ends[last - 1], self.offset)

    def stretch(self, start: int, end: int) -> Span:
        """Return the document's span of a stretch of the folded text."""
        return self.view.span(start, end, self.offset)

    def place(self, token: int) -> int:
        """Return where in the document a token begins."""
        return self.view.place(self.tokens.starts[token]) + self.offset

    def written(self, token: int) -> str:
        """Return a token as the document writes it, case and marks kept."""
        return self.span(token, token + 1).quote

    def touches(self, token: int) -> bool:
        """Say whether a token follows the one before it without a space."""
        starts, ends = self.tokens.starts, self.tokens.ends
        # There is no token behind the last one: a year may end the text.
        return 0 < token < len(starts) and ends[token - 1] == starts[token]


class Seen(NamedTuple):
    """A finding with the tokens that it covers in its passage."""

    first: int
    last: int  # the token after the last one
    finding: Finding


@dataclass(slots=True)
class Found:
    """What the readers before this one have seen, by kind, in the order of the text."""

    parties: list[Seen] = field(default_factory=list)
    persons: list[Seen] = field(default_factory=list)
    dates: list[Seen] = field(default_factory=list)
    figures: list[Seen] = field(default_factory=list)
    quotes: list[Seen] = field(default_factory=list)
    commitments: list[Seen] = field(default_factory=list)
    calls: list[Seen] = field(default_factory=list)
    meetings: list[Seen] = field(default_factory=list)
    memberships: list[Seen] = field(default_factory=list)


def within(seen: Sequence[Seen], first: int, last: int) -> Sequence[Seen]:
    """Return what was seen beginning in tokens first to last (exclusive)."""
    # A tuple of one number stands before every finding that begins at this token, so
    # that tuples are compared and no key function is called.
    left = bisect_left(seen, (first,))
    return seen[left : bisect_left(seen, (last,), lo=left)]


__all__ = [
    "DateMention",
    "Figure",
    "Finding",
    "Found",
    "Party",
    "Passage",
    "Person",
    "Quote",
    "Seen",
    "within",
]
