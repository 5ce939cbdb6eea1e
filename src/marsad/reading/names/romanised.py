"""An Arabic name in Latin letters: by the lists of names first, by counts otherwise.

What no list knows is written letter by letter after an Arabic first name or an article,
for the counts come from foreign names, and as names with such letters were counted to be
written otherwise. A name of the Maghreb is written as its own newsrooms write it ("Chafik").
"""

import re
from collections.abc import Sequence

from marsad.reading.names.gazetteer import (
    arabic_given_names,
    arabic_names,
    spelt_like,
)
from marsad.text.names import romanise
from marsad.text.transliteration.decoding import spellings

_PARTICLES = {
    "بن": "bin",
    "ابن": "bin",
    "ال": "Al",
    "ابو": "Abu",
    "عبد": "Abd",
    "الله": "Allah",
    "دي": "de",
    "فان": "van",
    "فون": "von",
    "ولد": "Ould",
    "الدين": "al-Din",
}
_IN_THE_MAGHREB = {"بن": "Ben", "ابن": "Ben", "ابو": "Abou"}
# «عبد» and a name of God are one name: "Abdul Karim", in the Maghreb "Abdelkarim".
_SERVANT = re.compile(r"\bAbd (?:al-)?([A-Z]\w+)")
_OF_FAITH = re.compile(r"(\w+) al-Din")
_ARTICLED = 4  # letters of a word whose ال is hardly ever its own
# Sounds that French spelling writes in another manner.
_FRENCH = (
    (re.compile("sh"), "ch"),
    (re.compile("oo|(?<![aeoq])u(?![eiy])"), "ou"),
    (re.compile("q(?!u)"), "k"),
)


def romanised(words: Sequence[str], *, is_maghreb: bool = False) -> str:
    """Write the words of an Arabic name in Latin letters."""
    is_arabic = bool(words) and words[0] in arabic_given_names()
    name = " ".join(
        _latin(word, is_maghreb=is_maghreb, is_arabic=is_arabic) for word in words
    )
    name = name.replace("Abd Allah", "Abdallah" if is_maghreb else "Abdullah")
    if is_maghreb:
        name = _OF_FAITH.sub(lambda match: match.group(1) + "eddine", name)
        return _SERVANT.sub(lambda match: "Abdel" + match.group(1).lower(), name)
    return _SERVANT.sub(lambda match: "Abdul " + match.group(1), name)


def _latin(word: str, *, is_maghreb: bool, is_arabic: bool) -> str:
    if is_maghreb and word in _IN_THE_MAGHREB:
        return _IN_THE_MAGHREB[word]
    if word in _PARTICLES:
        return _PARTICLES[word]
    name = arabic_names().get(word)
    if name:
        return name.maghreb if is_maghreb else name.english
    is_articled = word.startswith("ال") and len(word) > _ARTICLED
    bare = arabic_names().get(word[2:]) if is_articled else None
    if bare:
        return bare.maghreb if is_maghreb else f"al-{bare.english}"
    near = None if is_articled or is_arabic else spelt_like(word)
    if near:
        return near
    if is_arabic or is_articled:
        bare_word = word[2:] if is_articled else word
        article = "al-" if is_articled and not is_maghreb else ""
        return article + romanise(bare_word, is_maghreb=is_maghreb).capitalize()
    return _by_counts(word, is_maghreb=is_maghreb)


def _by_counts(word: str, *, is_maghreb: bool) -> str:
    """Write a word that no list knows as such letters are written most often."""
    is_articled = word.startswith("ال") and len(word) > _ARTICLED
    likeliest = spellings(word[2:] if is_articled else word)
    if not likeliest:
        return romanise(word, is_maghreb=is_maghreb)
    if not is_maghreb:
        return ("al-" if is_articled else "") + likeliest[0].capitalize()
    written = likeliest[0]
    for english, french in _FRENCH:
        written = english.sub(french, written)
    return written.capitalize()
