"""The words of a passage that tell time, by token, with the day they are seen from."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import Hit, rows
from marsad.reading.numbers.digits import is_digits
from marsad.reading.passage import Passage
from marsad.text.normalise import fold


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

    def is_ahead(self, token: int) -> bool:
        """Say whether the words around a token speak of the future."""
        before = self.word(token - 1)
        if before in _ARTICLES:
            before = self.word(token - 2)
        if before in _SINCE:
            return False
        if before in _BEFORE and self.word(token + 1) != "'":
            return True
        start, _ = self.passage.sentences.of(token)
        for place in range(token - 1, max(start, token - _REACH) - 1, -1):
            if self.at("future", place) is not None or self._is_future_verb(place):
                return True
            if self._is_past_verb(place):
                if self.words[place] in _SAYING:
                    break
                return False
        return self._is_ahead_after(token)

    def _is_ahead_after(self, token: int) -> bool:
        """Say whether a verb right behind a date is in the future: "In May we will"."""
        _, end = self.passage.sentences.of(token)
        for place in range(token + 1, min(end, token + _NEAR)):
            word = self.words[place]
            if word in _CLAUSE_ENDS and place > token + 2:
                return False
            future = self.at("future", place) is not None and word in _WILL
            if future or self._is_future_verb(place):
                return True
            if self._is_past_verb(place):
                return False
        return False

    def _is_past_verb(self, token: int) -> bool:
        word = self.words[token]
        if token and self.words[token - 1] == "be":
            return False
        if word in _PAST:
            return True
        is_english = self.language == "en" and len(word) > 4
        return is_english and word.endswith("ed") and word not in _FUTURE_PARTICIPLES

    def _is_future_verb(self, token: int) -> bool:
        word = self.words[token]
        if self.language == "ar":
            return (word[1:] if word[0] in "وف" else word) in _future_verbs()
        if self.language == "fr":
            return (
                len(word) > 4
                and word.endswith(_FUTURE_TAILS)
                and word not in _NOT_FUTURE
            )
        return False


_WILL = frozenset(["will", "shall", "سوف", "va", "vont"])
_NEAR = 7
_CLAUSE_ENDS = frozenset([",", "،", ";", "and", "et"])
_ARTICLES = frozenset(["the", "le", "la", "l", "'", "du"])
_SINCE = frozenset(["since", "depuis", "منذ"])
_BEFORE = frozenset(["by", "before", "until", "avant", "قبل", "till"])
# How far before a date a word for the future bears on it.
_REACH = 14
_PAST = frozenset(
    "قال قالت اعلن اعلنت اكد اكدت كان كانت said was were had did told met held took began went "
    "came made left sent fell rose won lost gave found ont avait avaient etait etaient".split()
)
# What is said may lie ahead, whenever it was said.
_SAYING = frozenset(
    "قال قالت اعلن اعلنت اكد اكدت said told announced added ont".split()
)
_FUTURE_PARTICIPLES = frozenset(
    "scheduled expected planned proposed needed united".split()
)
_FUTURE_TAILS = (
    "era",
    "eront",
    "ira",
    "iront",
    "ndra",
    "ndront",
    "tra",
    "tront",
    "rra",
    "rront",
)
_NOT_FUTURE = frozenset(
    "opera camera libera guerra sierra contra infra supra ultra extra intra sinatra".split()
)


@cache
def _future_verbs() -> frozenset[str]:
    """Return the Arabic verbs in the future, folded."""
    return frozenset(fold(row["form"]) for row in rows("future_verbs"))


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
