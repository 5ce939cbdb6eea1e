"""The words of a passage that tell time, by token, with the day they are seen from."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from marsad.reading.lexicon import Hit
from marsad.reading.numbers.digits import is_digits
from marsad.reading.passage import Passage


class Word(NamedTuple):
    """One word or phrase that tells time."""

    first: int
    last: int
    clitic: int
    kind: str
    value: str


class Month(NamedTuple):
    """The name of a month."""

    first: int
    last: int
    clitic: int
    number: int
    calendar: str
    needs: str


class TimeWords:
    """Every word of time in a passage, to be looked up by the token it begins at."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.words = passage.words
        self.language = passage.language
        self._by_kind: dict[str, dict[int, Word]] = {}
        self._ends: dict[str, dict[int, Word]] = {}
        self.months: dict[int, Month] = {}
        # The tokens written in digits, in order.
        self.rows = passage.tokens.digits
        for hit in passage.hits("time"):
            self._put(hit)
        for hit in passage.hits("month"):
            self._put_month(hit)

    def _put(self, hit: Hit) -> None:
        word = Word(hit.first, hit.last, hit.clitic, hit.row["class"], hit.row["value"])
        begins = self._by_kind.setdefault(word.kind, {})
        known = begins.get(word.first)
        if known is None or word.last > known.last:
            begins[word.first] = word
        ends = self._ends.setdefault(word.kind, {})
        known = ends.get(word.last)
        if known is None or word.first < known.first:
            ends[word.last] = word

    def _put_month(self, hit: Hit) -> None:
        row = hit.row
        known = self.months.get(hit.first)
        if known is None or hit.last > known.last:
            self.months[hit.first] = Month(
                hit.first,
                hit.last,
                0 if self.words[hit.first].startswith("شهر") else hit.clitic,
                int(row["number"]),
                row["calendar"],
                row["needs"],
            )

    def at(self, kind: str, token: int) -> Word | None:
        """Return the word of a kind that begins at a token."""
        return self._by_kind.get(kind, {}).get(token)

    def before(self, kind: str, token: int) -> Word | None:
        """Return the word of a kind that ends right before a token."""
        return self._ends.get(kind, {}).get(token)

    def all(self, kind: str) -> Iterable[Word]:
        """Return the words of a kind in the order of the text."""
        return self._by_kind.get(kind, {}).values()

    def word(self, token: int) -> str:
        """Return a folded word, or nothing beyond the ends of the passage."""
        return self.words[token] if 0 <= token < len(self.words) else ""

    def is_name(self, word: Word) -> bool:
        """Say whether a word is written as a name is: English days are capital."""
        return self.language != "en" or self.passage.written(word.first)[0].isupper()

    def number(self, token: int) -> int | None:
        """Return the day of the month written in digits at a token."""
        word = self.word(token)
        if word and len(word) <= 2 and is_digits(word) and word.isdigit():
            value = int(word)
            return value if 1 <= value <= 31 else None
        return None

    def year(self, token: int) -> int | None:
        """Return the year written in digits at a token, 1000 to 2100."""
        word = self.word(token)
        if (
            len(word) == 4
            and is_digits(word)
            and word.isdigit()
            and "1000" <= word <= "2100"
        ):
            return int(word)
        return None


def between_marks(passage: Passage, token: int) -> bool:
    """Say whether a token stands between quotation marks that hold speech."""
    marked = passage.marks.marked
    place = bisect_right(marked, token, key=lambda one: one.first)
    return any(
        token < one.last and one.last - one.first > _SCARE
        for one in marked[max(0, place - _NESTED) : place]
    )


def in_speech(passage: Passage, token: int) -> bool:
    """Say whether a token stands in speech: between marks, or after a reporting verb."""
    if between_marks(passage, token):
        return True
    start, _ = passage.sentences.of(token)
    hits = passage.hits("says")
    place = bisect_right(hits, token, key=lambda hit: hit.first)
    return place > 0 and hits[place - 1].first >= start


# Fewer marked words than this are a name or a scare quote, not speech.
_SCARE = 3
# How many opening marks before a token are tried.
_NESTED = 6
