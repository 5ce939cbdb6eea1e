"""What "of them", «منهم» and bare numbers stand for: a noun told before them.

"Observers came; Canada will send sixteen of them": sixteen persons, though no number
stands beside the observers. The nearest plural noun is taken, measures are passed over.
"""

from collections.abc import Set
from functools import cache

from marsad.reading.lexicon import rows
from marsad.reading.numbers.counted_nouns import nationals
from marsad.reading.numbers.units import is_duration, is_plural, singular, unit_at
from marsad.reading.passage import Passage
from marsad.text.normalise import fold

_REACH = 30
# How far around a counted noun the words stand that say what it counts.
_NEAR = 60
_MEASURES = frozenset(
    "percent fraction time point degree kilometre metre mile tonne ton litre level rate side "
    "country? percentage case? front border series".split()
)
# Before an English plural that no lexicon knows, one of these shows a noun.
_NOUN_SHOWN = frozenset(
    "the of these those its their our his her all such many more some other few several no "
    "for between among and les des ses leurs nos ces aux plusieurs quelques certains".split()
)
_NOT_NOUNS = frozenset(
    "was is has does says goes this thus us yes its his as les des ses nos vos dans sans plus "
    "mais pas sommes etes sous vers tres apres depuis lors alors ils elles nous vous suis".split()
)
_US = frozenset([("of", "us"), ("d", "'", "entre", "nous"), ("منا",)])
_WHOM = frozenset([("of", "whom"), ("منهم",), ("منهن",)])
_HUMAN = frozenset(["person", "member", "partner", "candidate", "follower", "user"])
_CLUBS = frozenset(
    "member members membership coalition league alliance union club association join joined "
    "joining bloc membre membres adhesion ligue adherer rallie rejoint اعضاء عضو عضويه التحالف "
    "الرابطه الاتحاد انضمام انضم انضمت انضممنا".split()
)


def them(passage: Passage, first: int, phrase: tuple[str, ...]) -> str | None:
    """Return the unit of "of them" and its like behind a number that begins at a token."""
    if phrase in _WHOM:
        return antecedent(passage, first, among=_HUMAN) or "person"
    if phrase in _US:
        return us(passage, first)
    return antecedent(passage, first)


def us(passage: Passage, first: int) -> str:
    """Say what "we" are that are counted: members of a body, or people."""
    near = passage.words[max(0, first - _NEAR) : first + _NEAR]
    return "person" if _CLUBS.isdisjoint(near) else "member"


def antecedent(
    passage: Passage, first: int, *, among: Set[str] = frozenset(), since: int = 0
) -> str | None:
    """Return the unit of the nearest plural noun before a token, or None."""
    for place in range(first - 1, max(first - _REACH, since - 1), -1):
        unit = _plural_at(passage, place)
        if unit is not None and (not among or unit in among):
            return unit
    return None


def _plural_at(passage: Passage, place: int) -> str | None:
    words, word = passage.words, passage.words[place]
    if not word.isalpha() or len(word) < 4 or word in _NOT_NOUNS:
        return None
    unit = unit_at(words, place, passage.language)
    if unit is not None:
        is_measure = unit.name in _MEASURES or is_duration(unit.name)
        if is_measure or not unit.name.islower() or "?" in unit.name:
            return None
        return unit.name if _is_many(passage, place) else None
    if word in nationals() and word.endswith(("s", "ين", "ون")):
        return "person"
    is_english = passage.language == "en" and is_plural(word)
    is_shown = is_english and place > 0 and words[place - 1] in _NOUN_SHOWN
    return singular(word) if is_shown else None


def _is_many(passage: Passage, place: int) -> bool:
    """Say whether a known noun is written in the plural."""
    word = passage.words[place]
    if passage.language == "en":
        return is_plural(word)
    if passage.language == "fr":
        return word.endswith(("s", "x")) and word not in _NOT_NOUNS
    unit = unit_at(passage.words, place, "ar")
    return unit is not None and not unit.is_single


def in_context(passage: Passage, unit: str, first: int) -> str:
    """Return what a unit becomes beside the words around it: a polling station."""
    for becomes, words in _contexts().get(unit, ()):
        near = passage.words[max(0, first - _NEAR) : first + _NEAR]
        if not words.isdisjoint(near):
            return becomes
    return unit


@cache
def _contexts() -> dict[str, list[tuple[str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in rows("unit_contexts"):
        words = frozenset(fold(word) for word in row["words"].split())
        found.setdefault(row["unit"], []).append((row["becomes"], words))
    return found
