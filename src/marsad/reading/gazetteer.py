"""Which words are names of persons, by lists of names and of common words.

Loaded once; looked up word by word. Words are folded. A weak name is a common word
as well (عادل, "mark") and needs a second sign before it counts.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import rows
from marsad.text.normalise import fold

_OFTEN = 8  # a word of a name counted so often is a name on its own
_SHORT = 3  # letters of a word too short to be known by its count


class GivenName(NamedTuple):
    """An Arabic word of a name with its usual English forms."""

    english: str
    maghreb: str
    is_weak: bool


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the common words of a language that are not names by themselves."""
    return frozenset(fold(row["form"]) for row in rows(f"common_words_{language}"))


@cache
def arabic_names() -> Mapping[str, GivenName]:
    """Return the words of personal names in Arabic letters."""
    names: dict[str, GivenName] = {}
    common = common_words("ar")
    for row in rows("names_wikidata"):
        word, english = fold(row["ar"]), row["en"].capitalize()
        if word not in names:
            is_weak = word in common or len(word) < _SHORT or int(row["count"]) < _OFTEN
            names[word] = GivenName(english, english, is_weak)
    for row in rows("names_ar"):
        english = row["en"]
        is_weak = bool(row.get("also_word"))
        names[fold(row["ar"])] = GivenName(
            english, row.get("maghreb") or english, is_weak
        )
    return names


@cache
def latin_names() -> Mapping[str, int]:
    """Return the words of personal names in Latin letters with their counts."""
    names: dict[str, int] = {}
    for row in rows("names_wikidata"):
        word = fold(row["en"])
        names[word] = max(names.get(word, 0), int(row["count"]))
    for row in rows("names_ar"):
        for english in (row["en"], row.get("maghreb") or ""):
            for word in fold(english).split():
                names[word] = max(names.get(word, 0), _OFTEN)
    return names
