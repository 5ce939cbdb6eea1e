"""Undertakings strung together: the first keeps the verb, the others stand alone.

«تعهدت بالعمل على … والعمل على …», "will train … and will send …", « s'engage à … et à … ».
"""

import itertools
from collections.abc import Iterator

from marsad.reading.deeds.clauses import Clause, trimmed
from marsad.reading.deeds.french_futures import is_future
from marsad.reading.deeds.futures import Promise
from marsad.reading.passage import Found, Passage, within
from marsad.reading.quotations.masdars import is_masdar
from marsad.reading.wordsets import wordset


def strung(passage: Passage, found: Found, promise: Promise) -> Iterator[Promise]:
    """Cut a clause into its undertakings: the first keeps the verb and the subject."""
    clause = promise.clause
    starts = [clause.first, *_seams(passage, found, clause), clause.last]
    for number, (first, last) in enumerate(itertools.pairwise(starts)):
        clitic, told = clause.clitic, clause.told
        if number:
            clitic = 1 if passage.words[first].startswith("و") else 0
            first += 0 if clitic else 1
            first, clitic = _behind_particle(passage, first, clitic)
            told = first
        last = trimmed(passage, first, last)
        piece = Clause(first, clitic, clause.verb, told, last)
        yield promise._replace(clause=piece)


_PARTICLES = frozenset(["to", "a", "de", "d", "'", "وعلي"])


def _behind_particle(passage: Passage, first: int, clitic: int) -> tuple[int, int]:
    """Leave the «to», «à», «على» or «بـ» of a further undertaking outside."""
    words = passage.words
    while words[first] in _PARTICLES:
        first, clitic = first + 1, 0
    if clitic and words[first].startswith("وب") and is_masdar(words[first][2:]):
        clitic = 2
    return first, clitic


def _seams(passage: Passage, found: Found, clause: Clause) -> list[int]:
    """Return the tokens at which a further undertaking begins."""
    words = passage.words
    stretch = range(clause.told + 3, clause.last - 2)
    if passage.language == "ar":
        opener = words[min(clause.told, clause.last - 1)]
        heads = {_bare(opener), _bare(words[min(clause.told + 1, clause.last - 1)])}
        return [
            index
            for index in stretch
            if words[index][0] == "و"
            and (
                words[index][1:] == opener
                or _is_same_ba(words[index], opener)
                or _is_seam(passage, found, index, heads)
            )
        ]
    joiners = frozenset([",", "and" if passage.language == "en" else "et"])
    opener = words[min(clause.told, clause.last - 1)]
    return [
        index
        for index in stretch
        if words[index] in joiners and _goes_on(passage, index + 1, opener)
    ]


def _is_same_ba(word: str, opener: str) -> bool:
    """Say whether «وبـ» goes on from «بـ»: تعهد بتمويل … وبتدريب."""
    return opener[0] == "ب" and word.startswith("وب") and is_masdar(word[2:])


def _goes_on(passage: Passage, token: int, opener: str) -> bool:
    """Say whether a second undertaking follows: the same particle, or a future."""
    words = passage.words
    if words[token] == opener and opener in ("to", "a", "de", "d"):
        return _is_deed(passage, token + (2 if words[token + 1] == "'" else 1))
    if words[token - 1] == ",":
        return False
    if passage.language == "en":
        return words[token] in ("will", "would")
    return is_future(words[token])


def _is_deed(passage: Passage, token: int) -> bool:
    word = passage.words[token]
    if passage.language == "fr":
        return word.endswith(("er", "ir", "re")) and len(word) > 3
    if word in _NO_VERBS or not word.isalpha() or word.endswith("s"):
        return False
    return not passage.written(token)[0].isupper()


_NO_VERBS = wordset("noun_determiners")


def _bare(word: str) -> str:
    return word.lstrip("وبل")


_GOVERNED = frozenset(["علي", "الي", "في", "من"])


def _is_seam(passage: Passage, found: Found, index: int, heads: set[str]) -> bool:
    """Say whether «و» joins a second undertaking: a masdar that governs, or the same."""
    words = passage.words
    bare = words[index][1:]
    if len(bare) > 2 and bare in heads:
        return True
    is_after_comma = words[index - 1] in ("،", ",")
    return (
        is_after_comma
        and bare.startswith("ال")
        and is_masdar(bare)
        and words[index + 1] in _GOVERNED
        and not within(found.parties, index, index + 1)
    )
