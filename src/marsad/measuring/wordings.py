"""A text as the words that are compared: each with its key, and with its place.

The key of a word is what its forms share: Arabic words lose what is written onto them,
Latin words all but their first letters, numbers their points and commas. Words without
content (the, of, في) have their places but no key.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import compress, count
from typing import Final

from marsad.linking.rarity import stem
from marsad.spans import Span
from marsad.text.normalise import View, fold
from marsad.text.sentences import Sentences
from marsad.text.tokens import Tokens

_SHORTEST: Final = 3
_GROUP: Final = 3
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_CLITICS: Final = "وفبلك"
_LAST_LATIN: Final = "\u024f"


class Wording:
    """The words of a text without signs, folded, with their keys and places."""

    __slots__ = (
        "_edges", "_ends", "_exact", "_starts", "_tokens", "joined", "keys", "view", "words"
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.view = View(text)
        tokens = self._tokens = Tokens(self.view.text)
        # Looked up when asked: where sentences begin, and where words do in the text.
        self._edges: list[int] = []
        self._exact: list[int] = []
        is_word = [word[0].isalnum() for word in tokens.words]
        self.words = list(compress(tokens.words, is_word))
        self._starts = list(compress(tokens.starts, is_word))
        self._ends = list(compress(tokens.ends, is_word))
        self._join_thousands()
        self.keys = [key_of(word) for word in self.words]
        self.joined = f" {' '.join(self.words)} "

    def __len__(self) -> int:
        return len(self.words)

    def _join_thousands(self) -> None:
        """Make one word of «225 000», which French writes with a blank."""
        words, starts, ends = self.words, self._starts, self._ends
        for index in range(len(words) - 1, 0, -1):
            between = self.view.text[ends[index - 1] : starts[index]]
            if between == " " and _are_thousands(words[index - 1], words[index]):
                words[index - 1] += f",{words.pop(index)}"
                ends[index - 1] = ends.pop(index)
                del starts[index]

    def span(self, first: int, last: int, clitic: int = 0) -> Span:
        """The words first to last (exclusive) in the exact text."""
        return self.view.span(self._starts[first] + clitic, self._ends[last - 1])

    def sentence(self, word: int) -> tuple[int, int]:
        """The words of the sentence in which a word stands, the last exclusive."""
        edges = self._sentences()
        after = bisect_right(edges, word)
        return edges[after - 1], edges[after]

    def numbers_of_sentences(self, words: Iterable[int]) -> list[int]:
        """In which sentence each of some words stands, counted from one."""
        edges = self._sentences()
        return [bisect_right(edges, word) for word in words]

    def _sentences(self) -> list[int]:
        if not self._edges:
            tokens = self._tokens
            firsts = [tokens.starts[first] for first in Sentences(tokens).firsts]
            self._edges = [bisect_left(self._starts, start) for start in firsts]
            self._edges.append(len(self.words))
        return self._edges

    def content(self) -> list[int]:
        """The numbers of the words that have a key."""
        return list(compress(count(), self.keys))

    def within(self, span: Span) -> tuple[int, int]:
        """The words that a span of the exact text covers, the last exclusive."""
        if not self._exact:
            self._exact = [self.view.place(start) for start in self._starts]
        first = bisect_right(self._exact, span.start) - 1
        first += first < 0 or self.view.ends(self._ends[first]) <= span.start
        return first, bisect_left(self._exact, span.end)

    def places_of(self, other: "Wording") -> list[tuple[int, int]]:
        """Where exactly the words of another text stand: first word, letters before it.

        «و» and «ف» may be written onto the first word: "and" stands outside of a quote.
        """
        found = []
        wanted = other.joined[1:]
        at = self.joined.find(wanted)
        word = counted = 0
        while at >= 0:
            clitic = _clitic(self.joined, at)
            word += self.joined.count(" ", counted, at)
            counted = at
            if clitic >= 0:
                found.append((word - 1, clitic))
            at = self.joined.find(wanted, at + 1)
        return found


def _clitic(joined: str, at: int) -> int:
    """How many letters are written onto a word from which we read on; -1 inside one."""
    if joined[at - 1] == " ":
        return 0
    return 1 if joined[at - 1] in "وف" and joined[at - 2] == " " else -1


def _are_thousands(head: str, group: str) -> bool:
    is_group = len(group) == _GROUP and group.isdecimal()
    return is_group and head.isdecimal() and len(head) <= _GROUP


@lru_cache(1 << 17)
def key_of(word: str) -> str:
    """What the forms of a folded word share; "" for a word that says nothing."""
    if word[0].isdecimal():
        return f"#{plain_number(word)}"
    holding = _listed("holding")
    if len(word) < _SHORTEST or word in holding:
        return ""
    if word[0] <= _LAST_LATIN:
        return stem(word, "en")
    is_clitic = word[0] in _CLITICS and word[1:] in holding
    return "" if is_clitic else stem(word, "ar")


def plain_number(digits: str) -> str:
    """Digits without thousands separators and with a point before decimals."""
    if _THOUSANDS.fullmatch(digits):
        return digits.replace(",", "").replace(".", "")
    return digits.replace(",", ".")


def is_light(word: str) -> bool:
    """Say whether a word without content changes nothing when it comes or goes."""
    return word in _listed("light")


@cache
def _listed(kind: str) -> frozenset[str]:
    """The words of one kind that hold sentences together, of all languages."""
    path = files("marsad.measuring.lexicons").joinpath("function_words.tsv")
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    words = (line[2] for line in lines if line[0] == kind)
    return frozenset(fold(" ".join(words)).split())
