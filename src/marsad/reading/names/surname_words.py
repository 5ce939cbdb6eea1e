"""Whether an Arabic word can be a surname, by its letters and the lists of words."""

from typing import Final

from marsad.reading.names.gazetteer import common_words

_LONG: Final = 6  # letters of a word that is seldom a stem with both ends lengthened
_SHORT: Final = 4


def is_nisba(word: str) -> bool:
    """Say whether a word is «الجنابي»: article, stem, the ending of descent."""
    return word.startswith("ال") and word.endswith("ي") and len(word) > _LONG - 1


def is_surname(word: str) -> bool:
    """Say whether one unknown word after a title can be a surname."""
    is_verb = word[0] in "يتنسمب" or word.startswith(("لت", "لي", "لك", "فس"))
    return len(word) > _SHORT - 1 and not word.endswith("ه") and not is_verb


def is_foreign_surname(word: str) -> bool:
    """Say whether an unknown word may be the surname after a foreign first name.

    «لامبير» is no «ل» before a word: no such word is common.
    """
    if is_nisba(word):
        return True
    is_letters = "\u0620" <= word[0] <= "\u064a"
    if not is_letters or len(word) < _SHORT or word[0] in "ويتنا":
        return False
    common = common_words("ar")
    is_strange = word not in common and word[1:] not in common
    return is_strange and not word.endswith("ه") and not word.startswith("لل")
