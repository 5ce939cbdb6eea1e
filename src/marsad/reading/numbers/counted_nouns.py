"""What the counted nouns of all three languages share: peoples, others, of them."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import rows
from marsad.reading.numbers.units import unit_at
from marsad.text.normalise import fold

# How many adjectives behind a noun are taken in.
ADJECTIVES = 2


class Counted(NamedTuple):
    """The noun behind a number: the token after it, and its English unit."""

    last: int
    unit: str
    is_known: bool = True


_OTHERS = frozenset(["others", "autres", "اخرين", "اخرون", "اخري", "اخريات", "اخر"])


def past_others(words: Sequence[str], token: int) -> int:
    """Return the token after "others", «آخرين», "autres", or the token itself."""
    return token + 1 if token < len(words) and words[token] in _OTHERS else token


_THEM = {
    "ar": (("منهم",), ("منها",), ("منهن",), ("منا",), ("منكم",)),
    "en": tuple(
        ("of", word)
        for word in ("them", "us", "whom", "which", "these", "those", "you")
    ),
    "fr": (
        ("d", "'", "entre", "eux"),
        ("d", "'", "entre", "elles"),
        ("d", "'", "entre", "nous"),
    ),
}


def past_them(words: Sequence[str], token: int, language: str) -> int:
    """Return the token after "of them", «منهم», "d'entre eux", or the token itself."""
    for phrase in _THEM[language]:
        if tuple(words[token : token + len(phrase)]) == phrase:
            return token + len(phrase)
    return token


# Participles that follow "and" as verbs: "20 soldiers and wounded 5".
_DEEDS = frozenset("killed hurt arrested detained wounded injured captured".split())


def past_second_people(
    words: Sequence[str], counted: Counted, joiner: str, language: str
) -> Counted:
    """Take in people counted together: women and children, femmes et enfants."""
    last = counted.last
    if counted.unit != "person" or words[last : last + 1] != [joiner]:
        return counted
    second = unit_at(words, last + 1, language)
    if second is None or second.name != "person" or words[last + 1] in _DEEDS:
        return counted
    return Counted(second.last, "person")


_POINTS = frozenset(["جنوب", "شمال", "شرق", "غرب"])


@cache
def nationals() -> frozenset[str]:
    """Return the adjectives of nationality of all three languages, folded."""
    names: set[str] = set()
    for row in rows("nationalities"):
        # «كوري شمالي» and "North Koreans": the word that is declined.
        names.update(fold(form.split(" ")[0]) for form in row.get("ar", "").split("|"))
        for language in ("en", "fr"):
            forms = row.get(language, "").replace("-", " ").split("|")
            names.update(fold(form.split(" ")[-1]) for form in forms)
    return frozenset(names - _POINTS - {""})
