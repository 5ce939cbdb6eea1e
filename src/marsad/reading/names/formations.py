"""English formations by number: "the 101st Airborne Division", "Mobile Unit Two".

A number before the capitals, or behind the word for a unit, makes one formation of them;
a battalion of a regiment is one name with it: "3rd Battalion, 7th Special Forces Group".
"""

from collections.abc import Iterator

from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_UNITS = wordset("units_of_troops_en")
# Units of which sport, schools and companies have numbered ones as well.
_SHARED = frozenset(["division", "group", "company", "army", "unit", "team", "force"])
# Of these, the ones that a figure makes military: "the 9th Division".
_BY_FIGURE = frozenset(["division", "army"])
_ENDINGS = frozenset(["st", "nd", "rd", "th", "d"])
_ORDINALS = wordset("ordinals_of_troops_en")
_NUMBERS = wordset("numbers_of_troops_en")
_INSIDE = wordset("words_of_troops_en")
_LONGEST = 7  # words of a formation before the word for its kind
_ACRONYM = range(2, 6)  # letters of "507th ARW", "379th AEW"


def formation_mentions(passage: Passage, letters: Letters) -> Iterator[Named]:
    """Give the formations of an English passage that a number names."""
    if passage.language != "en":
        return
    found: dict[int, int] = {}
    for token in passage.tokens_of(_UNITS):
        edges = _edges(passage, letters, token) if letters.capital[token] else None
        if edges:
            found[edges[0]] = max(found.get(edges[0], 0), edges[1])
    for token in passage.tokens_of(_ENDINGS):
        if _is_short(passage, letters, token):
            found.setdefault(token - 1, token + 2)
    yield from (
        _formation(passage, first, last) for first, last in _joined(passage, found)
    )


def _edges(passage: Passage, letters: Letters, token: int) -> tuple[int, int] | None:
    """Return where a formation begins and ends around the word for its kind."""
    words, first, last = passage.words, token, token + 1
    while first > 0 and token - first < _LONGEST and _may(passage, letters, first - 1):
        first -= 1
    start = _numbered(passage, letters, first)
    has_number = words[last : last + 1] and _is_number(passage, last)
    if has_number:
        last += 1
    is_military = words[token] not in _SHARED or not _INSIDE.isdisjoint(
        words[first:token]
    )
    if start is not None:
        is_troops = is_military or (start < first - 1 and words[token] in _BY_FIGURE)
        return (start, last) if is_troops else None
    return (first, last) if has_number and first < token and is_military else None


def _may(passage: Passage, letters: Letters, token: int) -> bool:
    """Say whether a word may stand inside the name of a formation."""
    word = passage.words[token]
    if word == "-":
        return passage.touches(token) and passage.touches(token + 1)
    is_word = word.isalpha() and letters.capital[token] and word not in _ORDINALS
    return is_word and word not in ("the", "and", "of", "in", "on", "from", "a")


def _numbered(passage: Passage, letters: Letters, first: int) -> int | None:
    """Return where the ordinal begins that stands before a token."""
    words = passage.words
    if first > 1 and words[first - 1] in _ENDINGS and words[first - 2].isdigit():
        return first - 2 if passage.touches(first - 1) else None
    if first > 0 and words[first - 1] in _ORDINALS and letters.capital[first - 1]:
        return first - 1
    return None


def _is_number(passage: Passage, token: int) -> bool:
    word = passage.words[token]
    is_spelt = word in _NUMBERS and passage.written(token)[0].isupper()
    return is_spelt or (word.isdigit() and len(word) <= 3)


def _is_short(passage: Passage, letters: Letters, token: int) -> bool:
    """Say whether an ordinal stands before a short form: "507th ARW"."""
    words = passage.words
    if not (token > 0 and words[token - 1].isdigit() and passage.touches(token)):
        return False
    after = words[token + 1] if token + 1 < len(words) else ""
    return len(after) in _ACRONYM and after.isalpha() and letters.upper[token + 1]


def _joined(passage: Passage, found: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Give formations with the larger ones behind their commas."""
    words, done = passage.words, 0
    for first, last in sorted(found.items()):
        if first < done:
            continue
        while words[last : last + 1] == [","] and last + 1 in found:
            last = found[last + 1]
        done = last
        yield first, last


def _formation(passage: Passage, first: int, last: int) -> Named:
    name = " ".join(passage.span(first, last).quote.split())
    return Named(
        first,
        last,
        0,
        name,
        "organisation",
        ("force", "unit"),
        reader="parties.formation",
        score=0.8,
        why="a number names a formation",
    )
