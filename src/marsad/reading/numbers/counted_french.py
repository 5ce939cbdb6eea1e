"""The French noun behind a number: "28 soldats gouvernementaux", "deux autres attaques"."""

from collections.abc import Sequence
from functools import cache

from marsad.reading.lexicon import rows
from marsad.reading.numbers.counted_nouns import (
    ADJECTIVES,
    Counted,
    nationals,
    past_second_people,
)
from marsad.reading.numbers.units import cognate, is_duration, unit_at
from marsad.reading.passage import Passage
from marsad.text.normalise import fold

_FRENCH_STOPS = frozenset(
    "le la les l un une des du de d au aux a à en dans sur sous par pour avec sans et ou mais "
    "que qui dont ou quoi ce cet cette ces se s son sa ses leur leurs notre nos votre vos "
    "est sont etait etaient ete etre ont avait avaient aura auront sera seront fut furent "
    "ne n pas plus moins il elle ils elles on nous vous je j y contre entre vers chez depuis "
    "pendant apres avant lors selon ainsi aussi alors comme encore toujours deja hier jeudi "
    "fois puis afin car donc ni si tres trop dont tues tuees blesses morts".split()
)
_FRENCH_OWNERS = frozenset("ces ses leurs nos vos mes".split())
_FRENCH_ENDINGS = (
    "iens", "iennes", "ais", "aises", "ains", "aines", "aux", "ales", "iques", "ifs",
    "ives", "aires", "eux", "euses", "ables", "ibles", "istes", "eens", "eennes",
)  # fmt: skip


def counted_french(passage: Passage, token: int) -> Counted | None:
    """Return the noun that begins at a token, with its adjectives and complement."""
    words = passage.words
    place = _french_start(words, token)
    while place < len(words) and words[place] in _french_adjectives("before"):
        place += 1
    if place >= len(words):
        return None
    unit = unit_at(words, place, "fr")
    if unit is not None and words[place + 1 : place + 2] == ["'"]:
        # "L'" is no litre.
        return None
    if unit is not None:
        last = _past_complement(passage, unit.last, unit.name)
        found = Counted(_past_french(passage, last), unit.name)
        return past_second_people(words, found, "et", "fr")
    return _unknown_french(passage, place)


def _unknown_french(passage: Passage, place: int) -> Counted | None:
    """Return a noun the lexicon lacks: a people by its name, or any plural."""
    words, word = passage.words, passage.words[place]
    if word in _FRENCH_STOPS or len(word) < 4 or not word.isalpha():
        return None
    if word in _french_adjectives("after"):
        # "300 millions supplémentaires": the noun is not said again.
        return None
    if word in nationals():
        return Counted(_past_french(passage, place + 1), "person")
    behind = words[place + 1 : place + 3]
    if behind[:1] == ["-"] and behind[1:] and behind[1] in nationals():
        return Counted(place + 3, "person")
    if not word.endswith(("s", "x", "z")):
        return None
    last = _past_complement(passage, place + 1, "")
    return Counted(_past_french(passage, last), cognate(word), is_known=False)


# What these measure is no part of their name: "200 tonnes d'aide", "10 m de haut".
_CONTAINERS = frozenset(
    "tonne litre kilogram gram barrel bag box percent point case kilometre metre centimetre "
    "millimetre mile foot inch acre hectare gallon degree megawatt gigawatt knot ounce".split()
) | {"square kilometre", "square metre", "cubic metre", "kilometre per hour"}


def _past_complement(passage: Passage, token: int, unit: str) -> int:
    """Take in a bare complement in the singular: "stations de pompage", "chefs d'État"."""
    is_money = unit.isupper() or unit.endswith("?")
    if unit in _CONTAINERS or is_money or is_duration(unit):
        return token
    words, place = passage.words, token
    if words[place : place + 2] == ["d", "'"]:
        place += 2
    elif words[place : place + 1] == ["de"]:
        place += 1
    else:
        return token
    word = words[place] if place < len(words) else ""
    is_noun = len(word) > 2 and word.isalpha() and word not in _FRENCH_STOPS
    is_noun = is_noun and word not in _number_words()
    if not is_noun or word in _MASS or word.endswith(_NOT_COMPLEMENT):
        return token
    if passage.written(place)[0].isupper() and word != "etat":
        return token
    return place + 1


@cache
def _number_words() -> frozenset[str]:
    return frozenset(
        fold(form) for row in rows("numbers") for form in row["fr"].split("|") if form
    )


# Plurals and infinitives.
_NOT_COMPLEMENT = ("s", "x", "z", "er", "ir", "dre", "tre", "ire", "vre")
_MASS = frozenset(
    "personne plus chaque tout toute cette autre ici entre abord ailleurs".split()
)


def _french_start(words: Sequence[str], token: int) -> int:
    """Step over "de", "d'", "des", "de ces" and "-" between a number and its noun."""
    word = words[token]
    if word in ("de", "des") or words[token : token + 2] == ["d", "'"]:
        token += 2 if word == "d" else 1
        if token < len(words) and words[token] in _FRENCH_OWNERS:
            token += 1
    return token


_OF_PARTICIPLES = frozenset(["par", "à", "au", "aux"])


def _opens_clause(passage: Passage, token: int) -> bool:
    """Say whether a word is a participle with a complement of its own."""
    if not passage.written(token).endswith(("és", "ées")):
        return False
    is_last = token + 1 >= len(passage.words)
    return not is_last and passage.written(token + 1) in _OF_PARTICIPLES


def _past_french(passage: Passage, token: int) -> int:
    words = passage.words
    for _ in range(ADJECTIVES):
        if token >= len(words) or not _is_french_adjective(words[token]):
            break
        if _opens_clause(passage, token):
            # "Villages isolés par la neige": a clause of its own.
            break
        token += 1
    return token


def _is_french_adjective(word: str) -> bool:
    if word in _french_adjectives("after") or word in nationals():
        return True
    return (
        len(word) > 6 and word.endswith(_FRENCH_ENDINGS) and word not in _FRENCH_STOPS
    )


@cache
def _french_adjectives(place: str) -> frozenset[str]:
    return frozenset(
        fold(form)
        for row in rows("counted_adjectives")
        if row["place"] == place
        for form in row["fr"].split("|")
        if form
    )
