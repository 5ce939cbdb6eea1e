"""Cities that no list knows, told by the state beside them.

«in Murree, Pakistan», «à Brdo (Slovénie)», «the Turkish town of Kars», «dans la ville
turque de Kars», «في مدينة قارص التركية»: the state tells where one meets.
"""

from collections.abc import Iterator

from marsad.reading.deeds.place_names import Place
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_IN = wordset("in")
# No name of a city is longer than this.
_NAME = 3
TOWNS = {
    "en": frozenset(
        "city town capital village port resort suburb border seaside".split()
    ),
    "fr": frozenset(
        "ville capitale village localite station cite port commune bourgade".split()
    ),
    "ar": frozenset(
        """مدينه بلده قريه منتجع ميناء محافظه ضاحيه العاصمه عاصمه""".split()
    ),
}
# Between the word for a town and its adjective stands the name.
_REACH = 4


def described(passage: Passage, known: frozenset[int]) -> Iterator[Place]:
    """Give the places that are told by a state or nationality beside their name."""
    if passage.language == "ar":
        yield from _arabic(passage)
        return
    for hit in passage.hits("state"):
        yield from _before_state(passage, hit, known)
    for hit in passage.hits("nationality"):
        yield from _beside_nation(passage, hit)


def _before_state(passage: Passage, hit: Hit, known: frozenset[int]) -> Iterator[Place]:
    """Read «in Murree, Pakistan» and «in Murree (Pakistan)»."""
    words, first = passage.words, hit.first - 1
    if first < 2 or words[first] not in (",", "("):
        return
    start = first
    while start > max(0, first - _NAME) and _is_name(passage, start - 1):
        start -= 1
    if start == first or start in known or words[start - 1] not in _IN:
        return
    city = passage.span(start, first).quote
    yield Place(start, hit.last, city, hit.row["iso"], is_in=True)


def _is_name(passage: Passage, token: int) -> bool:
    if token >= len(passage.words):
        return False
    written = passage.written(token)
    return written[0].isupper() or written == "-"


def _beside_nation(passage: Passage, hit: Hit) -> Iterator[Place]:
    """Read «the Turkish town of Kars» and «la ville turque de Kars»."""
    words = passage.words
    if passage.language == "en":
        near = words[hit.last : hit.last + 2]
        is_town = not TOWNS["en"].isdisjoint(near)
        before = words[max(0, hit.first - 2) : hit.first]
    else:
        is_town = words[hit.first - 1] in TOWNS["fr"]
        before = words[max(0, hit.first - 3) : hit.first - 1]
    if is_town and not _IN.union({"dans"}).isdisjoint(before):
        last = _name_end(passage, hit.last)
        yield Place(hit.first, last, None, hit.row["iso"], is_in=True)


def _name_end(passage: Passage, token: int) -> int:
    """Return where the name behind «town of», «de» ends, or the token."""
    words = passage.words
    for index in range(token, min(len(words), token + _REACH)):
        if words[index] in ("of", "de", "d") and _is_name(passage, index + 1):
            index += 1 + (words[index + 1] in ("'", "’"))
            while index < len(words) and _is_name(passage, index):
                index += 1
            return index
    return token


def _arabic(passage: Passage) -> Iterator[Place]:
    """Read «في مدينة قارص التركية»."""
    words = passage.words
    for hit in passage.hits("nationality"):
        for index in range(hit.first - 1, max(0, hit.first - _REACH) - 1, -1):
            word = words[index]
            plain = word.removeprefix("و").removeprefix("ب")
            if not word.isalpha():
                break
            if plain not in TOWNS["ar"]:
                continue
            is_in = plain != word or words[index - 1 : index] in (["في"], ["وفي"])
            if is_in:
                yield Place(index, hit.last, None, hit.row["iso"], is_in=True)
            break
