"""An Arabic name in Latin letters: by the lists of names first, by letters otherwise.

A name of the Maghreb is written as its own newsrooms write it ("Chafik"), a foreign
name without the short vowels that Arabic words have.
"""

import re
from collections.abc import Sequence

from marsad.reading.names.gazetteer import arabic_given_names, arabic_names, spelt_like
from marsad.text.names import romanise, romanise_foreign

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
# «عبد» and a name of God are one name: "Abdul Karim", in the Maghreb "Abdelkarim".
_SERVANT = re.compile(r"\bAbd (?:al-)?([A-Z]\w+)")
_OF_FAITH = re.compile(r"(\w+) al-Din")
_ARAB_LETTERS = re.compile("[حعصضطظقثذ]")


def romanised(words: Sequence[str], *, is_maghreb: bool = False) -> str:
    """Write the words of an Arabic name in Latin letters."""
    is_foreign = (
        words[0] in arabic_names()
        and words[0] not in arabic_given_names()
        and not any(map(_ARAB_LETTERS.search, words))
    )
    name = " ".join(
        _latin(word, is_maghreb=is_maghreb, is_foreign=is_foreign) for word in words
    )
    name = name.replace("Abd Allah", "Abdallah" if is_maghreb else "Abdullah")
    if is_maghreb:
        name = _OF_FAITH.sub(lambda match: match.group(1) + "eddine", name)
        return _SERVANT.sub(lambda match: "Abdel" + match.group(1).lower(), name)
    return _SERVANT.sub(lambda match: "Abdul " + match.group(1), name)


def _latin(word: str, *, is_maghreb: bool, is_foreign: bool) -> str:
    if word in _PARTICLES:
        return _PARTICLES[word]
    name = arabic_names().get(word)
    if name:
        return name.maghreb if is_maghreb else name.english
    is_articled = word.startswith("ال") and len(word) > 5
    bare = arabic_names().get(word[2:]) if is_articled else None
    if bare:
        return bare.maghreb if is_maghreb else f"al-{bare.english}"
    near = None if is_articled else spelt_like(word)
    if near:
        return near
    return (
        romanise_foreign(word) if is_foreign else romanise(word, is_maghreb=is_maghreb)
    )
