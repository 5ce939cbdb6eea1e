"""Joining that is spoken of without being told: wished for, voted on, stood in the way of.

A finite verb tells that somebody joined. A noun or an infinitive tells it only behind a
word that says that it happened ("welcomed the accession of", "the latest to join").
"""

import re
from typing import Final

from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_HAPPENED: Final = wordset("happened")
_TOLD: Final = {
    "en": wordset("joining_told_en"),
    "fr": wordset("joining_told_fr"),
}
_NOUNS: Final = frozenset(
    "accession admission entry joining adhesion entree arrivee".split()
)
_INFINITIVES: Final = frozenset("rejoindre adherer integrer devenir".split())
_OPEN: Final = frozenset(
    "would could may might should pourrait pourraient devrait peut permettrait".split()
)
# «Vingtième pays à y adhérer», "the 85th state to join".
_NUMBERED: Final = re.compile(r"\d+(?:st|nd|rd|th|e|eme)|\w+(?:ieme|teenth|tieth)")
_DECIDED: Final = ("قرار", "لقرار", "اعلان", "موظف")
_BEFORE: Final = 6
_BEHIND: Final = 8


def is_prospect(passage: Passage, hit: Hit, low: int) -> bool:
    """Say whether a word of joining does not tell that anybody joined."""
    before = passage.words[max(low, hit.first - _BEFORE) : hit.first]
    if passage.language == "ar":
        return _is_arabic_prospect(passage.words[hit.first][hit.clitic :], before)
    words = passage.words[hit.first : hit.last]
    is_noun = not _NOUNS.isdisjoint(words)
    if not is_noun and not _is_infinitive(words, before):
        return False
    told = _TOLD[passage.language]
    if any(one in told or _NUMBERED.fullmatch(one) for one in before):
        return False
    return not (is_noun and _opens(passage, hit, low))


def _is_infinitive(words: list[str], before: list[str]) -> bool:
    return "to" in (*before[-1:], words[0]) or not _INFINITIVES.isdisjoint(words)


def _is_arabic_prospect(word: str, before: list[str]) -> bool:
    if "نضمام" not in word:
        return False
    return all(one not in _HAPPENED and not one.startswith(_DECIDED) for one in before)


def _opens(passage: Passage, hit: Hit, low: int) -> bool:
    """Say whether a noun is what its sentence is about, and nothing leaves it open."""
    behind = passage.words[hit.last : hit.last + _BEHIND]
    return hit.first - low <= _SUBJECT and _OPEN.isdisjoint(behind)


# An article or an owner stands before the noun: "Benin's accession", «l'adhésion».
_SUBJECT: Final = 3
