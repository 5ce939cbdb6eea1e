"""Arabic surnames that are words as well: what stands beside them tells which they are."""

from marsad.reading.lexicon import Hit
from marsad.reading.names.gazetteer import arabic_names, common_words, is_common
from marsad.reading.passage import Passage

_ALI, _ON = "علي", "ى"
# Words before which a surname that is a word is its bearer: «حكومة الصيد».
_BEARERS = frozenset(["حكومه", "وحكومه", "بحكومه", "لحكومه", "نظام", "اداره", "لقاء", "عائله", "عايله"])  # fmt: skip
_OPENERS = frozenset(["\n", ":", ".", "|", '"', "«", "“", "..."])
_ARTICLE = "ال"
_OF_SONS = ("با", "بل", "بن")  # باوزير, بلحاج, بنعيسى
_LEAST = 5  # letters of a surname that is known without its article too


def is_preposition(passage: Passage, token: int, word: str) -> bool:
    """Say whether what is folded like علي is written على."""
    return word == _ALI and passage.written(token).endswith(_ON)


def stands_as_surname(passage: Passage, hit: Hit) -> bool:
    """Say whether a public surname with the article, a word as well, names its bearer."""
    words, first = passage.words, hit.first
    after = words[hit.last] if hit.last < len(words) else ""
    before = words[first - 1] if first else "\n"
    if not words[hit.last - 1][hit.clitic :].startswith(_ARTICLE):
        return before == "\n" and after == ":"
    if after.startswith(_ARTICLE):
        return False  # «الصيد البحري»
    if words[hit.last - 1][hit.clitic :] not in common_words("ar"):
        return True
    return before in _OPENERS or before in _BEARERS


def goes_on_as_nisba(passage: Passage, hit: Hit) -> bool:
    """Say whether a second surname follows a figure's Arabic name of two words."""
    word = passage.words[hit.last] if hit.last < len(passage.words) else ""
    is_nisba = word.startswith(_ARTICLE) and word.endswith("ي") and len(word) > _LEAST
    is_short = hit.last - hit.first == 2
    return is_nisba and is_short and not is_common(word)


def is_of_a_son(word: str) -> bool:
    """Say whether a surname holds the word for a son or its like: «بلحاج», «باوزير»."""
    return word.startswith(_OF_SONS) and len(word) >= _LEAST and not is_common(word)


def other_form(word: str) -> str:
    """Return a surname with or without its article, empty where that is a word."""
    if len(word) < _LEAST or not "\u0620" <= word[0] <= "\u064a":
        return ""
    other = word[2:] if word.startswith(_ARTICLE) else _ARTICLE + word
    is_known = other in arabic_names() or is_common(other)
    return "" if is_known or len(other) < _LEAST - 1 else other


__all__ = [
    "goes_on_as_nisba",
    "is_of_a_son",
    "is_preposition",
    "other_form",
    "stands_as_surname",
]
