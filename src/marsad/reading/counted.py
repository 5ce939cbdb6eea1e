"""What stands behind a number: the noun that it counts, with the adjectives of it.

«14 طفلا تونسيا», "two al-Qaida vehicles", "28 soldats gouvernementaux": the noun and
its adjectives belong to the number, a relative clause or a further complement does not.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import rows
from marsad.reading.passage import Passage
from marsad.reading.units import (
    Unit,
    cognate,
    is_duration,
    is_plural,
    singular,
    unit_at,
)
from marsad.text.normalise import fold

# How far behind a number its noun may stand.
_REACH = 5
_ADJECTIVES = 2


class Counted(NamedTuple):
    """The noun behind a number: the token after it, and its English unit."""

    last: int
    unit: str
    is_known: bool = True


def counted_at(passage: Passage, token: int, value: float) -> Counted | None:
    """Return what a number that ends before a token counts, or None."""
    if token >= len(passage.words):
        return None
    if passage.language == "ar":
        return _arabic(passage.words, token)
    if passage.language == "en":
        return _english(passage, token, value)
    return _french(passage, token)


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


# -- Arabic -----------------------------------------------------------------------------


def _arabic(words: Sequence[str], token: int) -> Counted | None:
    unit = unit_at(words, token, "ar")
    if unit is not None:
        last = past_adjectives(words, unit.last, words[unit.last - 1])
        if unit.name == "person":
            last = _past_second_noun(words, last)
        return Counted(last, unit.name)
    if words[token] in _nationals():
        return Counted(past_adjectives(words, token + 1, words[token]), "person")
    if words[token] == "من" and token + 1 < len(words):
        return _arabic_out_of(words, token + 1)
    return None


def _arabic_out_of(words: Sequence[str], token: int) -> Counted | None:
    """Read «من الشركاء الدوليين», «من بين الأطفال», «من أفراد القوات العراقية»."""
    place = token + 1 if words[token] == "بين" else token
    if place >= len(words):
        return None
    unit = unit_at(words, place, "ar")
    if unit is None:
        if words[place] in _nationals() and words[place].startswith("ال"):
            return Counted(place + 1, "person")
        return None
    last = unit.last
    head = words[last - 1]
    if not unit.is_definite and not head.startswith("ال") and last < len(words):
        if words[last].startswith("ال") and not head.endswith(("هم", "ها", "نا")):
            last += 1
    last = past_adjectives(words, last, words[last - 1], is_definite=True)
    return Counted(last, unit.name)


def _past_second_noun(words: Sequence[str], token: int) -> int:
    """Take in people counted together: «600 مقاتل وأفراد عائلاتهم», «15 قتيلا وجريحا»."""
    if token >= len(words) or words[token][0] != "و" or words[token] == "و":
        return token
    unit = unit_at([words[token][1:]], 0, "ar")
    if unit is None or unit.name != "person" or unit.is_definite or unit.is_dual:
        return token
    is_theirs = token + 1 < len(words) and words[token + 1].endswith(("هم", "هن"))
    return token + 1 + is_theirs


def past_adjectives(
    words: Sequence[str], token: int, noun: str, *, is_definite: bool = False
) -> int:
    """Return the token after the adjectives of an Arabic noun."""
    for _ in range(_ADJECTIVES):
        if token >= len(words) or not _is_adjective(
            words[token], noun, is_definite=is_definite
        ):
            break
        token += 1
    return token


def _is_adjective(word: str, noun: str, *, is_definite: bool) -> bool:
    is_with_article = word.startswith("ال") and len(word) > 4
    if is_definite and not is_with_article:
        return False
    bare = word[2:] if is_with_article else word
    if bare in _adjectives():
        return word not in _ADVERBS
    if word in _nationals():
        # «ليبيا» is Libya, and Libyan only behind an accusative.
        return not bare.endswith("يا") or noun.endswith("ا")
    return _looks_like_adjective(bare, noun)


_ADVERBS = frozenset("يوميا شهريا سنويا اسبوعيا حاليا رسميا محليا دوليا عالميا".split())


def _looks_like_adjective(bare: str, noun: str) -> bool:
    """Say whether an unknown word has the ending that agrees with its noun."""
    if len(bare) < 5 or bare[0] in "وفبلك" or unit_at([bare], 0, "ar") is not None:
        return False
    if bare.endswith("يا"):
        return noun.endswith("ا")
    if bare.endswith("يه"):
        return not bare.endswith("ايه") and noun.endswith(("ه", "ات"))
    return bare.endswith(("يين", "يون")) and not noun.endswith("ه")


@cache
def _adjectives() -> frozenset[str]:
    forms: set[str] = set()
    for row in rows("counted_adjectives"):
        for written in filter(None, row["ar"].split("|")):
            if written[0] == "=":
                forms.add(fold(written[1:]))
                continue
            stem = fold(written)
            forms.update(
                stem + end
                for end in ("", "ه", "ا", "ين", "ون", "ان", "ات", "تين", "تان")
            )
    return frozenset(forms)


@cache
def _nationals() -> frozenset[str]:
    """Return the adjectives of nationality of all three languages, folded."""
    names: set[str] = set()
    for row in rows("nationalities"):
        # «كوري شمالي» and "North Koreans": the word that is declined.
        names.update(fold(form.split(" ")[0]) for form in row.get("ar", "").split("|"))
        for language in ("en", "fr"):
            forms = row.get(language, "").replace("-", " ").split("|")
            names.update(fold(form.split(" ")[-1]) for form in forms)
    return frozenset(names - {""})


# -- English ----------------------------------------------------------------------------

_ENGLISH_STOPS = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been being "
    "has have had will would can could may might must should shall do does did not no nor "
    "that which who whom whose this these those it its he she they we you i his her their "
    "our your my him them us than then there here when where while if so because since "
    "until till after before during between against under over into onto out up down off "
    "about above per via within without across through among along around near also just "
    "only even still yet already again ago later earlier said says told according "
    "including such both each all any some most less very too now today yesterday "
    "killed injured wounded arrested detained died came went made took left hit".split()
)
_ENGLISH_VERBAL = frozenset(
    "killed hurt arrested detained dead wounded injured missing displaced captured".split()
)
_DETERMINERS = frozenset("the these those his her its their our my your".split())


def _english(passage: Passage, token: int, value: float) -> Counted | None:
    words = passage.words
    if words[token] == "-":
        return _english_compound(passage, token + 1)
    if words[token] == "of" and token + 1 < len(words) and value != 1:
        place = token + 1 + (words[token + 1] in _DETERMINERS)
        found = _english_noun(passage, place, value)
        return found if found and found.is_known or place > token + 1 else None
    return _english_noun(passage, token, value)


def _english_compound(passage: Passage, token: int) -> Counted | None:
    """Read the modifier joined by a hyphen: one-week, 193-member, 20-year-old."""
    words = passage.words
    if token >= len(words) or not words[token].isalpha() or not passage.touches(token):
        return None
    unit = unit_at(words, token, "en")
    last = unit.last if unit else token + 1
    if unit is not None and words[last : last + 2] == ["-", "old"]:
        last += 2
    return Counted(
        last, unit.name if unit else singular(words[token]), unit is not None
    )


def _english_noun(passage: Passage, token: int, value: float) -> Counted | None:
    words = passage.words
    if words[token : token + 2] in (["or", "so"], ["or", "more"]):
        token += 2
    if token >= len(words):
        return None
    phrase = unit_at(words, token, "en")
    if phrase is not None and (phrase.last > token + 1 or phrase.name == "percent"):
        return Counted(phrase.last, phrase.name)
    best: Counted | None = None
    for place in range(token, min(token + _REACH, len(words))):
        word = words[place]
        if best is not None and best.last > place:
            continue
        if (word == "-" and passage.touches(place)) or word in _QUANTIFIERS:
            if best is None:
                continue
            break
        if (
            place == token
            and word in _ENGLISH_VERBAL
            and not _goes_on(words, place + 1)
        ):
            return _verbal(word, place)
        if word in _ENGLISH_STOPS or word in _number_words():
            break
        if not (word.isalpha() or word in "%°"):
            break
        found = _english_head(passage, place, is_one=value == 1, is_first=best is None)
        if found is None and best is not None:
            break
        best = found or best
    return best and _past_second_people(words, best, "and", "en")


def _past_second_people(
    words: Sequence[str], counted: Counted, joiner: str, language: str
) -> Counted:
    """Take in people counted together: women and children, femmes et enfants."""
    last = counted.last
    if counted.unit != "person" or words[last : last + 1] != [joiner]:
        return counted
    second = unit_at(words, last + 1, language)
    if second is None or second.name != "person" or words[last + 1] in _ENGLISH_VERBAL:
        return counted
    return Counted(second.last, "person")


@cache
def _number_words() -> frozenset[str]:
    """Return the English words of number, at which a noun phrase ends."""
    return frozenset(form for row in rows("numbers") for form in row["en"].split("|") if form)


_QUANTIFIERS = frozenset(
    ["more", "other", "further", "additional", "new", "such", "different"]
)


def _goes_on(words: Sequence[str], token: int) -> bool:
    return (
        token < len(words)
        and is_plural(words[token])
        and words[token] not in _ENGLISH_STOPS
    )


def _verbal(word: str, place: int) -> Counted:
    """Read a participle used as a noun: "12 dead"; "12 killed" leaves the verb out."""
    last = (
        place if word in ("killed", "arrested", "detained", "captured") else place + 1
    )
    return Counted(last, "person")


def _english_head(
    passage: Passage, place: int, *, is_one: bool, is_first: bool
) -> Counted | None:
    """Return the head noun at a place: a plural, or a unit known by itself."""
    words = passage.words
    word = words[place]
    unit = unit_at(words, place, "en")
    if unit is not None and (unit.last > place + 1 or not word.isalpha()):
        return Counted(unit.last, unit.name)
    if word in _nationals() and word.endswith("s"):
        return Counted(place + 1, "person")
    if is_plural(word):
        if not is_first and passage.written(place)[0].isupper():
            return None
        return Counted(place + 1, _english_name(word, unit), unit is not None)
    if unit is None or not is_first:
        return None
    following = words[place + 1] if place + 1 < len(words) else ""
    if is_plural(following) and following not in _ENGLISH_STOPS:
        return None
    if is_one or word in _SAME_IN_PLURAL or not unit.name.islower() or len(word) <= 3:
        return Counted(place + 1, unit.name)
    return None


# Units that stand for many English nouns; every other noun is its own unit.
_MERGED = frozenset(["person", "strike", "country", "percentage point", "percent"])


def _english_name(word: str, unit: Unit | None) -> str:
    if unit is None or not (
        unit.name in _MERGED or unit.name.isupper() or "?" in unit.name
    ):
        return singular(word) if unit is None or unit.name.islower() else unit.name
    return unit.name


_SAME_IN_PLURAL = frozenset(
    "people police personnel staff troops percent crew aircraft sheep fish dead wounded "
    "injured missing youth gunmen offspring ukrainian japanese chinese french british "
    "strong magnitude percentage hertz quid yen yuan baht rand won displaced faithful elderly homeless "
    "unemployed children men women".split()
)

# -- French -----------------------------------------------------------------------------

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


def _french(passage: Passage, token: int) -> Counted | None:
    words = passage.words
    place = _french_start(words, token)
    while place < len(words) and words[place] in _french_adjectives("before"):
        place += 1
    if place >= len(words):
        return None
    unit = unit_at(words, place, "fr")
    if unit is not None:
        last = _past_complement(passage, unit.last, unit.name)
        found = Counted(_past_french(words, last), unit.name)
        return _past_second_people(words, found, "et", "fr")
    word = words[place]
    if word in _FRENCH_STOPS or len(word) < 4 or not word.isalpha():
        return None
    if word in _nationals():
        return Counted(_past_french(words, place + 1), "person")
    if (
        place + 2 < len(words)
        and words[place + 1] == "-"
        and words[place + 2] in _nationals()
    ):
        return Counted(place + 3, "person")
    if not word.endswith(("s", "x", "z")):
        return None
    last = _past_complement(passage, place + 1, "")
    return Counted(_past_french(words, last), cognate(word), is_known=False)


# What these measure is no part of their name: "200 tonnes d'aide".
_CONTAINERS = frozenset(
    "tonne litre kilogram gram barrel bag box percent point case".split()
)


def _past_complement(passage: Passage, token: int, unit: str) -> int:
    """Take in a bare complement in the singular: "stations de pompage", "chefs d'État"."""
    if unit in _CONTAINERS or unit.isupper() or is_duration(unit):
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
    if not is_noun or word in _MASS or word.endswith(_NOT_COMPLEMENT):
        return token
    if passage.written(place)[0].isupper() and word != "etat":
        return token
    return place + 1


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


def _past_french(words: Sequence[str], token: int) -> int:
    for _ in range(_ADJECTIVES):
        if token >= len(words) or not _is_french_adjective(words[token]):
            break
        token += 1
    return token


def _is_french_adjective(word: str) -> bool:
    if word in _french_adjectives("after") or word in _nationals():
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
