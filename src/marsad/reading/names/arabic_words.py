"""What the words in the names of Arabic bodies mean in English.

A word is looked up without its proclitics and its article; the feminine of an adjective
is found by its masculine. Expressions of several words are found by their first one.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import Row, rows
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

# Proclitics as they are written, with those that hold the article; longest first.
_BEGINNINGS = (
    ("ولل", "ول", True),
    ("وبال", "وب", True),
    ("وال", "و", True),
    ("بال", "ب", True),
    ("لل", "ل", True),
    ("ال", "", True),
    ("ول", "ول", False),
    ("وب", "وب", False),
    ("و", "و", False),
    ("ل", "ل", False),
    ("ب", "ب", False),
    ("", "", False),
)
# Feminine and plural of an adjective.
_ENDINGS = ("ه", "ين", "ون", "ات")
_SHORTEST = 2  # letters that a word has without its proclitics


class Meaning(NamedTuple):
    """What a word means: its English, its kind and how it is written here."""

    english: str
    kind: str  # noun / open / adj
    clitic: str
    is_definite: bool
    last: int  # the token after the last one


class _Entry(NamedTuple):
    """A word of a body's name: the words behind its first, its English, its kind."""

    rest: tuple[str, ...]
    english: str
    kind: str


@cache
def _entries(kind: str) -> Mapping[str, Sequence[_Entry]]:
    """Return the nouns or the adjectives by their first word, longer ones first."""
    found: dict[str, list[_Entry]] = {}
    for row in rows("body_words_ar"):
        if (row["kind"] == "adj") == (kind == "adj"):
            for first, entry in _of_row(row, kind):
                found.setdefault(first, []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry.rest))
    return found


def _of_row(row: Row, kind: str) -> Iterator[tuple[str, _Entry]]:
    """Give each inflected first word of a row's forms with its entry."""
    for form in row["ar"].split("|"):
        first, *rest = words_of(fold(form))
        first = first[2:] if first.startswith("ال") else first
        entry = _Entry(tuple(rest), row["english"], row["kind"])
        for inflected in _inflected(first, kind, is_alone=not rest):
            yield inflected, entry


def _inflected(first: str, kind: str, *, is_alone: bool) -> Iterator[str]:
    """Give the forms in which the first word of an entry stands."""
    yield first
    if kind == "noun" and is_alone and first.endswith("ين"):
        # In an idafa the plural loses its ن: «سائقي الشاحنات».
        yield first[:-1]
    if kind == "adj" and not first.endswith(("ه", "ا")):
        yield from (first + ending for ending in _ENDINGS)


def noun_at(words: Sequence[str], token: int) -> Meaning | None:
    """Return what a noun in the name of a body means, the longest expression."""
    return _meaning(words, token, "noun")


def adjective_at(words: Sequence[str], token: int) -> Meaning | None:
    """Return what an adjective in the name of a body means."""
    return _meaning(words, token, "adj")


@cache
def _provinces() -> Mapping[str, Sequence[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for row in rows("provinces_ar"):
        first, *rest = words_of(fold(row["ar"]))
        found.setdefault(first, []).append(_Entry(tuple(rest), row["en"], "city"))
    return found


# Capitals that Arabic calls as their states, where a court or a municipality sits.
CAPITALS: Mapping[str, str] = {
    "TN": "Tunis",
    "DZ": "Algiers",
    "KW": "Kuwait City",
    "DJ": "Djibouti",
}


@cache
def province_words() -> frozenset[str]:
    """Return the governorates and towns that are called by one word."""
    entries = _provinces().items()
    return frozenset(
        word for word, named in entries if any(not one.rest for one in named)
    )


def province_at(words: Sequence[str], token: int) -> tuple[str, int] | None:
    """Return the English of a governorate or town, and the token after it."""
    for entry in _provinces().get(words[token], ()):
        last = token + 1 + len(entry.rest)
        if tuple(words[token + 1 : last]) == entry.rest:
            return entry.english, last
    return None


def _meaning(words: Sequence[str], token: int, kind: str) -> Meaning | None:
    entries, word = _entries(kind), words[token]
    for beginning, clitic, is_definite in _BEGINNINGS:
        if not word.startswith(beginning) or len(word) - len(beginning) < _SHORTEST:
            continue
        offered = entries.get(word[len(beginning) :], ())
        entry = next((one for one in offered if _stands(one, words, token)), None)
        if entry is None:
            continue
        closes = _closes(entry.rest) if entry.rest else is_definite
        if closes and entry.kind == "open":
            entry = _as_noun(entry, offered)
        last = token + 1 + len(entry.rest)
        return Meaning(entry.english, entry.kind, clitic, closes, last)
    return None


def _stands(entry: _Entry, words: Sequence[str], token: int) -> bool:
    """Say whether the words behind a token are those of an entry."""
    return tuple(words[token + 1 : token + 1 + len(entry.rest)]) == entry.rest


def _as_noun(entry: _Entry, others: Sequence[_Entry]) -> _Entry:
    """Return what a verbal noun means where nothing follows: «النقل» is transport."""
    same = (one for one in others if one.rest == entry.rest and one.kind == "noun")
    return next(same, entry)


_PREPOSITIONS = frozenset(["عن", "علي", "من", "في", "ل", "ب"])


def _closes(rest: Sequence[str]) -> bool:
    """Say whether nothing is missing behind an expression of several words."""
    return rest[-1] not in _PREPOSITIONS and rest[0] != "غير"


__all__ = [
    "CAPITALS",
    "Meaning",
    "adjective_at",
    "noun_at",
    "province_at",
    "province_words",
]
