"""Small sets of words that readers ask about, kept with the lexicons."""

from functools import cache

from marsad.reading.lexicon import rows
from marsad.text.normalise import fold

_FILES = (
    "wordsets",
    "wordsets_of_parties",
    "wordsets_of_arabic_parties",
    "wordsets_of_english",
)


@cache
def wordset(name: str) -> frozenset[str]:
    """Return the folded words of one set; raises KeyError where there is none."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {
        row["name"]: frozenset(fold(word) for word in row["words"].split())
        for name in _FILES
        for row in rows(name)
    }
