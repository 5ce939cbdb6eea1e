"""Articles and particles that belong to a surname: "al-Moallem", "Al Jubeir", «بن نايل»."""

from collections.abc import Set

from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage

_BEFORE_SURNAME = frozenset(["بن", "دي", "فان", "فون"])
_ARTICLES = frozenset(["al", "el"])


def with_article(passage: Passage, letters: Letters, first: int, used: Set[int]) -> int:
    """Return where a surname begins with its Arabic article or particle."""
    words = passage.words
    if not first or first - 1 in used:
        return first
    if words[first - 1] in _BEFORE_SURNAME:
        return first - 1
    if words[first - 1] in _ARTICLES and letters.capital[first - 1]:
        return first - 1  # "Al Jubeir"
    if first < 2 or words[first - 1] != "-" or words[first - 2] not in _ARTICLES:
        return first
    is_joined = passage.touches(first) and passage.touches(first - 1)
    return first - 2 if is_joined and first - 2 not in used else first
